import FicIndex
import FicModel

/// Where a line stands.
struct LinePlace {
  /// The line.
  var key: LineKey

  /// The number of its stretch in the chapter.
  var stretch: Int

  /// Its zone.
  var zone: ZoneKind

  /// The place of a row; nil where it is no line.
  init?(row: Int, _ directory: LineDirectory) {
    guard let index = directory.chapter(of: row), let zone = LineMark.kind(directory.marks[row])
    else { return nil }
    let chapter = directory.chapters[index]
    guard let work = directory.works[RowKey.ordinal(ofChapter: chapter.id)]?.id else { return nil }
    key = LineKey(
      chapter: ChapterKey(work: work, chapter: RowKey.number(ofChapter: chapter.id)),
      line: row - chapter.rows.lowerBound
    )
    let stretches = directory.stretches
    stretch = stretches.index(of: row) - stretches.index(of: chapter.rows.lowerBound)
    self.zone = zone
  }
}
