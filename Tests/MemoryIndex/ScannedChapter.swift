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
  private let cast: [CastMember]

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
    self.cast = cast
  }

  /// Whether one of the names that are known up to a chapter of a member holds a phrase.
  func isNamed(_ member: CastID, _ name: TermPhrase, upTo border: Int?) -> Bool {
    cast.indices.contains(member.rawValue)
      && cast[member.rawValue].isCalled(name, upTo: border ?? .max)
  }

  /// Whether a condition holds of a line, negation aside, for somebody who has read up to a
  /// chapter.
  func holds(_ condition: PersonCondition, of item: Item, upTo border: Int?) -> Bool {
    func isNamed(_ member: CastID, _ name: TermPhrase) -> Bool {
      self.isNamed(member, name, upTo: border)
    }
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
