/// Takes what satisfies a query, place by place: a line, or a stretch of lines.
protocol MatchSink {
  /// Adds the lines of a place that count; places ascend from call to call.
  ///
  /// - Parameters:
  ///   - lines: Holds the lines of this place and of others.
  ///   - leaves: Where those of this place are, leaf by leaf.
  ///   - place: The place.
  mutating func add(_ lines: LineRun, _ leaves: [LeafLines], in place: Place)
}

/// Where in a run the lines of a place are that hold a leaf.
struct LeafLines {
  /// In place of a leaf, of a line that stands for its stretch or turn, in which no word was asked
  /// for.
  static let whole = -1

  /// The number of the leaf, or `whole`.
  var leaf: Int

  /// The indexes of the lines in the run.
  var lines: Range<Int>

  /// Hands the lines of a place to `body`, ascending, each with the leaves that it holds.
  static func forEachLine(
    _ run: LineRun,
    _ leaves: [LeafLines],
    _ body: (_ row: Int32, _ held: [(leaf: Int, count: UInt16)]) -> Void
  ) {
    if leaves.count == 1 {
      for place in leaves[0].lines {
        body(run.rows[place], [(leaves[0].leaf, run.counts[place])])
      }
      return
    }
    var rest = leaves
    var held: [(leaf: Int, count: UInt16)] = []
    while true {
      rest.removeAll { $0.lines.isEmpty }
      guard let row = rest.map({ run.rows[$0.lines.lowerBound] }).min() else { return }
      held.removeAll(keepingCapacity: true)
      for index in rest.indices where run.rows[rest[index].lines.lowerBound] == row {
        let place = rest[index].lines.lowerBound
        held.append((rest[index].leaf, run.counts[place]))
        rest[index].lines = place + 1..<rest[index].lines.upperBound
      }
      body(row, held)
    }
  }
}
