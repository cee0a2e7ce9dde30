/// The narration between two quotations of a paragraph, before the first, or after the last.
struct Place {
  /// Its tokens.
  var gap: Range<Int>
  /// The tokens of the quotation before, if there is one.
  var before: Range<Int>?
  /// The tokens of the quotation after, if there is one.
  var after: Range<Int>?
  /// Whether the quotation before ends with a comma, so that its sentence goes on.
  var continuesSentence: Bool
}
