/// A match with the words on either side of it, for a concordance.
public struct KeywordInContext: Hashable, Sendable {
  /// The words before, white space folded, ending where the match starts.
  public var left: String

  /// The match itself.
  public var match: String

  /// The words after.
  public var right: String

  /// Creates a concordance line.
  public init(left: String, match: String, right: String) {
    self.left = left
    self.match = match
    self.right = right
  }
}
