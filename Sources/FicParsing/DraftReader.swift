/// Reads the documents of a work: chapters -> zones -> scripts -> scenes.
///
/// Pure, total and deterministic: any bytes are read, and the same bytes always give the same
/// drafts.
package struct DraftReader: Sendable {
  /// Creates a reader.
  package init() {}

  /// The chapters of documents that are given in reading order.
  ///
  /// What was repaired, cut or guessed is added to `diagnostics`, an array for each document.
  ///
  /// Complexity: linear in the number of bytes.
  package func drafts(
    of documents: [Document],
    reporting diagnostics: inout [[ParseDiagnostic]]
  ) -> [ChapterDraft] {
    var drafts: [ChapterDraft] = []
    for (index, document) in documents.enumerated() {
      drafts += ChapterSegmenter(limit: ChapterSegmenter.workLimit - drafts.count)
        .chapters(of: document, at: index, reporting: &diagnostics[index])
    }
    ZoneSegmenter().segment(&drafts)
    ScriptReader().read(&drafts)
    SceneSegmenter().segment(&drafts, reporting: &diagnostics)
    return drafts
  }
}
