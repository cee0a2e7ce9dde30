package import FicModel

/// Utterances in which a match does not count.
package struct UtteranceExclusion: Hashable, Sendable {
  /// The kinds of utterance; nil for all.
  package var kinds: Set<UtteranceKind>?

  /// What the names of speaker or addressee must hold; nil for anything.
  package var clause: TermClause?
}
