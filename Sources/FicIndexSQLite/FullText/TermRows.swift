/// The rows that hold a term, ascending, each with how often it is in the first column and in the second.
struct TermRows {
  /// The rows.
  private(set) var rows: [Int] = []

  /// For each row how often the first column has the term; 65,535 for more.
  private(set) var first: [UInt16] = []

  /// For each row how often the second column has it.
  private(set) var second: [UInt16] = []

  /// Adds a row behind all others; one with no positions says that an older segment's does not count.
  mutating func append(_ row: Int, first: UInt16, second: UInt16) {
    rows.append(row)
    self.first.append(first)
    self.second.append(second)
  }

  /// Removes all rows.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    first.removeAll(keepingCapacity: true)
    second.removeAll(keepingCapacity: true)
  }

  /// These rows, and those of an older segment that are not here.
  ///
  /// Complexity: O(n), n being the rows of both.
  func covering(_ older: TermRows) -> TermRows {
    if rows.isEmpty { return older }
    var result = TermRows()
    result.reserve(rows.count + older.rows.count)
    var (i, j) = (0, 0)
    while i < rows.count || j < older.rows.count {
      if j == older.rows.count || (i < rows.count && rows[i] <= older.rows[j]) {
        if j < older.rows.count, rows[i] == older.rows[j] { j += 1 }
        result.append(rows[i], first: first[i], second: second[i])
        i += 1
      } else {
        result.append(older.rows[j], first: older.first[j], second: older.second[j])
        j += 1
      }
    }
    return result
  }

  private mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    first.reserveCapacity(count)
    second.reserveCapacity(count)
  }
}
