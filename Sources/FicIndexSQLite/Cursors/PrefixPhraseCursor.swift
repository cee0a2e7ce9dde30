import FicIndex

/// Finds the lines that hold terms one after the other, of which the last is only the start of a
/// word.
final class PrefixPhraseCursor: SiftingCursor {
  let cost: Int

  /// Finds all but the last term.
  let source: any LineCursor

  private let last: UnionCursor
  private let length: Int

  /// Puts the cursor of all but the last term before that of the words with the last one's start.
  init(_ words: any LineCursor, length: Int, _ last: UnionCursor) {
    source = words
    self.last = last
    self.length = length
    cost = min(words.cost, last.cost)
  }

  func sift(_ found: LineRun, into run: inout LineRun) throws {
    var kept = LineRun()
    try last.keep(found.rows, into: &kept)
    for row in kept.rows {
      let count = try occurrences(inRow: Int(row)).count
      if count > 0 { run.append(row, UInt16(clamping: count)) }
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    let ends = Set(try last.occurrences(inRow: row).map(\.lowerBound))
    return try source.occurrences(inRow: row).filter { ends.contains($0.upperBound) }
      .map { $0.lowerBound..<$0.lowerBound + length }
  }
}
