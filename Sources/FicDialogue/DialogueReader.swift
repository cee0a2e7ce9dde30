package import FicModel
package import FicParsing

/// Finds the utterances of a work, its cast, and who says what to whom.
///
/// Quotations, words, names, the people behind the names, the turns with what stands beside them,
/// the joint pass, utterances: one stage after the other, each a type of its own.
package struct DialogueReader: Sendable {
  /// People known before the text is read.
  package var seeds: [CastSeed]

  /// People whom the work's metadata names.
  package var hints: [CastHint]

  /// What the cues of the two passes are worth.
  private let rankers: SpeakerReader.Rankers

  /// Creates a reader.
  package init(
    seeds: [CastSeed] = [],
    hints: [CastHint] = [],
    first: Ranker = .first,
    second: Ranker = .second
  ) {
    self.seeds = seeds
    self.hints = hints
    rankers = SpeakerReader.Rankers(first: first, second: second)
  }

  /// Fills the utterances and mentions of every chapter and returns the cast of the work.
  ///
  /// Complexity: linear in the number of bytes.
  package func read(_ drafts: inout [ChapterDraft]) -> [CastMember] {
    var finder = CorrectionFinder([])
    return read(&drafts, correcting: &finder)
  }

  /// Reads as `read` does, with what the user says of lines.
  func read(
    _ drafts: inout [ChapterDraft],
    correcting finder: inout CorrectionFinder
  ) -> [CastMember] {
    var work = analyse(drafts, correcting: &finder, keepsTrace: false)
    let cast = CastWriter(builder: work.cast, reader: work.speakers, drafts: drafts)
    let traits = work.speakers.traits
    let titles = work.speakers.titles
    for index in drafts.indices {
      // What was read of a chapter makes room for what is written of it.
      let writer = UtteranceWriter(
        chapter: work.speakers.takeChapter(index),
        reading: work.speakers.takeReading(index),
        traits: traits,
        titles: titles,
        narrators: work.speakers.narrators[index],
        ids: cast.ids
      )
      drafts[index].chapter.utterances = writer.utterances()
      drafts[index].chapter.mentions = writer.mentions()
    }
    return cast.members
  }

  /// A work between reading and writing.
  struct Analysis {
    var cast: CastBuilder
    var speakers: SpeakerReader
  }

  /// Reads a work up to the decisions of the joint pass.
  func analyse(
    _ drafts: [ChapterDraft],
    correcting finder: inout CorrectionFinder,
    keepsTrace: Bool
  ) -> Analysis {
    var vocabulary = Vocabulary.unread
    let texts = drafts.map(\.chapter.text)
    var paragraphs = QuotationScanner().scan(drafts)
    let verdicts = finder.mark(&paragraphs, texts: texts)
    var chapters = zip(texts, paragraphs).map {
      TokenizedChapter(text: $0, paragraphs: $1, vocabulary: &vocabulary)
    }
    var cast = CastBuilder(
      &chapters,
      texts: texts,
      vocabulary: vocabulary,
      seeds: seeds,
      hints: hints,
      labels: LabelWords.read(paragraphs, texts: texts, vocabulary: vocabulary)
    )
    let narrators = cast.addNarrators(chapters: chapters, scenes: drafts.map(\.chapter.scenes))
    var speakers = SpeakerReader(
      chapters: chapters,
      texts: texts,
      vocabulary: vocabulary,
      members: cast.members,
      forms: cast.forms,
      narrators: narrators.members,
      persons: narrators.persons,
      told: ToldSpeakers(verdicts) { [cast] in cast.member(called: $0) }
    )
    speakers.read(rankers: rankers, keepsTrace: keepsTrace)
    return Analysis(cast: cast, speakers: speakers)
  }

  /// The turns of a work with all that was weighed.
  func trace(_ drafts: [ChapterDraft]) -> WorkTrace {
    var finder = CorrectionFinder([])
    let work = analyse(drafts, correcting: &finder, keepsTrace: true)
    var result = WorkTrace()
    for index in 0..<work.speakers.traits.count {
      result.members.append(member(index, in: work, drafts))
    }
    for (chapter, draft) in drafts.enumerated() {
      let reading = work.speakers.readings[chapter]
      var ranker = AddresseeRanker(
        reading,
        of: work.speakers.chapters[chapter],
        traits: work.speakers.traits,
        titles: work.speakers.titles,
        narrators: work.speakers.narrators[chapter]
      )
      var addressees = ranker.fields(keepsTrace: true)
      // The several people of each chapter follow the members of the work.
      let offset = result.members.count - work.speakers.traits.count
      for index in addressees.indices {
        for place in addressees[index].members.indices
        where addressees[index].members[place] >= work.speakers.traits.count {
          addressees[index].members[place] += offset
        }
      }
      for people in ranker.groups {
        let names = people.map { result.members[$0].name }
        result.members.append(WorkTrace.Member(name: names.first ?? "", aliases: [], people: names))
      }
      for (index, turn) in reading.turns.enumerated() {
        result.turns.append(
          WorkTrace.Turn(
            document: draft.chapter.document,
            quotations: turn.parts.map { span(of: $0, turn, draft, work) },
            first: WorkTrace.Pass(reading.firstFields[index]),
            second: WorkTrace.Pass(reading.fields[index]),
            addressee: WorkTrace.Pass(addressees[index])
          )
        )
      }
    }
    return result
  }

  /// Where a quotation is in its source.
  private func span(
    of part: Turn.Part,
    _ turn: Turn,
    _ draft: ChapterDraft,
    _ work: Analysis
  ) -> Range<Int> {
    let paragraph = work.speakers.chapters[turn.chapter].paragraphs[part.paragraph].paragraph
    let span = paragraph.quotations[part.quotation].quotation.span
    let chapter = draft.chapter
    let start = chapter.offsetMap.sourceOffset(of: span.start, in: chapter.text)
    let end = chapter.offsetMap.sourceOffset(of: span.end, in: chapter.text)
    return start..<max(start, end)
  }

  private func member(
    _ member: Int,
    in work: Analysis,
    _ drafts: [ChapterDraft]
  ) -> WorkTrace.Member {
    guard member >= work.cast.members.count else {
      let shown = work.cast.castMember(member)
      return WorkTrace.Member(name: shown.name, aliases: shown.aliases)
    }
    let entry = work.speakers.descriptions[member]
    let text = drafts[entry.chapter].chapter.text
    return WorkTrace.Member(
      name: CastBuilder.text(text, TextSpan(entry.start, entry.end)),
      aliases: []
    )
  }
}
