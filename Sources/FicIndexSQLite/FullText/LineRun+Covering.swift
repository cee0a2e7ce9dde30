/// Rows of a term in segments of an FTS5 table: one with a frequency of 0 says that the row of an
/// older segment does not count.
extension LineRun {
  /// These rows, and those of an older segment that are not here.
  ///
  /// Complexity: O(n), n being the rows of both.
  func covering(_ older: LineRun) -> LineRun {
    if isEmpty { return older }
    var result = LineRun()
    result.rows.reserveCapacity(count + older.count)
    result.counts.reserveCapacity(count + older.count)
    var place = 0
    for index in rows.indices {
      while place < older.count, older.rows[place] < rows[index] {
        result.append(older.rows[place], older.counts[place])
        place += 1
      }
      if place < older.count, older.rows[place] == rows[index] { place += 1 }
      result.append(rows[index], counts[index])
    }
    result.rows += older.rows[place...]
    result.counts += older.counts[place...]
    return result
  }

  /// These rows without those that do not count.
  func counting() -> LineRun {
    guard counts.contains(0) else { return self }
    var result = LineRun()
    for index in rows.indices where counts[index] > 0 { result.append(rows[index], counts[index]) }
    return result
  }
}
