import FicIndex
import FicModel

/// Adds matches up by work, and keeps their lines where they are few: a page then shows them
/// without another search.
struct TallyWithLines: MatchSink {
  /// More lines are not kept: a few pages of most works.
  private static let mostLines = 256

  private(set) var tally: TallySink
  private(set) var lines: WorkLines

  /// Prepares to add.
  init(_ weights: LeafWeights, _ directory: LineDirectory) {
    tally = TallySink(weights, directory)
    lines = WorkLines(weights, limit: Self.mostLines) { LinePlace(row: $0, directory) }
  }

  mutating func add(_ run: LineRun, _ leaves: [LeafLines], in place: Place) {
    tally.add(run, leaves, in: place)
    lines.add(run, leaves, in: place)
  }
}
