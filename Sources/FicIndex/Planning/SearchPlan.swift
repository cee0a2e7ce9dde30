/// One of the alternatives that a query comes to: a question to the index, and what of its answer
/// counts.
package struct SearchPlan: Hashable, Sendable {
  /// The question.
  package var candidates: CandidatePlan

  /// The utterances in which a match does not count.
  ///
  /// Of scene units only.
  package var exclusions: [UtteranceExclusion]

  /// What the units must not hold, where nothing is said of what they must; nil for anything.
  package var unwanted: TermClause?

  /// Whether it asks who speaks or is spoken to, so that the confidence of that matters.
  package var asksWhoSpeaks: Bool
}
