import FicIndex

/// Adds up rows of scene units, which come in ascending order.
struct RowTallier {
  /// The figures so far.
  private(set) var tallier: UnitTallier

  private let directory: UnitDirectory
  private var sums: UnitTallier.WorkSums
  private var chapter = 0

  /// Prepares for the units of a directory; `works` are its works, with nothing added up.
  init(_ directory: UnitDirectory, works: [WorkTally], best: Int) {
    self.directory = directory
    tallier = UnitTallier(directory, works: works, best: best)
    sums = tallier.sums
  }

  /// Adds a row of the chapter with an id.
  ///
  /// - Throws: `DamagedRecord` for a row that the directory has not.
  mutating func add(
    _ row: Int,
    in id: Int,
    _ frequencies: ArraySlice<UInt16>,
    _ ranking: BM25,
    matches: Int
  ) throws {
    while chapter < directory.chapters.count, directory.chapters[chapter] < id { chapter += 1 }
    guard chapter < directory.chapters.count, directory.chapters[chapter] == id else {
      throw DamagedRecord(cause: "posting_directory has no chapter \(id)")
    }
    let unit = directory.units(ofChapterAt: chapter).lowerBound + RowKey.index(ofUnit: row, .scene)
    guard unit < directory.units(ofChapterAt: chapter).upperBound else {
      throw DamagedRecord(cause: "posting_directory has no unit \(row)")
    }
    let score = ranking.score(frequencies, length: Int(directory.lengths[unit]))
    if unit >= sums.end { sums = tallier.turn(to: unit, sums) }
    let number = UInt32(truncatingIfNeeded: chapter)
    if sums.add(score: score, matches: matches, chapter: number) {
      sums.threshold = tallier.tell(unit, score: score, sums)
    }
  }

  /// Takes the last sums.
  mutating func finish() { tallier.finish(sums) }
}
