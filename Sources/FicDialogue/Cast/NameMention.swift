import FicModel

/// A place where the text names somebody.
struct NameMention: Sendable {
  /// Its tokens, in the chapter's list.
  var tokens: Range<Int>
  /// Which form of name it is: an index into the work's `NameForms`.
  var form: Int
  /// Who is meant: an index into the work's members, or -1.
  var member: Int = -1
  /// Whether it lies in a quotation.
  var isQuoted: Bool
  /// Whether a genitive 's follows it.
  var isPossessive: Bool
}
