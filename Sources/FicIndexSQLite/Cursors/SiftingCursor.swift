/// Finds some of the lines that another cursor finds.
protocol SiftingCursor: LineCursor {
  /// Finds the lines to choose from.
  var source: any LineCursor { get }

  /// Adds those of some lines of the source that this cursor finds, ascending.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func sift(_ found: LineRun, into run: inout LineRun) throws
}

extension SiftingCursor {
  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    guard cost > 0 else { return }
    var found = LineRun()
    try source.read(ranges, into: &found)
    try sift(found, into: &run)
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    guard cost > 0 else { return }
    var found = LineRun()
    try source.keep(rows, into: &found)
    try sift(found, into: &run)
  }
}
