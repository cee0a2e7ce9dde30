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
      append(list, ofChapterAt: place, to: &units, &frequencies)
    }
    return units.isEmpty ? nil : list(units, frequencies)
  }

  func readLists(startingWith prefix: [UInt8], _ body: (PostingList) -> Void) {
    for (place, chapter) in chapters.enumerated() {
      chapter.readLists(startingWith: prefix) { list in
        var units: [UInt32] = []
        var frequencies: [UInt16] = []
        append(list, ofChapterAt: place, to: &units, &frequencies)
        if let list = self.list(units, frequencies) { body(list) }
      }
    }
  }

  /// Adds the postings of a chapter as those of its units here.
  private func append(
    _ list: PostingList,
    ofChapterAt place: Int,
    to units: inout [UInt32],
    _ frequencies: inout [UInt16]
  ) {
    let first = directory.units(ofChapterAt: place).lowerBound
    list.forEach(in: 0..<chapters[place].units) { unit, frequency in
      units.append(UInt32(truncatingIfNeeded: first + unit))
      frequencies.append(UInt16(clamping: frequency))
    }
  }

  private func list(_ units: [UInt32], _ frequencies: [UInt16]) -> PostingList? {
    let bytes = PostingList.encoded(
      units: units,
      frequencies: frequencies,
      total: directory.units
    )
    return PostingList(bytes, units: directory.units)
  }
}
