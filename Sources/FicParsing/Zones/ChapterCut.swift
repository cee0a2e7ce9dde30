package import FicModel

/// Where a chapter starts, and what it is called.
package struct ChapterCut: Hashable, Sendable {
  /// The index of its first block in the document.
  package var block: Int

  /// As the heading or the source's own table of contents says.
  package var title: ChapterTitle

  /// Where the source says that the chapter is published; nil where it does not say.
  package var address: String?

  /// Creates a cut.
  package init(block: Int, title: ChapterTitle, address: String? = nil) {
    self.block = block
    self.title = title
    self.address = address
  }
}
