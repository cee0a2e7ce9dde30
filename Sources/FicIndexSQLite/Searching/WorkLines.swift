import FicIndex
import FicModel

/// Keeps the lines that answer and tell.
struct WorkLines: MatchSink {
  /// The lines, as they came.
  private(set) var lines: [MatchedLine] = []

  /// Whether there were more lines than are kept.
  private(set) var isCut = false

  private let weights: LeafWeights
  private let limit: Int

  /// Where a row stands; nil for a line that is not wanted.
  private let place: (_ row: Int) -> LinePlace?

  /// Prepares to keep lines.
  ///
  /// - Parameters:
  ///   - weights: Tells which leaves tell.
  ///   - limit: The most lines that are kept.
  ///   - place: Says where a row stands; nil for a line that is not wanted.
  init(_ weights: LeafWeights, limit: Int = .max, place: @escaping (_ row: Int) -> LinePlace?) {
    self.weights = weights
    self.limit = limit
    self.place = place
  }

  mutating func add(_ run: LineRun, _ leaves: [LeafLines], in place: Place) {
    guard !isCut else { return }
    LeafLines.forEachLine(run, leaves) { row, held in
      let tells = held.contains { $0.leaf < 0 || weights.telling.contains($0.leaf) }
      guard tells, let place = self.place(Int(row)) else { return }
      guard lines.count < limit else {
        isCut = true
        return
      }
      var own = LeafSet()
      for (leaf, _) in held where leaf >= 0 { own.insert(leaf) }
      let matches = held.reduce(0) { $0 + Int($1.count) }
      lines.append(
        MatchedLine(
          key: place.key,
          leaves: own,
          matches: matches,
          stretch: place.stretch,
          zone: place.zone
        )
      )
    }
  }
}
