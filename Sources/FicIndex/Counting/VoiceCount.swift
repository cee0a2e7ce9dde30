import FicModel

/// Counts by who says the words that match, or hears them.
struct VoiceCount {
  /// Somebody of a cast, or nobody of it.
  private enum Person: Hashable {
    case member(WorkID, CastID)
    /// Who speaks, or is spoken to, is not sure or not known.
    case unknown
    /// The words are the narrator's, or stand in no story.
    case narration
  }

  let snapshot: any IndexSnapshot
  let plan: QueryPlan
  let role: SpeechRole

  /// Who speaks is not sure below this, 0…1.
  let confidence: Double

  let cache: ChapterCache

  /// The people in whose words something was found, the most matches first; then, what is nobody's.
  ///
  /// People of two works who share a name are two.
  ///
  /// - Throws: `IndexError`.
  func groups(_ found: MatchedWorks, _ ground: CountGround) throws -> [CountGroup] {
    let matcher = LineMatcher(plan)
    var sums: [Person: CountSum] = [:]
    var names: [Person: String] = [:]
    for work in found.works {
      for line in try found.lines(of: work.work) {
        guard let entry = try cache.chapter(line.key.chapter),
          entry.lines.lines.indices.contains(line.key.line)
        else { continue }
        let own = entry.lines.lines[line.key.line]
        let chapter = entry.records.chapter
        let people = people(of: own, in: chapter, work.work)
        var matches: [Person: Int] = [:]
        let places = matcher.occurrences(of: line.leaves, in: own, of: chapter)
        let spoken =
          line.leaves.isEmpty
          ? own.utterances.isEmpty ? 0 : line.matches
          : places.count { $0.first.map { chapter.isSpoken(at: $0.start, in: own) } ?? false }
        for person in spoken > 0 ? people : [] { matches[person] = spoken }
        let told = line.leaves.isEmpty ? line.matches - spoken : places.count - spoken
        if told > 0 { matches[.narration] = told }
        for (person, count) in matches {
          sums[person, default: CountSum()].add(line, matches: count)
          if case .member(_, let member) = person, names[person] == nil {
            names[person] = entry.records.name(member) ?? "?"
          }
        }
      }
    }
    let words = try words(of: found.works.map(\.work), ground)
    return try sums.map { person, sum in
      CountGroup(
        by: role == .speaker ? .speaker : .addressee,
        name: names[person] ?? Self.name(of: person),
        work: try label(of: person),
        totals: sum.totals,
        words: words[person] ?? 0
      )
    }.sorted { one, other in
      if (one.work == nil) != (other.work == nil) { return one.work != nil }
      return (other.totals.matches, one.name, one.work?.id ?? "")
        < (one.totals.matches, other.name, other.work?.id ?? "")
    }
  }

  private static func name(of person: Person) -> String {
    person == .narration ? "(narration)" : "(not sure)"
  }

  private func label(of person: Person) throws -> WorkLabel? {
    guard case .member(let work, _) = person else { return nil }
    return try cache.label(of: work)
  }

  private func people(of line: Line, in chapter: Chapter, _ work: WorkID) -> [Person] {
    guard let people = chapter.people(of: [line]).first else { return [.unknown] }
    let isSure = people.confidenceStep >= LinePeople.step(confidence)
    let members = role == .speaker ? [people.speaker].compactMap(\.self) : people.addressees
    guard isSure, !members.isEmpty else { return [.unknown] }
    return members.map { .member(work, $0) }
  }

  /// The words that each says or hears, in the works in which something was found.
  private func words(of works: [WorkID], _ ground: CountGround) throws -> [Person: Int] {
    var words: [Person: Int] = [:]
    let spoken = plan.ground.narrowed(to: works).narrowed(to: Voice.ofCast)
    var all = 0
    try snapshot.forEachPart(of: spoken) { if $0.zone == .story { all += $0.words } }
    var known = 0
    for work in works {
      let own = try snapshot.spokenWords(spoken, by: role, in: work, confidence: confidence)
      for (member, count) in own {
        words[.member(work, member)] = count
        known += count
      }
    }
    words[.unknown] = max(0, all - known)
    words[.narration] = max(0, works.reduce(0) { $0 + ground.words(of: .init(work: $1)) } - all)
    return words
  }
}

extension Chapter {
  /// Whether somebody of the cast says or thinks the word at an offset of a line.
  fileprivate func isSpoken(at offset: Int, in line: Line) -> Bool {
    utterances[line.utterances].contains { utterance in
      utterance.kind != .notSpeech
        && utterance.quotations.contains { $0.span.contains(offset) }
    }
  }
}
