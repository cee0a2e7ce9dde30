/// What is completed.
public enum CompletionSubject: String, CaseIterable, Hashable, Sendable {
  /// A word of the texts, or of a name.
  case word
  /// A word of a query: a field, the value of one, a saved query, a word of the texts.
  case query
  /// A name of somebody.
  case name
  /// A title of a work.
  case title
}
