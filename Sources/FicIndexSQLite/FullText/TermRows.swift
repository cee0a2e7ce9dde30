/// The rows that hold a term, ascending, each with how often.
struct TermRows {
  /// A row.
  struct Element: Equatable {
    /// The row.
    var row: Int

    /// How often it has the term, 65,535 for more; 0 where it was deleted.
    var count: UInt16
  }

  /// The rows.
  private(set) var elements: [Element] = []

  /// Adds a row behind all others; one with no positions says that an older segment's does not
  /// count.
  @inline(__always)
  mutating func append(_ element: Element) { elements.append(element) }

  /// Removes all rows.
  mutating func removeAll() { elements.removeAll(keepingCapacity: true) }

  /// These rows, and those of an older segment that are not here.
  ///
  /// Complexity: O(n), n being the rows of both.
  func covering(_ older: TermRows) -> TermRows {
    if elements.isEmpty { return older }
    var result = TermRows()
    result.elements.reserveCapacity(elements.count + older.elements.count)
    var place = 0
    for element in elements {
      while place < older.elements.count, older.elements[place].row < element.row {
        result.append(older.elements[place])
        place += 1
      }
      if place < older.elements.count, older.elements[place].row == element.row { place += 1 }
      result.append(element)
    }
    result.elements += older.elements[place...]
    return result
  }
}
