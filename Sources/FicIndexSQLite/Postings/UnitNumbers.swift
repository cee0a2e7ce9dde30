import FicIndex

/// Tells the numbers under which the posting lists have the rows of `scene_fts`.
struct UnitNumbers {
  private let rows = FullTextRow(.scene)
  private let directory: UnitDirectory

  /// The index of the work of the last near row that was asked for.
  private var work = 0

  /// The near rows of its chapter's units, which follow each other, and the number of the first.
  private var near = (rows: 0..<0, first: 0)

  /// Numbers the units of a directory.
  init(_ directory: UnitDirectory) {
    self.directory = directory
  }

  /// The number of a row's unit; nil where the directory has none.
  ///
  /// Complexity: O(log n), mostly O(1) where rows are asked for as they ascend.
  @inline(__always)
  mutating func number(ofRow row: Int) -> Int? {
    if near.rows.contains(row) { return near.first + row - near.rows.lowerBound }
    return findUnit(row)
  }

  private mutating func findUnit(_ row: Int) -> Int? {
    let unit = rows.unit(row)
    let id = RowKey.chapter(ofUnit: unit, .scene)
    let index = RowKey.index(ofUnit: unit, .scene)
    guard let chapter = findChapter(id) else { return nil }
    let units = directory.units(ofChapterAt: chapter)
    if !FullTextRow.isFar(row) {
      let first = row - index
      near = (first..<min(first + units.count, rows.endOfNearRows(from: first)), units.lowerBound)
    }
    return index < units.count ? units.lowerBound + index : nil
  }

  private mutating func findChapter(_ id: Int) -> Int? {
    findWork(RowKey.ordinal(ofChapter: id))
    guard work < directory.works.count else { return nil }
    // Numbers mostly count from 1 without gaps.
    let chapters = directory.works[work].chapters
    let likely = chapters.lowerBound + RowKey.number(ofChapter: id) - 1
    if chapters.contains(likely), directory.chapters[likely] == id { return likely }
    return directory.index(ofChapter: id)
  }

  /// Moves `work` to the first whose ordinal is not below `ordinal`: from where it is, if that is near.
  private mutating func findWork(_ ordinal: Int) {
    let works = directory.works
    var low = 0
    var high = works.count
    if work < high, works[work].ordinal <= ordinal {
      low = work
      var step = 1
      while low + step < high, works[low + step].ordinal <= ordinal {
        low += step
        step *= 2
      }
      high = min(high, low + step)
    }
    while low < high {
      let middle = (low + high) / 2
      if works[middle].ordinal < ordinal { low = middle + 1 } else { high = middle }
    }
    work = low
  }
}
