import FicIndex

/// Finds the lines that hold terms one after the other, of which the last is only the start of a
/// word.
final class PrefixPhraseCursor: LineCursor {
  let cost: Int

  private let words: any LineCursor
  private let last: UnionCursor
  private let length: Int

  /// Puts the cursor of all but the last term before that of the words with the last one's start.
  init(_ words: any LineCursor, length: Int, _ last: UnionCursor) {
    self.words = words
    self.last = last
    self.length = length
    cost = min(words.cost, last.cost)
  }

  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    var found = LineRun()
    try words.read(ranges, into: &found)
    try sift(found.rows, into: &run)
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    var found = LineRun()
    try words.keep(rows, into: &found)
    try sift(found.rows, into: &run)
  }

  private func sift(_ rows: [Int32], into run: inout LineRun) throws {
    var found = LineRun()
    try last.keep(rows, into: &found)
    for row in found.rows {
      let count = try occurrences(inRow: Int(row)).count
      if count > 0 { run.append(row, UInt16(clamping: count)) }
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    let ends = Set(try last.occurrences(inRow: row).map(\.lowerBound))
    return try words.occurrences(inRow: row).filter { ends.contains($0.upperBound) }
      .map { $0.lowerBound..<$0.lowerBound + length }
  }
}
