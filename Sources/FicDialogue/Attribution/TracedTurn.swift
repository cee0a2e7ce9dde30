/// A turn as the joint pass saw it: for the tool that fits the weights.
package struct TracedTurn: Sendable {
  /// One cue of one candidate.
  package struct Entry: Sendable {
    /// The candidate's place in `candidates`.
    package var candidate: Int
    /// The cue's number in `CueWeights.names`.
    package var cue: Int
    /// How much of it there is.
    package var value: Double
  }

  /// The quotations of the turn: Unicode scalars of the source, the end exclusive.
  package var quotations: [Range<Int>]
  /// Who may speak, by the names that the cast shows.
  package var candidates: [String]
  /// The numbers that tell the candidates apart within the work.
  package var members: [Int]
  /// Every cue of every candidate.
  package var entries: [Entry]
  /// The cue of the same speaker going on; nil where a run begins.
  package var same: Int?
  /// The cue of the speaker before last coming back.
  package var back: Int?
  /// Whether a tag says who speaks.
  package var isTagged: Bool
}
