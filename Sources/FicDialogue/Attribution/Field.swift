/// The candidates of a turn with their scores.
struct Field: Sendable {
  /// One cue of one candidate, kept where weights are fitted or explained.
  struct Entry: Sendable {
    var candidate: Int
    var cue: Cue
    var value: Double
  }

  /// The candidates' members.
  var members: [Int] = []
  /// The sum of their weighted cues: natural logarithms of odds.
  var scores: [Double] = []
  /// How the turn before is reached: nil where nothing leads over, as at a scene's start.
  var same: Cue?
  var back: Cue?
  /// Every cue, if it was asked for.
  var trace: [Entry] = []
}
