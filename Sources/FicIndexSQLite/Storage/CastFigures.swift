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

  /// Counts the figures of a chapter; none without one.
  init(_ records: ChapterRecords?, _ lines: LineStreams?) {
    guard let records, let lines else { return }
    var stretch = -1
    var present: Set<CastID> = []
    func leave() {
      for member in present where Self.hasFigures(member) { scenes[member, default: 0] += 1 }
      present = []
    }
    for (line, people) in zip(lines.terms.lines, lines.people) where line.zone == .story {
      if line.stretch != stretch { leave() }
      stretch = line.stretch
      present.formUnion(people.all)
    }
    leave()
    for utterance in records.chapter.utterances where utterance.kind != .notSpeech {
      guard let speaker = utterance.attribution.speaker, Self.hasFigures(speaker) else { continue }
      self.lines[speaker, default: 0] += 1
      for listener in Set(utterance.addressees) where listener != speaker {
        guard Self.hasFigures(listener) else { continue }
        pairs[Pair(member: speaker, partner: listener), default: 0] += 1
        pairs[Pair(member: listener, partner: speaker), default: 0] += 1
      }
    }
  }

  /// Everybody with lines or scenes, ascending.
  var members: [CastID] { Set(lines.keys).union(scenes.keys).sorted() }

  private static func hasFigures(_ member: CastID) -> Bool {
    (0..<RowKey.maximumMembers).contains(member.rawValue)
  }
}
