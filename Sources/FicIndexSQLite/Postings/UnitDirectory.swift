import FicIndex

/// Scene units numbered from 0 in the order of their rowids, so that a posting is a small number: the
/// units of a chapter follow each other, and the chapters of a work.
struct UnitDirectory: Sendable {
  /// A work's chapters.
  struct Work: Sendable {
    /// The work's ordinal.
    var ordinal: Int

    /// Indexes into `chapters`.
    var chapters: Range<Int>
  }

  /// The chapters' ids, ascending.
  private(set) var chapters: [Int] = []

  /// For each chapter its first unit, and at the end the number of units.
  private(set) var starts: [UInt32] = [0]

  /// For each unit the index of its chapter times 2, plus 1 where it goes on with the scene of the unit
  /// before: a part of a long scene.
  private(set) var places: [UInt32] = []

  /// The units' lengths, in words.
  private(set) var lengths: [UInt16] = []

  /// The works, ascending.
  private(set) var works: [Work] = []

  /// The number of units.
  var units: Int { lengths.count }

  /// Adds a chapter, whose id is greater than all before.
  ///
  /// - Parameters:
  ///   - id: The chapter's id.
  ///   - records: Its column of `chapter_unit`.
  mutating func append(chapter id: Int, records: [UInt8]) {
    begin(id)
    let count = records.count / UnitTable.width(.scene)
    endChapter(at: units + count)
    var last = -1
    for index in 0..<count {
      let scene = UnitTable.scene(records, at: index) ?? 0
      if scene == last { places[units] |= 1 }
      lengths.append(UnitTable.words(records, .scene, at: index) ?? 0)
      last = scene
    }
  }

  private mutating func endChapter(at end: Int) {
    let place = UInt32(truncatingIfNeeded: chapters.count - 1) << 1
    for _ in places.count..<max(end, places.count) { places.append(place) }
    starts.append(UInt32(truncatingIfNeeded: end))
  }

  private mutating func begin(_ id: Int) {
    let ordinal = RowKey.ordinal(ofChapter: id)
    chapters.append(id)
    if let last = works.indices.last, works[last].ordinal == ordinal {
      works[last].chapters = works[last].chapters.lowerBound..<chapters.count
    } else {
      works.append(Work(ordinal: ordinal, chapters: chapters.count - 1..<chapters.count))
    }
  }

  /// The index of the chapter of a unit.
  func chapter(ofUnit unit: Int) -> Int { Int(places[unit] >> 1) }

  /// The index of the chapter with an id; nil where there is none.
  ///
  /// Complexity: O(log n).
  func index(ofChapter id: Int) -> Int? {
    let index = chapters.firstAscending(from: id)
    return index < chapters.count && chapters[index] == id ? index : nil
  }

  /// The units of the chapter at an index.
  func units(ofChapterAt index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  /// The index of the work of a unit.
  ///
  /// Complexity: O(log n).
  func work(ofUnit unit: Int) -> Int { work(ofChapterAt: chapter(ofUnit: unit)) }

  /// The index of the work of the chapter at an index.
  ///
  /// Complexity: O(log n).
  func work(ofChapterAt chapter: Int) -> Int {
    var low = 0
    var high = works.count
    while low < high {
      let middle = (low + high) / 2
      if works[middle].chapters.upperBound <= chapter { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the units of the work at an index end.
  func end(ofWorkAt index: Int) -> Int { Int(starts[works[index].chapters.upperBound]) }

  /// The units of all chapters but those at some indexes.
  private func ranges(without dead: Set<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in dead.sorted() {
      let own = units(ofChapterAt: index)
      if start < own.lowerBound { ranges.append(start..<own.lowerBound) }
      start = own.upperBound
    }
    if start < units { ranges.append(start..<units) }
    return ranges
  }

  /// The units that a selection of works and chapters takes, as ascending ranges that do not touch;
  /// those of the chapters at the indexes of `dead` left out.
  func ranges(of selection: WorkSelection, without dead: Set<Int>) -> [Range<Int>] {
    if selection.isEverything { return ranges(without: dead) }
    var ranges: [Range<Int>] = []
    for bounds in selection.chapterRanges {
      var index = chapters.firstAscending(from: bounds.lowerBound)
      while index < chapters.count, chapters[index] <= bounds.upperBound {
        defer { index += 1 }
        guard selection.contains(chapter: chapters[index]), !dead.contains(index) else { continue }
        let own = units(ofChapterAt: index)
        if own.isEmpty { continue }
        if let last = ranges.indices.last, ranges[last].upperBound == own.lowerBound {
          ranges[last] = ranges[last].lowerBound..<own.upperBound
        } else {
          ranges.append(own)
        }
      }
    }
    return ranges
  }
}

// The stored form: `chapters` holds for each chapter the distance of its id from the one before and
// the number of its units (varints), `lengths` two little-endian bytes a unit, `continuing` the
// distances between the units (varints).
extension UnitDirectory {
  /// The columns of `posting_directory`.
  struct Columns {
    /// The chapters.
    var chapters: [UInt8] = []

    /// The lengths.
    var lengths: [UInt8] = []

    /// The units that go on with a scene.
    var continuing: [UInt8] = []
  }

  /// The stored form.
  var columns: Columns {
    var columns = Columns()
    var last = 0
    for (index, chapter) in chapters.enumerated() {
      columns.chapters.append(varint: chapter - last)
      columns.chapters.append(varint: units(ofChapterAt: index).count)
      last = chapter
    }
    columns.lengths.reserveCapacity(lengths.count * 2)
    for length in lengths {
      columns.lengths.append(UInt8(truncatingIfNeeded: length))
      columns.lengths.append(UInt8(truncatingIfNeeded: length >> 8))
    }
    var unit = 0
    for (next, place) in places.enumerated() where place & 1 == 1 {
      columns.continuing.append(varint: next - unit)
      unit = next
    }
    return columns
  }

  /// Reads the stored form.
  ///
  /// - Throws: `DamagedRecord` where the columns do not fit together.
  init(_ columns: Columns) throws(DamagedRecord) {
    var reader = WideVarintReader(columns.chapters)
    var id = 0
    var count = 0
    while let distance = reader.next(), let own = reader.next() {
      (id, count) = (id &+ distance, count &+ own)
      guard id >= 0, count >= 0, count * 2 <= columns.lengths.count, distance > 0 || id == 0 else {
        throw DamagedRecord(cause: "posting_directory.chapters is not ascending")
      }
      begin(id)
      endChapter(at: count)
    }
    guard count * 2 == columns.lengths.count else {
      throw DamagedRecord(cause: "posting_directory has \(columns.lengths.count / 2) lengths")
    }
    lengths.reserveCapacity(count)
    for unit in 0..<count {
      lengths.append(UInt16(columns.lengths[2 * unit]) | UInt16(columns.lengths[2 * unit + 1]) << 8)
    }
    reader = WideVarintReader(columns.continuing)
    var unit = 0
    while let distance = reader.next() {
      unit &+= distance
      guard unit >= 0, unit < count else {
        throw DamagedRecord(cause: "posting_directory.continuing is beyond the units")
      }
      places[unit] |= 1
    }
  }
}

extension [Int] {
  /// The index of the first number that is `wanted` or greater, of an ascending array.
  ///
  /// Complexity: O(log n).
  func firstAscending(from wanted: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
