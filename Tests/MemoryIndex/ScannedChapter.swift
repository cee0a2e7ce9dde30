import FicIndex
import FicModel

/// A chapter as a scan reads it: every line word by word, with who it has to do with.
struct ScannedChapter {
  /// A line.
  struct Item {
    var key: LineKey
    var line: Line
    var reading: LineReading
    var people: LinePeople
  }

  let items: [Item]
  private let names: [[[Term]]]

  init(_ records: ChapterRecords, cast: [CastMember]) {
    let lines = ChapterLines(records.chapter).lines
    let people = records.chapter.people(of: lines)
    items = lines.indices.map { index in
      Item(
        key: LineKey(chapter: records.key, line: index),
        line: lines[index],
        reading: LineReading(lines[index], of: records.chapter),
        people: people[index]
      )
    }
    let analyzer = Analyzer()
    names = cast.map { $0.indexedNames.map(analyzer.terms) }
  }

  /// Whether one of a member's names holds a phrase.
  func isNamed(_ member: CastID, _ name: TermPhrase) -> Bool {
    names.indices.contains(member.rawValue)
      && names[member.rawValue].contains { !name.starts(in: $0).isEmpty }
  }

  /// Whether a condition holds of a line, negation aside.
  func holds(_ condition: PersonCondition, of item: Item) -> Bool {
    let people = item.people
    let speaks = people.speaker.map { isNamed($0, condition.name) } ?? false
    switch condition.role {
    case .speaker: return speaks
    case .addressee: return people.addressees.contains { isNamed($0, condition.name) }
    case .named: return !speaks && people.named.contains { isNamed($0, condition.name) }
    case .present:
      return item.line.zone == .story && people.all.contains { isNamed($0, condition.name) }
    }
  }
}
