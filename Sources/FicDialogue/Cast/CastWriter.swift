import FicModel
import FicParsing

/// Writes the cast of a work from what was read: who speaks or is named as a person.
struct CastWriter {
  /// The cast.
  private(set) var members: [CastMember] = []
  /// The place of each member in the cast, or nil where it is no person.
  private(set) var ids: [CastID?]

  /// Creates the cast, people with names first, in the order in which the work brings them.
  init(builder: CastBuilder, reader: SpeakerReader, drafts: [ChapterDraft]) {
    ids = [CastID?](repeating: nil, count: reader.traits.count)
    var speaks = [Bool](repeating: false, count: reader.traits.count)
    for decision in reader.readings.lazy.flatMap(\.decisions) {
      if let member = decision.member { speaks[member] = true }
    }
    for told in reader.readings.lazy.flatMap(\.told.values) {
      for member in told.addressees { speaks[member] = true }
    }
    for index in builder.members.indices where speaks[index] || reader.traits[index].isPerson {
      if builder.members[index].isNarrator, !speaks[index] { continue }
      ids[index] = CastID(rawValue: members.count)
      members.append(builder.castMember(index))
    }
    let named = reader.traits.count - reader.toldNames.count
    for index in builder.members.count..<named where speaks[index] {
      let entry = reader.descriptions[index]
      ids[index] = CastID(rawValue: members.count)
      var member = CastMember(
        name: CastBuilder.text(
          drafts[entry.chapter].chapter.text,
          TextSpan(entry.start, entry.end)
        ),
        gender: entry.gender,
        kind: entry.isGroup ? .group : .described
      )
      member.firstChapters = [entry.chapter + 1]
      members.append(member)
    }
    for (index, name) in reader.toldNames.enumerated() where speaks[named + index] {
      ids[named + index] = CastID(rawValue: members.count)
      members.append(CastMember(name: name))
    }
  }
}
