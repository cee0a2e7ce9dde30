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

  /// What the joint pass's cues are worth.
  private let weights: CueWeights

  /// Creates a reader.
  package init(
    seeds: [CastSeed] = [],
    hints: [CastHint] = [],
    weights: CueWeights = .standard
  ) {
    self.seeds = seeds
    self.hints = hints
    self.weights = weights
  }

  /// Fills the utterances and mentions of every chapter and returns the cast of the work.
  ///
  /// Complexity: linear in the number of bytes.
  package func read(_ drafts: inout [ChapterDraft]) -> [CastMember] {
    var work = analyse(drafts, keepsTrace: false)
    let cast = CastWriter(builder: work.cast, reader: work.speakers, drafts: drafts)
    let traits = work.speakers.traits
    for index in drafts.indices {
      // What was read of a chapter makes room for what is written of it.
      let writer = UtteranceWriter(
        chapter: work.speakers.takeChapter(index),
        reading: work.speakers.takeReading(index),
        traits: traits,
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
  func analyse(_ drafts: [ChapterDraft], keepsTrace: Bool) -> Analysis {
    var vocabulary = Vocabulary.unread
    let texts = drafts.map(\.chapter.text)
    let paragraphs = QuotationScanner().scan(drafts)
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
      narrators: narrators
    )
    speakers.read(weights: weights, keepsTrace: keepsTrace)
    return Analysis(cast: cast, speakers: speakers)
  }

  /// The turns of every chapter with all that was weighed.
  func trace(_ drafts: [ChapterDraft]) -> [[TracedTurn]] {
    let work = analyse(drafts, keepsTrace: true)
    return zip(drafts, work.speakers.readings).map { draft, reading in
      zip(reading.turns, reading.fields).map { turn, field in
        TracedTurn(
          quotations: turn.parts.map { part in
            let paragraph = work.speakers.chapters[turn.chapter].paragraphs[part.paragraph]
              .paragraph
            let span = paragraph.quotations[part.quotation].quotation.span
            let chapter = draft.chapter
            let start = chapter.offsetMap.sourceOffset(of: span.start, in: chapter.text)
            let end = chapter.offsetMap.sourceOffset(of: span.end, in: chapter.text)
            return start..<max(start, end)
          },
          candidates: field.members.map { name(of: $0, in: work, drafts) },
          members: field.members,
          entries: field.trace.map {
            TracedTurn.Entry(candidate: $0.candidate, cue: $0.cue.rawValue, value: $0.value)
          },
          same: field.same?.rawValue,
          back: field.back?.rawValue,
          isTagged: turn.tag != nil
        )
      }
    }
  }

  private func name(of member: Int, in work: Analysis, _ drafts: [ChapterDraft]) -> String {
    guard member >= work.cast.members.count else { return work.cast.members[member].name }
    let entry = work.speakers.descriptions[member]
    return CastBuilder.text(
      drafts[entry.chapter].chapter.text,
      TextSpan(entry.start, entry.end)
    )
  }
}
