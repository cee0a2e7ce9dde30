/// Tokens in a row, in half the room of a `Range<Int>`: a work keeps several for every line.
struct TokenRange: Hashable, Sendable {
  private let first: Int32
  private let end: Int32

  /// Takes a range of the tokens of a chapter.
  init(_ range: Range<Int>) {
    first = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
  }

  /// The places in the chapter's list.
  var range: Range<Int> { Int(first)..<Int(end) }
}
