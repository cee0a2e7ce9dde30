import FicModel

/// Cuts the story of a chapter into scenes.
package struct SceneSegmenter: Sendable {
  /// How many scenes a chapter may have; the rest run on as one.
  package static let chapterLimit = 4096

  /// Creates a segmenter.
  package init() {}

  /// Fills the scenes of every chapter of a work.
  ///
  /// `diagnostics` holds an array for each document of the work.
  ///
  /// Complexity: linear in the number of
  /// bytes.
  package func segment(
    _ drafts: inout [ChapterDraft],
    reporting diagnostics: inout [[ParseDiagnostic]]
  ) {
    let lines = drafts.map { Self.breakLines(of: $0) }
    let evidence = BreakEvidence(drafts, lines: lines)
    for index in drafts.indices {
      var builder = SceneBuilder(drafts[index], lines: lines[index], evidence: evidence)
      let scenes = builder.scenes()
      drafts[index].chapter.scenes = scenes
      if builder.cut > 0, let last = scenes.last {
        let document = drafts[index].chapter.document
        guard diagnostics.indices.contains(document) else { continue }
        diagnostics[document].append(
          ParseDiagnostic(code: .tooManyScenes, span: last.span, count: builder.cut)
        )
      }
    }
  }

  /// What each story block of a chapter says as a break line; nil for prose and other zones.
  private static func breakLines(of draft: ChapterDraft) -> [BreakLine?] {
    var zones = ZoneCursor(draft.chapter.zones)
    return draft.blocks.enumerated().map { index, block in
      guard zones.kind(at: block.span.start) == .story, !draft.script.covers(index) else {
        return nil
      }
      switch block.kind {
      case .rule: return .ornament
      case .paragraph, .heading: return BreakLine.read(block.span.range, in: draft.chapter.text)
      case .blank, .note, .marked, .blockQuote, .header: return nil
      }
    }
  }
}
