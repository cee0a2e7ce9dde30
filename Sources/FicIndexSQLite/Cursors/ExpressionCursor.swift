import FicIndex
import FicModel

/// Finds the lines whose text a regular expression matches, by reading the texts of those that hold
/// the letters that it must find.
final class ExpressionCursor: LineCursor {
  let cost: Int

  private let context: SearchContext
  private let texts: ExpressionTexts

  /// Finds the lines that may match; nil where any may.
  private let source: (any LineCursor)?

  /// Looks up what lines must hold.
  ///
  /// - Parameters:
  ///   - texts: Tries the expression on lines, and knows those on which it was tried.
  ///   - source: Finds the lines that may match; nil where any may.
  ///   - context: The state of the index.
  init(_ texts: ExpressionTexts, among source: (any LineCursor)?, _ context: SearchContext) {
    self.texts = texts
    self.source = source
    self.context = context
    // What else is wanted is looked for first: nothing takes as long as to read texts.
    cost = source?.cost == 0 ? 0 : max(1, context.directory.marks.count)
  }

  func read(_ ranges: [Range<Int>], into run: inout LineRun) throws {
    guard cost > 0 else { return }
    guard let source else {
      let end = context.directory.marks.count
      for range in ranges {
        try sift(range.clamped(to: 0..<end).lazy.map { Int32($0) }, into: &run)
      }
      return
    }
    var found = LineRun()
    try source.read(ranges, into: &found)
    try sift(found.rows, into: &run)
  }

  func keep(_ rows: [Int32], into run: inout LineRun) throws {
    guard cost > 0 else { return }
    guard let source else { return try sift(rows, into: &run) }
    var found = LineRun()
    try source.keep(rows, into: &found)
    try sift(found.rows, into: &run)
  }

  private func sift(_ rows: some Sequence<Int32>, into run: inout LineRun) throws {
    for row in rows where context.directory.marks[Int(row)] != LineMark.gone {
      let count = try texts.places(inRow: Int(row)).count
      if count > 0 { run.append(row, UInt16(clamping: count)) }
    }
  }

  func occurrences(inRow row: Int) throws -> [Range<Int>] { try texts.places(inRow: row) }
}
