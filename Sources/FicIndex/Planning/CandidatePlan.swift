package import FicModel

/// A question to a backend: which units of one kind satisfy a clause and some constraints.
package struct CandidatePlan: Hashable, Sendable {
  /// The kind of unit that is asked for.
  package var unit: IndexUnit.Kind

  /// What the unit must hold; nil for every unit.
  package var clause: TermClause?

  /// What the scene unit that an utterance lies in must hold; nil for anything.
  ///
  /// Of utterance units only.
  package var sceneClause: TermClause?

  /// What must be known of a work to look into it; nil for anything.
  package var condition: WorkCondition?

  /// The works to look into, ascending; nil for all.
  package var works: [WorkID]?

  /// The works not to look into, ascending.
  package var excludedWorks: [WorkID]

  /// The chapters to look into, counted from the start of the work; nil for all.
  package var chapters: ClosedRange<Int>?

  /// The kinds of utterance to look into; nil for all.
  ///
  /// Of utterance units only.
  package var utteranceKinds: Set<UtteranceKind>?

  /// The least confidence of the attribution.
  ///
  /// Of utterance units with a clause on speaker only.
  package var minimumConfidence: Double

  /// The zones to look into; nil for all.
  ///
  /// Of units of other matter only.
  package var zones: Set<ZoneKind>?

  /// Creates a plan.
  package init(
    unit: IndexUnit.Kind,
    clause: TermClause?,
    sceneClause: TermClause? = nil,
    condition: WorkCondition? = nil,
    works: [WorkID]? = nil,
    excludedWorks: [WorkID] = [],
    chapters: ClosedRange<Int>? = nil,
    utteranceKinds: Set<UtteranceKind>? = nil,
    minimumConfidence: Double = 0,
    zones: Set<ZoneKind>? = nil
  ) {
    self.unit = unit
    self.clause = clause
    self.sceneClause = sceneClause
    self.condition = condition
    self.works = works
    self.excludedWorks = excludedWorks
    self.chapters = chapters
    self.utteranceKinds = utteranceKinds
    self.minimumConfidence = minimumConfidence
    self.zones = zones
  }
}
