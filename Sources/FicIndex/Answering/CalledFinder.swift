import FicModel

/// Finds by which names, titles and descriptions somebody is called, and by whom.
struct CalledFinder {
  /// One form, while it is counted.
  private struct Sum {
    /// How often it is printed in each way.
    var prints: [String: Int] = [:]
    /// How often each says it; nil is the narrator.
    var callers: [CastID?: Int] = [:]
    /// The first place; the first that somebody says, where there is one.
    var place: (key: ChapterKey, span: TextSpan, isSaid: Bool)?
  }

  let cache: ChapterCache

  /// The forms of members of casts, the most frequent of each first.
  ///
  /// - Throws: `IndexError`.
  func forms(of members: [CastEntry]) throws -> [CalledForm] {
    try members.flatMap(forms)
  }

  private func forms(of member: CastEntry) throws -> [CalledForm] {
    guard let work = WorkID(member.work.id), let own = member.member else { return [] }
    let analyzer = Analyzer()
    var sums: [[Term]: Sum] = [:]
    var names: [CastID: String] = [:]
    for appearance in member.appearances {
      let key = ChapterKey(work: work, chapter: appearance.chapter)
      guard let records = try cache.chapter(key)?.records else { continue }
      let chapter = records.chapter
      for mention in chapter.mentions where mention.member == own {
        let print = FoldedText([mention.span], of: chapter.text, whole: true).text
        let terms = analyzer.terms(of: print)
        guard !terms.isEmpty else { continue }
        let utterance = chapter.utterance(at: mention.span.start)
        let speaker = utterance?.attribution.speaker
        // What somebody calls themselves is not what others call them.
        guard speaker != mention.member else { continue }
        var sum = sums[terms] ?? Sum()
        sum.prints[print, default: 0] += 1
        sum.callers[speaker, default: 0] += 1
        if let speaker, names[speaker] == nil { names[speaker] = records.name(speaker) }
        let isSaid = speaker != nil
        if sum.place.map({ isSaid && !$0.isSaid }) ?? true {
          sum.place = (key, mention.span, isSaid)
        }
        sums[terms] = sum
      }
    }
    return try sums.values.compactMap { try form($0, of: member, names) }
      .sorted { ($1.times, $0.form) < ($0.times, $1.form) }
  }

  private func form(
    _ sum: Sum,
    of member: CastEntry,
    _ names: [CastID: String]
  ) throws -> CalledForm? {
    guard let place = sum.place, let entry = try cache.chapter(place.key),
      let index = entry.lines.index(at: place.span.start),
      let print = sum.prints.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key
    else { return nil }
    let line = entry.lines.lines[index]
    let shown = FoldedText(line.pieces, of: entry.records.chapter.text, marks: [place.span])
    let callers = sum.callers.map { speaker, times in
      CalledForm.Caller(name: speaker.flatMap { names[$0] }, times: times)
    }
    return CalledForm(
      work: member.work,
      name: member.name,
      form: print,
      callers: callers.sorted { ($1.times, $0.name ?? "") < ($0.times, $1.name ?? "") },
      ref: entry.records.reference(to: line.span.start).description,
      text: shown.text,
      matches: shown.matches
    )
  }
}

extension Chapter {
  /// What is said or thought at an offset; nil for the narrator's words.
  fileprivate func utterance(at offset: Int) -> Utterance? {
    let place = utterances.partitionPoint { $0.span.end > offset }
    return utterances[place...].prefix { $0.span.start <= offset }.first { utterance in
      utterance.kind != .notSpeech
        && utterance.quotations.contains { $0.span.contains(offset) }
    }
  }
}
