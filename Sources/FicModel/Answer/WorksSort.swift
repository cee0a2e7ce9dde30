/// What a list of works is sorted by.
public enum WorksSort: String, CaseIterable, Hashable, Sendable {
  /// How well the works answer; by title where the query has no word.
  case relevance
  /// By title, without its article.
  case title
  /// By the first author, then by title.
  case author
  /// By the first fandom, then by title.
  case fandom
  /// By series and the part in it, then by title.
  case series
  /// The latest change first.
  case updated
  /// The latest first appearance first.
  case published
  /// What came into the index last first.
  case added
  /// The longest first.
  case words
  /// The one with the most chapters first.
  case chapters
  /// By lot.
  case random
}
