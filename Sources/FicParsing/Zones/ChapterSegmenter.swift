import FicModel

/// Cuts a document into its chapters.
package struct ChapterSegmenter: Sendable {
  /// How many chapters a work may have.
  package static let workLimit = 100_000

  private let limit: Int

  /// Creates a segmenter that makes at most `limit` chapters of a document, and at least one.
  package init(limit: Int = workLimit) {
    self.limit = max(1, limit)
  }

  /// The chapters of a document, in order, with text, source, title and blocks; they tile it.
  ///
  /// Complexity: linear in the number of bytes.
  package func chapters(
    of document: Document,
    at index: Int,
    reporting diagnostics: inout [ParseDiagnostic]
  ) -> [ChapterDraft] {
    let document = ContentsList.marked(document)
    var cuts = document.chapterStarts
    if cuts.isEmpty { cuts = ChapterCuts(document).cuts() }
    if cuts.isEmpty {
      cuts = [ChapterCut(block: 0, title: document.chapterTitle ?? ChapterTitle())]
    }
    if cuts.count == 1, cuts[0].address == nil { cuts[0].address = document.chapterAddress }
    if cuts.count > limit {
      let first = document.blocks[cuts[limit].block].span
      diagnostics.append(
        ParseDiagnostic(code: .tooManyChapters, span: first, count: cuts.count - limit)
      )
      cuts.removeSubrange(limit...)
    }
    return cuts.indices.map { position in
      let end = position + 1 < cuts.count ? cuts[position + 1].block : document.blocks.count
      return draft(cuts[position], upTo: end, of: document, at: index)
    }
  }

  private func draft(
    _ cut: ChapterCut,
    upTo end: Int,
    of document: Document,
    at index: Int
  ) -> ChapterDraft {
    let blocks = document.blocks[min(cut.block, end)..<end]
    let start = blocks.first?.span.start ?? 0
    let span = TextSpan(start, blocks.last?.span.end ?? start)
    // A file of one chapter, which is most of an archive, shares its text and its blocks.
    let isWhole = span.start == 0 && span.end == document.text.count
    let chapter = Chapter(
      text: isWhole ? document.text : Array(document.text[span.range]),
      offsetMap: document.offsetMap.slice(span, of: document.text),
      document: index,
      title: cut.title,
      address: cut.address
    )
    return ChapterDraft(
      chapter: chapter,
      blocks: isWhole && blocks.count == document.blocks.count
        ? document.blocks
        : blocks.map { Block(kind: $0.kind, span: $0.span.shifted(by: -start)) }
    )
  }
}
