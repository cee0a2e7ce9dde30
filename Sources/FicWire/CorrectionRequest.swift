public import FicModel

/// The body of `PUT /v1/corrections`: what is so of a line.
public struct CorrectionRequest: Hashable, Sendable {
  /// What is so.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// Somebody says it.
    case said
    /// It is no speech.
    case notSpeech = "not_speech"
    /// A scene begins with it.
    case sceneBreak = "scene_break"
  }

  /// The REF of the line.
  public var ref: String

  /// What is so.
  public var verdict: Verdict

  /// Who says it; empty where the reader decides.
  public var speaker: String

  /// Whom it is to; empty where the reader decides.
  public var addressees: [String]

  /// Creates a request.
  public init(
    ref: String,
    verdict: Verdict = .said,
    speaker: String = "",
    addressees: [String] = []
  ) {
    self.ref = ref
    self.verdict = verdict
    self.speaker = speaker
    self.addressees = addressees
  }

  /// Reads the items of a body.
  ///
  /// - Throws: `Problem` for an unknown name, or for what says nothing or contradicts itself.
  public init(_ items: QueryItems) throws(Problem) {
    try items.requireOnly(["ref", "verdict", "speaker", "to"])
    self.init(
      ref: items["ref"] ?? "",
      verdict: try items.choice("verdict", as: Verdict.self) ?? .said,
      speaker: items["speaker"] ?? "",
      addressees: items.values(of: "to")
    )
    let namesSomebody = !speaker.isEmpty || !addressees.isEmpty
    guard !ref.isEmpty, namesSomebody == (verdict == .said) else {
      throw .badBody(
        expected: #"{"ref":"k7f2qdmx:3:1045","speaker":"Mary","to":["Ann"]}, "#
          + #"or a "verdict" of not_speech or scene_break"#
      )
    }
  }

  /// The items of a body.
  public var items: QueryItems {
    var items = QueryItems()
    items.append("ref", ref)
    items.append("verdict", verdict == .said ? nil : verdict.rawValue)
    items.append("speaker", speaker.isEmpty ? nil : speaker)
    for name in addressees { items.append("to", name) }
    return items
  }
}
