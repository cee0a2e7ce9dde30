/// What satisfies a query or does not: a line, or a stretch of lines.
struct Place {
  /// The rows.
  var rows: Range<Int>

  /// The index of the stretch that they are, or belong to.
  var stretch: Int32

  /// The place of a stretch.
  init(stretch: Int32, _ stretches: Stretches) {
    rows = stretches[Int(stretch)]
    self.stretch = stretch
  }

  /// The place of a line.
  init(row: Int, _ stretches: Stretches) {
    rows = row..<row + 1
    stretch = Int32(truncatingIfNeeded: stretches.index(of: row))
  }
}
