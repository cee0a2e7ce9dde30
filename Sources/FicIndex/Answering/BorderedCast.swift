import FicModel

/// Shows the members of casts as somebody may see them who has read up to a chapter, or in some
/// chapters only.
struct BorderedCast {
  let cache: ChapterCache

  /// The chapters that count; nil for all.
  var chapters: [ClosedRange<Int>]?

  /// The members of whom the chapters up to there tell, most lines first.
  ///
  /// - Parameters:
  ///   - entries: Members with all that is known of them.
  ///   - name: What one of the names that are known by then must hold; nil for anything.
  /// - Returns: The members with what is known by then; all of it where all chapters count.
  /// - Throws: `IndexError`.
  func entries(_ entries: [CastEntry], named name: [Term]? = nil) throws -> [CastEntry] {
    guard cache.border != nil || chapters != nil else { return entries }
    let border = cache.border ?? .max
    let seen = try entries.compactMap { entry -> CastEntry? in
      if let name, !entry.isCalled(TermPhrase(name), upTo: border) { return nil }
      return try self.entry(entry, upTo: border)
    }
    return seen.sorted { ($1.lines, $1.scenes) < ($0.lines, $0.scenes) }
  }

  private func entry(_ entry: CastEntry, upTo border: Int) throws -> CastEntry? {
    let appearances = entry.appearances.filter { own in
      own.border <= border && chapters?.contains { $0.contains(own.chapter) } ?? true
    }
    guard !appearances.isEmpty, let member = entry.castMember.seen(upTo: border) else { return nil }
    var seen = entry
    seen.name = member.name
    seen.aliases = member.aliases
    seen.firstChapters = member.firstChapters
    seen.appearances = appearances
    seen.lines = appearances.reduce(0) { $0 + $1.lines }
    seen.scenes = appearances.reduce(0) { $0 + $1.scenes }
    seen.chaptersOfWork = min(entry.chaptersOfWork, border)
    seen.talksWith = try partners(of: entry, in: appearances)
    return seen
  }

  /// Whom a member talks with in some chapters, the most frequent first.
  private func partners(
    of entry: CastEntry,
    in appearances: [CastEntry.Appearance]
  ) throws -> [CharacterCard.Partner] {
    guard let member = entry.member, let work = WorkID(entry.work.id) else { return [] }
    var lines: [CastID: Int] = [:]
    var names: [CastID: String] = [:]
    for appearance in appearances {
      let key = ChapterKey(work: work, chapter: appearance.chapter)
      guard let records = try cache.chapter(key)?.records else { continue }
      for utterance in records.chapter.utterances where utterance.kind != .notSpeech {
        guard let speaker = utterance.attribution.speaker else { continue }
        for addressee in Set(utterance.addressees) where addressee != speaker {
          guard speaker == member || addressee == member else { continue }
          let partner = speaker == member ? addressee : speaker
          lines[partner, default: 0] += 1
          names[partner] = records.name(partner)
        }
      }
    }
    let ranked = lines.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ranked.compactMap { partner, lines in
      names[partner].map { CharacterCard.Partner(name: $0, lines: lines) }
    }
  }
}

extension CastEntry {
  /// Whether one of the names holds a phrase by which somebody knows the member who has read up to
  /// a chapter.
  fileprivate func isCalled(_ name: TermPhrase, upTo chapter: Int) -> Bool {
    castMember.isCalled(name, upTo: chapter)
  }

  /// The member with its names.
  fileprivate var castMember: CastMember {
    var member = CastMember(name: name, aliases: aliases, isNarrator: isNarrator)
    member.firstChapters = firstChapters
    return member
  }
}
