/// Why bytes are not the JSON that was expected.
public struct JSONError: Error, Hashable, Sendable {
  /// What was expected and is not there, such as `a string for "ref"`.
  public var expected: String

  /// The byte at which the text stops being JSON; nil where it is JSON of another shape.
  public var offset: Int?

  /// Creates an error.
  public init(expected: String, offset: Int? = nil) {
    self.expected = expected
    self.offset = offset
  }
}
