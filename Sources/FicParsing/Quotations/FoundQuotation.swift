import FicModel

/// A quotation as its marks show it, before anybody asks what it is.
struct FoundQuotation: Hashable, Sendable {
  /// The marks and what they hold.
  var quotation: Quotation

  /// The family of its outer marks.
  var family: QuotationMark.Family
}
