import FicModel

/// Where a chapter starts, and what it is called.
struct ChapterCut: Hashable, Sendable {
  /// The index of its first block in the document.
  var block: Int

  /// As the heading says.
  var title: ChapterTitle
}
