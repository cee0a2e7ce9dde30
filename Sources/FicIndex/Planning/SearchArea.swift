import FicModel
import FicQuery

/// What of the text a search looks into.
struct SearchArea: Hashable {
  /// The zones.
  var zones: Set<ZoneKind>

  /// Of the story, whose words.
  var voices = Voice.all

  /// What stands around the story and is by the author as such.
  static let notes: Set<ZoneKind> = [.authorsNote, .reviewReply, .disclaimer, .banner]

  /// What sums the story up.
  static let summary: Set<ZoneKind> = [.summary, .recap]

  /// What `in:` with this value looks into.
  init(_ zone: QueryZone) {
    switch zone {
    case .story: zones = [.story]
    case .dialogue, .thought, .narration:
      zones = [.story]
      voices = [Voice(zone)].reduce(into: []) { if let voice = $1 { $0.insert(voice) } }
    case .notes: zones = Self.notes
    case .summary: zones = Self.summary
    case .all: zones = Set(ZoneKind.allCases)
    }
  }

  /// Whether nothing is looked into.
  var isEmpty: Bool { zones.isEmpty || zones == [.story] && voices.isEmpty }

  /// Narrows it to what `other` looks into as well.
  mutating func formIntersection(_ other: SearchArea) {
    zones.formIntersection(other.zones)
    voices.formIntersection(other.voices)
  }

  /// Takes out what `in:` with this value looks into.
  mutating func subtract(_ zone: QueryZone) {
    if let voice = Voice(zone) {
      voices.remove(voice)
    } else {
      zones.subtract(SearchArea(zone).zones)
    }
    if voices.isEmpty { zones.remove(.story) }
  }

  /// Leaves only what somebody says or thinks.
  mutating func narrowToTurns() {
    zones.formIntersection([.story])
    voices.remove(.narration)
  }
}

extension Voice {
  /// The voice that `in:` with this value asks for; nil where it asks for zones.
  init?(_ zone: QueryZone) {
    switch zone {
    case .dialogue: self = .dialogue
    case .thought: self = .thought
    case .narration: self = .narration
    case .story, .notes, .summary, .all: return nil
    }
  }
}
