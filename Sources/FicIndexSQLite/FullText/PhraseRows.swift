/// Rows that hold the words of a phrase so far, with the places where the phrase may begin.
struct PhraseRows {
  /// The rows, ascending.
  private(set) var rowids: [Int] = []

  /// Where the places of each row end in `values`.
  private var ends: [Int32] = []

  private var values: [Int32] = []

  /// Takes those of some ascending rows that hold a term.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - postings: The term's postings, read no further than the rows.
  ///   - column: The column to look into.
  ///   - offset: The term's place in the phrase.
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  init(
    _ rows: [Int],
    _ postings: inout TermPostings,
    column: Int,
    offset: Int
  ) throws {
    var positions: [Int32] = []
    let offset = Int32(truncatingIfNeeded: offset)
    for row in rows {
      guard let index = try postings.find(row) else { continue }
      postings.readPositions(at: index, inColumn: column, into: &positions)
      if positions.isEmpty { continue }
      for position in positions { values.append(position &- offset) }
      end(row)
    }
  }

  /// The places where the phrase may begin in the row at an index.
  func starts(at index: Int) -> ArraySlice<Int32> {
    values[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// Keeps the rows and places that another term of the phrase agrees with.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  mutating func keep(_ postings: inout TermPostings, column: Int, offset: Int) throws {
    let before = self
    var positions: [Int32] = []
    rowids.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    for (number, row) in before.rowids.enumerated() {
      guard let index = try postings.find(row) else { continue }
      positions.removeAll(keepingCapacity: true)
      positions.append(contentsOf: before.starts(at: number))
      postings.keep(&positions, before: offset, at: index, inColumn: column)
      if positions.isEmpty { continue }
      values.append(contentsOf: positions)
      end(row)
    }
  }

  private mutating func end(_ row: Int) {
    rowids.append(row)
    ends.append(Int32(truncatingIfNeeded: values.count))
  }
}
