/// What the passes over the turns of a work saw: for the tool that fits what cues are worth.
package struct WorkTrace: Sendable {
  /// Somebody who may speak.
  package struct Member: Sendable {
    /// The name that the cast shows, and the others.
    package var name: String
    package var aliases: [String]
    /// The names of several people who are spoken to at once.
    package var people: [String] = []
  }

  /// What a pass saw of a turn.
  package struct Pass: Sendable {
    /// Who may speak, as indices into the members.
    package var members: [Int]
    /// Their cues, a row for each; none where an earlier pass was sure.
    package var rows: [[Float]]
    /// The cues of the transition; empty where a run begins.
    package var transition: [Float]
    /// Each candidate's score.
    package var scores: [Float]

    init(_ field: Field) {
      members = field.members
      rows = field.rows
      transition = field.transition
      scores = field.scores
    }
  }

  /// A turn.
  package struct Turn: Sendable {
    /// The document that it is in.
    package var document: Int
    /// Its quotations: Unicode scalars of the source, the end exclusive.
    package var quotations: [Range<Int>]
    /// What the first pass saw, and the second.
    package var first: Pass
    package var second: Pass
    /// Whom it may be spoken to.
    package var addressee: Pass
  }

  package var members: [Member] = []
  package var turns: [Turn] = []
}
