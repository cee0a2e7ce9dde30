package import FicModel

/// Lines of one zone that follow each other in a stretch, and how many of their words a query looks
/// into.
package struct TextPart: Hashable, Sendable {
  /// The chapter.
  package var chapter: ChapterKey

  /// The number of the stretch in the chapter.
  package var stretch: Int

  /// The zone.
  package var zone: ZoneKind

  /// The words.
  package var words: Int

  /// Creates a part.
  package init(chapter: ChapterKey, stretch: Int, zone: ZoneKind, words: Int) {
    self.chapter = chapter
    self.stretch = stretch
    self.zone = zone
    self.words = words
  }
}
