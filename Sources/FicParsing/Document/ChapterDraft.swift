package import FicModel

/// A chapter on its way through the parser: the chapter so far, and the blocks that it was cut
/// from.
package struct ChapterDraft: Sendable {
  /// Text, source, title, zones and scenes are there; utterances and mentions come last.
  package var chapter: Chapter

  /// Ascending; they tile `chapter.text`, and no paragraph lies in two zones.
  package var blocks: [Block]

  /// The turns of its scripts and chats, once they are read.
  package var script = Script()

  /// Creates a draft.
  package init(chapter: Chapter, blocks: [Block]) {
    self.chapter = chapter
    self.blocks = blocks
  }
}
