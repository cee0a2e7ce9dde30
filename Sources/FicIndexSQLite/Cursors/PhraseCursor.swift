import FicIndex

/// Finds the lines that hold terms one after the other.
final class PhraseCursor: LineCursor {
  /// The rarest term's.
  let cost: Int

  private let length: Int

  /// The terms, the rarest first, each with its place in the phrase.
  private let terms: [(cursor: TermCursor, offset: Int32)]

  private var starts = PositionBuffer()

  /// Looks the terms of a phrase up, pairs of frequent words as one.
  ///
  /// - Throws: `DatabaseError`.
  init(_ phrase: [Term], _ context: SearchContext) throws {
    length = phrase.count
    let cover = FrequentWords.standard.cover(of: phrase)
    var terms = try cover.map { term, offset in
      (cursor: try TermCursor(term.bytes, context), offset: Int32(clamping: offset))
    }
    terms.sort { $0.cursor.cost < $1.cursor.cost }
    self.terms = terms
    cost = terms.first?.cursor.cost ?? 0
  }

  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    guard let first = terms.first, cost > 0 else { return }
    var found = LineRun()
    try first.cursor.read(ranges, into: &found)
    try sift(found.rows, into: &run)
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    guard let first = terms.first, cost > 0 else { return }
    var found = LineRun()
    try first.cursor.keep(rows, into: &found)
    try sift(found.rows, into: &run)
  }

  /// Adds those of some lines with the rarest term in which the others stand as the phrase has
  /// them.
  private func sift(_ rows: [Int32], into run: inout LineRun) throws {
    var rows = rows
    for term in terms.dropFirst() where !rows.isEmpty {
      var found = LineRun()
      try term.cursor.keep(rows, into: &found)
      rows = found.rows
    }
    for row in rows where try place(inRow: Int(row)) {
      run.append(row, UInt16(clamping: starts.count))
    }
  }

  /// Puts the places where the phrase begins in a line into `starts`; false where it is not there.
  private func place(inRow row: Int) throws -> Bool {
    guard let first = terms.first,
      try first.cursor.readPositions(inRow: row, less: first.offset, into: &starts)
    else { return false }
    for term in terms.dropFirst() {
      guard try term.cursor.keepPositions(&starts, before: term.offset, inRow: row) else {
        return false
      }
    }
    return starts.count > 0
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] {
    guard try place(inRow: row) else { return [] }
    return (0..<starts.count).map { Int(starts[$0])..<Int(starts[$0]) + length }
  }
}
