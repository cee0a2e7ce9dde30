/// Finds the lines that one cursor finds and another does not.
final class DifferenceCursor: LineCursor {
  var cost: Int { wanted.cost }

  private let wanted: any LineCursor
  private let unwanted: any LineCursor

  /// Takes the lines of one cursor from those of another.
  init(_ wanted: any LineCursor, _ unwanted: any LineCursor) {
    self.wanted = wanted
    self.unwanted = unwanted
  }

  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    var found = LineRun()
    try wanted.read(ranges, into: &found)
    try sift(found, into: &run)
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    var found = LineRun()
    try wanted.keep(rows, into: &found)
    try sift(found, into: &run)
  }

  private func sift(_ found: LineRun, into run: inout LineRun) throws {
    var others = LineRun()
    try unwanted.keep(found.rows, into: &others)
    var next = 0
    for place in found.rows.indices {
      while next < others.count, others.rows[next] < found.rows[place] { next += 1 }
      if next < others.count, others.rows[next] == found.rows[place] { continue }
      run.append(found.rows[place], found.counts[place])
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] { try wanted.occurrences(inRow: row) }
}
