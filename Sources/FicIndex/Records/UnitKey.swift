package import FicModel

/// Names an index unit in every backend.
///
/// Keys of one kind order as the reader reads.
package struct UnitKey: Hashable, Sendable {
  /// The work and the chapter.
  package var chapter: ChapterKey

  /// The unit's index among the units of its kind in the chapter, from 0.
  package var ordinal: Int

  /// Creates a key.
  package init(chapter: ChapterKey, ordinal: Int) {
    self.chapter = chapter
    self.ordinal = ordinal
  }
}

extension UnitKey: Comparable {
  /// Orders by work, chapter and ordinal.
  package static func < (left: UnitKey, right: UnitKey) -> Bool {
    (left.chapter, left.ordinal) < (right.chapter, right.ordinal)
  }
}
