/// The candidates of a turn with their scores.
struct Field: Sendable {
  /// The candidates' members.
  var members: [Int] = []
  /// What each is worth: natural logarithms of odds.
  var scores: [Float] = []
  /// What the same speaker going on is worth; nil where nothing leads over, as at a scene's start.
  var same: Float?
  /// What the speaker before last coming back is worth.
  var back: Float?
  /// Whether an earlier pass was sure, so that there is one candidate and nothing to weigh.
  var isSettled = false
  /// The cues of every candidate and of the transition, where they were asked for.
  var rows: [[Float]] = []
  var transition: [Float] = []
}
