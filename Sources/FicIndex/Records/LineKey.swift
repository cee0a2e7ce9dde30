package import FicModel

/// Names a line in every backend; keys order as the reader reads.
package struct LineKey: Hashable, Sendable {
  /// The work and the chapter.
  package var chapter: ChapterKey

  /// The line's place among the lines of the chapter, from 0.
  package var line: Int

  /// Creates a key.
  package init(chapter: ChapterKey, line: Int) {
    self.chapter = chapter
    self.line = line
  }
}

extension LineKey: Comparable {
  /// Orders by work, chapter and line.
  package static func < (left: LineKey, right: LineKey) -> Bool {
    (left.chapter, left.line) < (right.chapter, right.line)
  }
}
