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

  /// The key of a row; nil for a line that is not wanted.
  private let key: (_ row: Int) -> LineKey?

  /// Prepares to keep lines.
  ///
  /// - Parameters:
  ///   - weights: Tells which leaves tell.
  ///   - limit: The most lines that are kept.
  ///   - key: Gives the key of a row; nil for a line that is not wanted.
  init(_ weights: LeafWeights, limit: Int = .max, key: @escaping (_ row: Int) -> LineKey?) {
    self.weights = weights
    self.limit = limit
    self.key = key
  }

  mutating func add(_ run: LineRun, _ leaves: [LeafLines], in place: Place) {
    guard !isCut else { return }
    LeafLines.forEachLine(run, leaves) { row, held in
      let tells = held.contains { $0.leaf < 0 || weights.telling.contains($0.leaf) }
      guard tells, let key = key(Int(row)) else { return }
      guard lines.count < limit else {
        isCut = true
        return
      }
      var own = LeafSet()
      for (leaf, _) in held where leaf >= 0 { own.insert(leaf) }
      let matches = held.reduce(0) { $0 + Int($1.count) }
      lines.append(MatchedLine(key: key, leaves: own, matches: matches))
    }
  }
}
