import FicModel
import FicQuery

/// The kinds of unit that a search looks into.
struct SearchArea: Hashable {
  /// Whether the story as a whole is looked into.
  var story = false

  /// Parts of the story that are left out, where the whole is looked into.
  var withoutKinds: Set<UtteranceKind> = []

  /// The kinds of utterance that are looked into, where the story as a whole is not.
  var utterances: Set<UtteranceKind> = []

  /// The zones of other matter that are looked into.
  var matter: Set<ZoneKind> = []

  /// What is said, written or sent.
  static let dialogue: Set<UtteranceKind> = [.speech, .textMessage, .letter]

  /// What is thought.
  static let thought: Set<UtteranceKind> = [.thought]

  /// What stands around the story and is by the author as such.
  static let notes: Set<ZoneKind> = [.authorsNote, .reviewReply, .disclaimer, .banner]

  /// What sums the story up.
  static let summary: Set<ZoneKind> = [.summary, .recap]

  /// What `in:` with this value looks into.
  init(_ zone: QueryZone) {
    switch zone {
    case .story: story = true
    case .dialogue: utterances = Self.dialogue
    case .thought: utterances = Self.thought
    case .narration:
      story = true
      withoutKinds = Self.dialogue.union(Self.thought)
    case .notes: matter = Self.notes
    case .summary: matter = Self.summary
    case .all:
      story = true
      matter = Set(ZoneKind.allCases).subtracting([.story])
    }
  }

  /// Whether nothing is looked into.
  var isEmpty: Bool { !story && utterances.isEmpty && matter.isEmpty }

  /// Whether the story or a part of it is looked into.
  var reachesStory: Bool { story || !utterances.isEmpty }

  /// Narrows it to what `other` looks into as well.
  mutating func formIntersection(_ other: SearchArea) {
    matter.formIntersection(other.matter)
    switch (story, other.story) {
    case (true, true): withoutKinds.formUnion(other.withoutKinds)
    case (true, false):
      utterances = other.utterances.subtracting(withoutKinds)
      (story, withoutKinds) = (false, [])
    case (false, true): utterances.subtract(other.withoutKinds)
    case (false, false): utterances.formIntersection(other.utterances)
    }
  }

  /// Takes out what `in:` with this value looks into.
  mutating func subtract(_ zone: QueryZone) {
    switch zone {
    case .story, .all: self = zone == .all ? SearchArea(matter: []) : SearchArea(matter: matter)
    case .dialogue: subtract(Self.dialogue)
    case .thought: subtract(Self.thought)
    case .narration:
      if story { utterances = Self.dialogue.union(Self.thought).subtracting(withoutKinds) }
      (story, withoutKinds) = (false, [])
    case .notes: matter.subtract(Self.notes)
    case .summary: matter.subtract(Self.summary)
    }
  }

  /// Leaves only utterances, of which somebody is the speaker.
  mutating func narrowToUtterances() {
    matter = []
    guard story else { return }
    utterances = Self.dialogue.union(Self.thought).subtracting(withoutKinds)
    (story, withoutKinds) = (false, [])
  }

  private init(matter: Set<ZoneKind>) {
    self.matter = matter
  }

  private mutating func subtract(_ kinds: Set<UtteranceKind>) {
    if story { withoutKinds.formUnion(kinds) }
    utterances.subtract(kinds)
  }
}
