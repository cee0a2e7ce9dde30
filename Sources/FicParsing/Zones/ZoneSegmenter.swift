import FicModel

/// Tells story from headings, notes and other matter.
package struct ZoneSegmenter: Sendable {
  /// Creates a segmenter.
  package init() {}

  /// Fills the zones of every chapter of a work; they tile the chapter's text.
  ///
  /// Splits paragraphs that hold a note between their sentences.
  ///
  /// Complexity: linear in the number of
  /// bytes.
  package func segment(_ drafts: inout [ChapterDraft]) {
    for index in drafts.indices {
      InlineNoteSplitter().split(&drafts[index])
      var marker = ZoneMarker(drafts[index])
      marker.markHead()
      marker.markMatter()
      marker.markTail()
      marker.markMiddle()
      marker.markNoteOnlyChapter()
      drafts[index].chapter.zones = marker.zones()
      drafts[index].chapter.title = marker.title
    }
  }
}
