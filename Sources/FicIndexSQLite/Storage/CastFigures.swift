import FicIndex
import FicModel

/// What a chapter adds to the figures of its work's cast.
struct CastFigures: Equatable {
  /// Two members, in the order speaker and listener or the other way round.
  struct Pair: Hashable {
    /// The one.
    var member: CastID

    /// The other.
    var partner: CastID
  }

  /// The lines that a member speaks.
  var lines: [CastID: Int] = [:]

  /// The scenes in which a member is present.
  var scenes: [CastID: Int] = [:]

  /// The lines between two members, in both orders.
  var pairs: [Pair: Int] = [:]

  /// The figures of no chapter.
  init() {}

  /// Counts the figures of a chapter.
  init(_ records: ChapterRecords) {
    var seen: Set<Presence> = []
    for unit in records.storedUnits(.scene) {
      for member in unit.present where Self.hasFigures(member) {
        if seen.insert(Presence(member: member, scene: unit.scene)).inserted {
          scenes[member, default: 0] += 1
        }
      }
    }
    for index in records.storedUnits(.utterance).indices {
      guard let utterance = records.utterance(of: index),
        let speaker = utterance.attribution.speaker, Self.hasFigures(speaker)
      else { continue }
      lines[speaker, default: 0] += 1
      for listener in Set(utterance.addressees) where listener != speaker {
        guard Self.hasFigures(listener) else { continue }
        pairs[Pair(member: speaker, partner: listener), default: 0] += 1
        pairs[Pair(member: listener, partner: speaker), default: 0] += 1
      }
    }
  }

  /// Everybody with lines or scenes, ascending.
  var members: [CastID] { Set(lines.keys).union(scenes.keys).sorted() }

  private struct Presence: Hashable {
    var member: CastID
    var scene: Int
  }

  private static func hasFigures(_ member: CastID) -> Bool {
    (0..<RowKey.maximumMembers).contains(member.rawValue)
  }
}
