/// Adds up what speaks for and against one candidate.
struct Tally {
  private let weights: CueWeights
  private let keepsTrace: Bool
  /// The sum so far.
  private(set) var score = 0.0
  /// Every cue with its value, if that was asked for.
  private(set) var trace: [(cue: Cue, value: Double)] = []

  /// Begins at nothing.
  init(weights: CueWeights, keepsTrace: Bool) {
    self.weights = weights
    self.keepsTrace = keepsTrace
  }

  /// Adds a cue.
  mutating func add(_ cue: Cue, _ value: Double = 1) {
    score += weights[cue] * value
    if keepsTrace { trace.append((cue, value)) }
  }

  /// Begins again.
  mutating func clear() {
    score = 0
    trace.removeAll(keepingCapacity: true)
  }
}
