import FicIndex

/// Finds the lines that hold terms one after the other.
final class PhraseCursor: SiftingCursor {
  /// The rarest term's.
  let cost: Int

  /// The rarest term.
  let source: any LineCursor

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
    source = terms.first?.cursor ?? UnionCursor([])
    cost = terms.first?.cursor.cost ?? 0
  }

  /// Adds those of some lines with the rarest term in which the others stand as the phrase has
  /// them.
  func sift(_ found: LineRun, into run: inout LineRun) throws {
    var rows = found.rows
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
