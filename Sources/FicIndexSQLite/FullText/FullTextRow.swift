import FicIndex

/// The rowids under which units stand in the FTS5 tables: their keys (`RowKey`) with the gaps left out.
///
/// FTS5 writes the distance from row to row, so rows that lie close make an index smaller: a fifth for
/// novels. A key leaves room for 131,071 chapters of 4,096 scenes; a row leaves it for 511 of 32, and
/// what does not fit is *far*: its row is its key beyond all others. Near rows are in the order of their
/// keys, far rows too.
struct FullTextRow {
  /// The bits for a chapter's number.
  private static let chapterBits = 9

  /// Far rows begin here; no key is as great.
  private static let far = 1 << 61

  /// The kind of unit.
  let kind: IndexUnit.Kind

  /// The bits for a unit's place among those of its kind in the chapter.
  private let unitBits: Int

  /// Tells the rows of a kind of unit.
  init(_ kind: IndexUnit.Kind) {
    self.kind = kind
    unitBits =
      switch kind {
      case .scene: 5
      case .utterance: 8
      case .matter: 4
      }
  }

  /// Whether a row is far.
  static func isFar(_ row: Int) -> Bool { row >= far }

  /// The row of a unit.
  func row(_ unit: Int) -> Int {
    let chapter = RowKey.chapter(ofUnit: unit, kind)
    let number = RowKey.number(ofChapter: chapter)
    let index = RowKey.index(ofUnit: unit, kind)
    guard number < 1 << Self.chapterBits, index < 1 << unitBits else { return Self.far | unit }
    let ordinal = RowKey.ordinal(ofChapter: chapter)
    return ((ordinal << Self.chapterBits | number) << unitBits) | index
  }

  /// The unit of a row.
  func unit(_ row: Int) -> Int {
    if Self.isFar(row) { return row & (Self.far - 1) }
    let chapter = row >> unitBits
    let id = RowKey.chapter(
      ordinal: chapter >> Self.chapterBits,
      number: chapter & (1 << Self.chapterBits - 1)
    )
    return RowKey.unit(kind, chapter: id, index: row & (1 << unitBits - 1))
  }

  /// The rows that the units of some chapters may have, ascending: a range for each range of chapters,
  /// and one that holds those that are far, with others between them.
  ///
  /// - Parameter chapters: Ranges of ids, ascending and apart.
  /// - Returns: The ranges.
  func ranges(ofChapters chapters: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    guard let first = chapters.first, let last = chapters.last else { return [] }
    var ranges: [ClosedRange<Int>] = []
    for range in chapters {
      let lower = near(range.lowerBound)
      let upper = near(range.upperBound + 1) - 1
      if lower <= upper { ranges.append(lower...upper) }
    }
    let units = RowKey.units(kind, ofChapters: first.lowerBound...last.upperBound)
    ranges.append((Self.far | units.lowerBound)...(Self.far | units.upperBound))
    return ranges
  }

  /// The row behind all near ones of the chapter whose first is `first`.
  func endOfNearRows(from first: Int) -> Int { first + 1 << unitBits }

  /// The first near row of a chapter, or of what follows it.
  private func near(_ chapter: Int) -> Int {
    let number = min(RowKey.number(ofChapter: chapter), 1 << Self.chapterBits)
    let ordinal = RowKey.ordinal(ofChapter: chapter)
    return ((ordinal << Self.chapterBits) + number) << unitBits
  }
}
