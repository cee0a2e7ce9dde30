/// Finds the lines that hold something, in ranges of rows that ascend from call to call, so that a
/// cursor reads on where it was.
protocol LineCursor: AnyObject {
  /// How many lines it may find at most: a measure of what it takes.
  var cost: Int { get }

  /// Adds the lines in some ranges of rows, ascending and apart, to a run, ascending.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws

  /// Adds those of some rows, ascending, that it finds.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func keep(_ rows: [Int32], into run: inout LineRun) throws

  /// Where in a line what it finds stands, as ranges of its words, ascending.
  ///
  /// Rows that ascend from call to call take the least.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func occurrences(inRow row: Int) throws -> [Range<Int>]
}
