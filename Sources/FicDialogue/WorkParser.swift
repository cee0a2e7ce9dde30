package import FicModel
package import FicParsing

/// Reads a work: documents -> chapters -> zones -> scripts -> scenes -> utterances, with one cast
/// for all.
///
/// Pure, total and deterministic: any bytes parse, and the same bytes always give the same work.
package struct WorkParser: Sendable {
  /// People whom the user names; they overrule what the text suggests.
  package var seeds: [CastSeed]

  /// What the user says of lines of the work; it is certain.
  package var corrections: [Correction]

  /// Creates a parser.
  package init(seeds: [CastSeed] = [], corrections: [Correction] = []) {
    self.seeds = seeds
    self.corrections = corrections
  }

  /// Parses the documents of one work, given in reading order.
  ///
  /// Complexity: linear in the number of bytes.
  package func parse(_ documents: [Document]) -> ParsedWork {
    parseReporting(documents).work
  }

  /// Parses as `parse` does, and tells what was repaired, cut or guessed.
  ///
  /// The diagnostics stand in the order of the documents, an array for each; the readers' own come
  /// first. `unfit` says of each correction why it fits no line, or is nil where it fits one.
  package func parseReporting(
    _ documents: [Document]
  ) -> (work: ParsedWork, diagnostics: [[ParseDiagnostic]], unfit: [String?]) {
    var diagnostics = documents.map(\.diagnostics)
    var drafts = DraftReader().drafts(of: documents, reporting: &diagnostics)
    var finder = CorrectionFinder(corrections)
    finder.breakScenes(of: &drafts)
    let reader = DialogueReader(seeds: seeds, hints: hints(of: documents))
    let cast = reader.read(&drafts, correcting: &finder)
    for index in drafts.indices {
      drafts[index].chapter.paragraphs = drafts[index].blocks.filter { !$0.isBlank }.map(\.span)
    }
    let work = ParsedWork(chapters: drafts.map(\.chapter), cast: cast)
    return (work, diagnostics, finder.flaws)
  }

  /// What the two passes over the turns of a work saw and weighed, with networks to try.
  package func trace(_ documents: [Document], first: Ranker, second: Ranker) -> WorkTrace {
    var diagnostics = documents.map(\.diagnostics)
    return DialogueReader(seeds: seeds, hints: hints(of: documents), first: first, second: second)
      .trace(DraftReader().drafts(of: documents, reporting: &diagnostics))
  }

  private func hints(of documents: [Document]) -> [CastHint] {
    CastHint.hints(in: documents.flatMap(\.metadata.fields))
  }
}
