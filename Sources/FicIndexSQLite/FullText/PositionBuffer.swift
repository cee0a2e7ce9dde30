/// Positions of a word in a row, in memory that is used again for the next row: to empty an `Array`
/// and fill it anew for every row would take longer than to read the positions.
struct PositionBuffer {
  /// The positions, ascending, and behind `count` what earlier rows have left.
  private(set) var values: [Int32] = []

  /// The number of positions.
  private(set) var count = 0

  /// The positions.
  var array: [Int] { (0..<count).map { Int(values[$0]) } }

  /// The position at an index below `count`.
  @inline(__always)
  subscript(index: Int) -> Int32 { values[index] }

  /// Puts other positions in place of these.
  ///
  /// - Parameters:
  ///   - limit: The most that there may be.
  ///   - body: Writes them from index 0 on and returns how many there are.
  @inline(__always)
  mutating func fill(atMost limit: Int, _ body: (inout MutableSpan<Int32>) -> Int) {
    if values.count < limit {
      values.append(
        contentsOf: repeatElement(0, count: max(limit, 2 * values.count) - values.count)
      )
    }
    var span = values.mutableSpan
    let filled = body(&span)
    count = min(filled, limit)
  }

  /// Keeps some of the positions, in their order.
  ///
  /// `body` receives them all, moves those to keep to the front and returns how many there are.
  @inline(__always)
  mutating func sift(_ body: (inout MutableSpan<Int32>, _ count: Int) -> Int) {
    let count = count
    var span = values.mutableSpan
    let kept = body(&span, count)
    self.count = min(kept, count)
  }
}
