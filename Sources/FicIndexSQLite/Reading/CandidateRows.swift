import FicIndex

/// Units that satisfy a clause, ascending by key, with the figures of the clause's counted leaves.
struct CandidateRows {
  /// Ascending.
  var rowids: [Int] = []

  /// `leaves` figures a row.
  var frequencies: [UInt16] = []

  /// The number of counted leaves.
  var leaves = 0

  /// The figures of the row at `index`.
  func frequencies(at index: Int) -> ArraySlice<UInt16> {
    frequencies[index * leaves..<(index + 1) * leaves]
  }

  /// The rows that both have, with the figures of both.
  func intersection(_ other: CandidateRows) -> CandidateRows {
    merged(other) { isHere, isThere in isHere && isThere }
  }

  /// The rows of either, with the figures of both; figures are 0 where a row is missing.
  func union(_ other: CandidateRows) -> CandidateRows {
    merged(other) { _, _ in true }
  }

  /// The rows that `other` has not, with their own figures.
  func subtracting(_ other: CandidateRows) -> CandidateRows {
    var other = other
    other.leaves = 0
    other.frequencies = []
    return merged(other) { isHere, isThere in isHere && !isThere }
  }

  private func merged(
    _ other: CandidateRows,
    _ takes: (_ isHere: Bool, _ isThere: Bool) -> Bool
  ) -> CandidateRows {
    var result = CandidateRows(leaves: leaves + other.leaves)
    var i = 0
    var j = 0
    while i < rowids.count || j < other.rowids.count {
      let here = i < rowids.count ? rowids[i] : .max
      let there = j < other.rowids.count ? other.rowids[j] : .max
      let isHere = here <= there
      let isThere = there <= here
      if takes(isHere, isThere) {
        result.rowids.append(min(here, there))
        result.append(isHere ? frequencies(at: i) : nil, count: leaves)
        result.append(isThere ? other.frequencies(at: j) : nil, count: other.leaves)
      }
      if isHere { i += 1 }
      if isThere { j += 1 }
    }
    return result
  }

  private mutating func append(_ figures: ArraySlice<UInt16>?, count: Int) {
    if let figures { frequencies += figures } else { frequencies += repeatElement(0, count: count) }
  }
}

extension CandidateRows {
  /// The units of full-text rows, in the order of their keys.
  init(ofRows rows: CandidateRows, _ kind: IndexUnit.Kind) {
    self.init(leaves: rows.leaves)
    let numbers = FullTextRow(kind)
    let units = rows.rowids.map(numbers.unit)
    guard let last = rows.rowids.last, FullTextRow.isFar(last) else {
      (rowids, frequencies) = (units, rows.frequencies)
      return
    }
    for place in units.indices.sorted(by: { units[$0] < units[$1] }) {
      rowids.append(units[place])
      frequencies += rows.frequencies(at: place)
    }
  }
}
