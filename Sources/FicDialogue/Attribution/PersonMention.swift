/// A place where the text names somebody, or describes somebody whom tags and beats describe too.
struct PersonMention: Sendable {
  /// Its first token, in the chapter's list.
  var token: Int
  /// Who is meant: an index into the members.
  var member: Int
  /// Whether it lies in a quotation.
  var isQuoted: Bool
  /// Whether a genitive 's follows it.
  var isPossessive: Bool
}
