/// A term that a clause looks for in one column, whole or as the start of a word.
struct TermPattern: Hashable, Sendable {
  /// The term's bytes.
  var bytes: [UInt8]

  /// Whether longer words that start so match too.
  var isPrefix: Bool

  /// The column.
  var column: TermClause.Column

  /// Whether `term` is what is looked for.
  func matches(_ term: borrowing Span<UInt8>) -> Bool {
    guard isPrefix ? term.count >= bytes.count : term.count == bytes.count else { return false }
    for index in bytes.indices where term[index] != bytes[index] { return false }
    return true
  }
}
