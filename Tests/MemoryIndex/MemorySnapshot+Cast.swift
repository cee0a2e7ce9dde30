package import FicIndex
package import FicModel

extension MemorySnapshot {
  package func cast(
    of work: WorkID?,
    named name: [Term]?,
    limit: Int,
    fitting fits: (_ names: [String]) -> Bool
  ) -> [CastEntry] {
    let analyzer = Analyzer()
    var entries: [(entry: CastEntry, order: (WorkID, Int))] = []
    for record in contents.works.values where work == nil || record.id == work {
      let chapters = contents.chapters(of: record.id)
      for (index, member) in record.cast.enumerated() {
        let isNamed = name.map { name in
          member.indexedNames.contains {
            !TermPhrase(name).starts(in: analyzer.terms(of: $0)).isEmpty
          }
        }
        guard isNamed ?? true else { continue }
        let figures = CastFigures(of: CastID(rawValue: index), in: chapters)
        let removed = contents.removals.keys.filter { $0.work == record.id }
        let count = chapters.count { !removed.contains($0.key) }
        guard var entry = figures.entry(for: member, of: record, chapters: count) else { continue }
        entry.member = CastID(rawValue: index)
        entry.firstChapters = member.firstChapters
        entries.append((entry, (record.id, index)))
      }
    }
    entries.sort { left, right in
      let (a, b) = (left.entry, right.entry)
      if a.lines != b.lines { return a.lines > b.lines }
      if a.scenes != b.scenes { return a.scenes > b.scenes }
      return left.order < right.order
    }
    return entries.prefix(max(0, limit)).map(\.entry).filter { fits([$0.name] + $0.aliases) }
  }
}

/// The figures of one member, counted from the records of its work.
private struct CastFigures {
  var lines = 0
  var scenes = 0
  var chapters: [CastEntry.Appearance] = []
  var partners: [CastID: Int] = [:]

  init(of member: CastID, in chapters: [ChapterRecords]) {
    for records in chapters {
      let all = ChapterLines(records.chapter).lines
      let present = zip(all, records.chapter.people(of: all)).filter { line, people in
        line.zone == .story && people.all.contains(member)
      }
      let spoken = addLines(of: member, in: records.chapter)
      let scenes = Set(present.map(\.0.stretch)).count
      self.scenes += scenes
      lines += spoken
      guard spoken > 0 || scenes > 0 else { continue }
      // A chapter that was removed counts for the place that it had, as far as its number tells.
      let number = records.key.chapter
      let place =
        number < ChapterRemoval.firstNumber ? number : number - ChapterRemoval.firstNumber + 1
      self.chapters.append(
        CastEntry.Appearance(
          chapter: place,
          lines: spoken,
          scenes: scenes,
          border: max(place, records.chapter.title.number ?? 0)
        )
      )
    }
  }

  private mutating func addLines(of member: CastID, in chapter: Chapter) -> Int {
    var spoken = 0
    for utterance in chapter.utterances where utterance.kind != .notSpeech {
      guard let speaker = utterance.attribution.speaker else { continue }
      if speaker == member { spoken += 1 }
      for addressee in Set(utterance.addressees) where addressee != speaker {
        if speaker == member { partners[addressee, default: 0] += 1 }
        if addressee == member { partners[speaker, default: 0] += 1 }
      }
    }
    return spoken
  }

  /// The entry; nil for a member who neither speaks nor is present.
  func entry(for member: CastMember, of work: WorkRecord, chapters count: Int) -> CastEntry? {
    guard !chapters.isEmpty else { return nil }
    let ranked = partners.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let talksWith = ranked.filter { work.cast.indices.contains($0.key.rawValue) }.map {
      CharacterCard.Partner(name: work.cast[$0.key.rawValue].name, lines: $0.value)
    }
    return CastEntry(
      work: WorkLabel(work.id, path: work.path, metadata: work.metadata),
      name: member.name,
      aliases: member.aliases,
      gender: member.gender,
      isNarrator: member.isNarrator,
      lines: lines,
      scenes: scenes,
      appearances: chapters.sorted { $0.chapter < $1.chapter },
      chaptersOfWork: count,
      talksWith: talksWith
    )
  }
}
