package import FicModel

/// One of the alternatives that a query comes to: which lines answer.
package struct LinePlan: Hashable, Sendable {
  /// The stretch of text in which a plan's words are looked for together.
  package enum Reach: Hashable, Sendable {
    /// A scene, or a stretch of other matter.
    case scene
    /// One line, with one speaker's turn.
    case line
  }

  /// What the stretch must hold; nil for anything.
  package var clause: TermClause?

  /// What the stretch must not hold; nil for anything.
  package var unwanted: TermClause?

  /// The stretch.
  package var reach: Reach

  /// The zones that are looked into.
  package var zones: Set<ZoneKind>

  /// Whose words count.
  package var voices: Set<Voice>

  /// What is asked of people.
  package var people: [PersonCondition]

  /// The least confidence of who speaks; of plans that ask who does.
  package var minimumConfidence: Double

  /// What must be known of a work to look into it; nil for anything.
  package var condition: WorkCondition?

  /// The works to look into; nil for all.
  package var works: [WorkID]?

  /// The chapters to look into, counted from the start of the work; nil for all.
  package var chapters: ClosedRange<Int>?

  /// What is asked of the numbers above the chapters, all of it.
  package var printed: [PrintedCondition]

  /// The last chapter that was read, of which nothing later may show; nil for all.
  package var border: Int?

  /// Creates a plan.
  package init(
    clause: TermClause?,
    unwanted: TermClause? = nil,
    reach: Reach = .scene,
    zones: Set<ZoneKind> = [.story],
    voices: Set<Voice> = Voice.all,
    people: [PersonCondition] = [],
    minimumConfidence: Double = 0,
    condition: WorkCondition? = nil,
    works: [WorkID]? = nil,
    chapters: ClosedRange<Int>? = nil,
    printed: [PrintedCondition] = [],
    border: Int? = nil
  ) {
    self.clause = clause
    self.unwanted = unwanted
    self.reach = reach
    self.zones = zones
    self.voices = voices
    self.people = people
    self.minimumConfidence = minimumConfidence
    self.condition = condition
    self.works = works
    self.chapters = chapters
    self.printed = printed
    self.border = border
  }

  /// Whether it asks who speaks or is spoken to, so that the confidence of that matters.
  package var asksWhoSpeaks: Bool { people.contains(where: \.asksWhoSpeaks) }
}
