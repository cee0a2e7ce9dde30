package import FicModel

/// A quotation as the scanner found it: what kind it is by its marks alone, and the label before
/// it.
package struct ScannedQuotation: Hashable, Sendable {
  /// The marks and what they hold.
  package var quotation: Quotation

  /// What it is, by its marks and its surroundings.
  package var kind: UtteranceKind

  /// The speaker's label in a script or a chat, without its colon: `VARGA`, `Me`.
  package var label: TextSpan?

  /// Creates a scanned quotation.
  package init(quotation: Quotation, kind: UtteranceKind, label: TextSpan? = nil) {
    self.quotation = quotation
    self.kind = kind
    self.label = label
  }
}
