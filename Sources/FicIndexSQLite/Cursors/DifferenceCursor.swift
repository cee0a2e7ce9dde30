/// Finds the lines that one cursor finds and another does not.
final class DifferenceCursor: SiftingCursor {
  var cost: Int { source.cost }

  let source: any LineCursor
  private let unwanted: any LineCursor

  /// Takes the lines of one cursor from those of another.
  init(_ wanted: any LineCursor, _ unwanted: any LineCursor) {
    source = wanted
    self.unwanted = unwanted
  }

  func sift(_ found: LineRun, into run: inout LineRun) throws {
    var others = LineRun()
    try unwanted.keep(found.rows, into: &others)
    var next = 0
    for place in found.rows.indices {
      while next < others.count, others.rows[next] < found.rows[place] { next += 1 }
      if next < others.count, others.rows[next] == found.rows[place] { continue }
      run.append(found.rows[place], found.counts[place])
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] { try source.occurrences(inRow: row) }
}
