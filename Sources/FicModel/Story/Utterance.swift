/// One speaker's turn in one paragraph: one or more quotations that a narrator may interrupt.
public struct Utterance: Hashable, Sendable {
  /// How it reaches the page.
  public var kind: UtteranceKind

  /// Its quotations, in reading order; never empty.
  public var quotations: [Quotation]

  /// Who it is from.
  public var attribution: Attribution

  /// Whom it is to, in the order of evidence; empty where that is open.
  public var addressees: [CastID]

  /// Creates an utterance.
  public init(
    kind: UtteranceKind,
    quotations: [Quotation],
    attribution: Attribution,
    addressees: [CastID] = []
  ) {
    self.kind = kind
    self.quotations = quotations
    self.attribution = attribution
    self.addressees = addressees
  }

  /// From the first mark to the last, in the stored chapter text.
  public var span: TextSpan {
    TextSpan(quotations.first?.span.start ?? 0, quotations.last?.span.end ?? 0)
  }
}
