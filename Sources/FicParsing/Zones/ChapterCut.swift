package import FicModel

/// Where a chapter starts, and what it is called.
package struct ChapterCut: Hashable, Sendable {
  /// The index of its first block in the document.
  package var block: Int

  /// As the heading or the source's own table of contents says.
  package var title: ChapterTitle

  /// Creates a cut.
  package init(block: Int, title: ChapterTitle) {
    self.block = block
    self.title = title
  }
}
