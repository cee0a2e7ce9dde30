/// The posting lists of the chapters that changed since the last merge, as if they were one table.
struct ChangedPostings: PostingSource, Sendable {
  private(set) var directory = UnitDirectory()
  private let chapters: [ChapterPostings]

  /// Puts chapters together, whose ids ascend.
  init(_ chapters: [ChapterPostings]) {
    self.chapters = chapters
    for chapter in chapters { directory.append(chapter: chapter.id, records: chapter.records) }
  }

  func list(of key: [UInt8]) -> PostingList? {
    var units: [UInt32] = []
    var frequencies: [UInt16] = []
    for (place, chapter) in chapters.enumerated() {
      guard let list = chapter.list(of: key) else { continue }
      let first = directory.units(ofChapterAt: place).lowerBound
      list.forEach(in: 0..<chapter.units) { unit, frequency in
        units.append(UInt32(truncatingIfNeeded: first + unit))
        frequencies.append(UInt16(clamping: frequency))
      }
    }
    guard !units.isEmpty else { return nil }
    let bytes = PostingList.encoded(
      units: units,
      frequencies: frequencies,
      total: directory.units
    )
    return PostingList(bytes, units: directory.units)
  }

  func lists(startingWith prefix: [UInt8]) -> [PostingList] {
    var lists: [PostingList] = []
    for (place, chapter) in chapters.enumerated() {
      let first = directory.units(ofChapterAt: place).lowerBound
      for list in chapter.lists(startingWith: prefix) {
        var units: [UInt32] = []
        var frequencies: [UInt16] = []
        list.forEach(in: 0..<chapter.units) { unit, frequency in
          units.append(UInt32(truncatingIfNeeded: first + unit))
          frequencies.append(UInt16(clamping: frequency))
        }
        let bytes = PostingList.encoded(
          units: units,
          frequencies: frequencies,
          total: directory.units
        )
        if let list = PostingList(bytes, units: directory.units) { lists.append(list) }
      }
    }
    return lists
  }
}
