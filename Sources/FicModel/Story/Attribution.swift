/// Who an utterance is from, by which rule, on which evidence, and how sure that is.
public struct Attribution: Hashable, Sendable {
  /// How the text tells the speaker.
  public enum Form: String, Hashable, Sendable {
    /// A tag with a name: "said Dace".
    case explicit
    /// A tag with a pronoun, "I" or a description: "the captain roared".
    case anaphoric
    /// No tag: a beat, a vocative, the order of turns.
    case implicit
  }

  /// The speaker; nil where the text leaves it open.
  public var speaker: CastID?

  /// How the text tells it.
  public var form: Form

  /// The name of the rule that decided, as its file is called.
  public var rule: String

  /// The words that the rule went by, in the stored chapter text.
  public var evidence: TextSpan?

  /// The share of lines with this figure whose speaker is right: 0…1.
  public var confidence: Double

  /// Creates an attribution.
  public init(
    speaker: CastID?,
    form: Form,
    rule: String,
    evidence: TextSpan? = nil,
    confidence: Double
  ) {
    self.speaker = speaker
    self.form = form
    self.rule = rule
    self.evidence = evidence
    self.confidence = min(1, max(0, confidence))
  }
}
