import FicIndex

/// Tells the numbers under which the posting lists have the rows of `scene_fts`.
struct UnitNumbers {
  private let rows = FullTextRow(.scene)
  private let directory: UnitDirectory

  /// For each chapter its first near row, or that of what follows it.
  private let firstRows: [Int]

  /// The chapter of the last near row that was asked for.
  private var chapter = 0

  /// Numbers the units of a directory.
  init(_ directory: UnitDirectory) {
    self.directory = directory
    firstRows = directory.chapters.map(FullTextRow(.scene).firstNearRow)
  }

  /// The number of a row's unit; nil where the directory has none.
  ///
  /// Complexity: O(log n), less where rows are asked for as they ascend.
  mutating func number(ofRow row: Int) -> Int? {
    let unit = rows.unit(row)
    let id = RowKey.chapter(ofUnit: unit, .scene)
    let index = RowKey.index(ofUnit: unit, .scene)
    let place: Int
    if FullTextRow.isFar(row) {
      guard let found = directory.index(ofChapter: id) else { return nil }
      place = found
    } else {
      find(row)
      guard chapter < directory.chapters.count, directory.chapters[chapter] == id else {
        return nil
      }
      place = chapter
    }
    let units = directory.units(ofChapterAt: place)
    return index < units.count ? units.lowerBound + index : nil
  }

  /// Moves `chapter` to the last whose first row is not after `row`: from where it is, if that is near.
  private mutating func find(_ row: Int) {
    var low = 0
    var high = firstRows.count
    if chapter < high, firstRows[chapter] <= row {
      low = chapter
      var step = 1
      while low + step < high, firstRows[low + step] <= row {
        low += step
        step *= 2
      }
      high = min(high, low + step)
    }
    // The chapter is in low..<high.
    while low + 1 < high {
      let middle = (low + high) / 2
      if firstRows[middle] <= row { low = middle } else { high = middle }
    }
    chapter = low
  }
}
