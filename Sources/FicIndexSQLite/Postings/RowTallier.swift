import FicIndex
import FicModel

/// Adds up rows of scene units, which come in ascending order.
struct RowTallier {
  /// The figures so far.
  private(set) var tallier: UnitTallier

  private let directory: UnitDirectory
  private let norms: [Double]

  /// The weight of each leaf; see `BM25`.
  private let weights: [Double]

  private let counter: MatchCounter
  private var sums: UnitTallier.WorkSums
  private var chapter = 0

  /// Prepares for the units of a directory.
  ///
  /// - Parameters:
  ///   - directory: The units.
  ///   - names: The ids of its works.
  ///   - leaves: The leaves whose frequencies rows have.
  ///   - ranking: How they score.
  ///   - norms: `BM25.norm` for each length.
  ///   - best: How many of the best units to keep.
  init(
    _ directory: UnitDirectory,
    names: [WorkID],
    leaves: [TermClause],
    ranking: BM25,
    norms: [Double],
    best: Int
  ) {
    self.directory = directory
    self.norms = norms
    weights = leaves.indices.map(ranking.weight(ofLeaf:))
    counter = MatchCounter(leaves)
    tallier = UnitTallier(directory, names: names, best: best)
    sums = tallier.sums
  }

  /// Adds the row at a place, which is of the chapter with an id.
  ///
  /// - Throws: `DamagedRecord` for a row that the directory has not.
  mutating func add(_ rows: CandidateRows, at place: Int, in id: Int) throws {
    while chapter < directory.chapters.count, directory.chapters[chapter] < id { chapter += 1 }
    guard chapter < directory.chapters.count, directory.chapters[chapter] == id else {
      throw DamagedRecord(cause: "posting_directory has no chapter \(id)")
    }
    let row = rows.rowids[place]
    let units = directory.units(ofChapterAt: chapter)
    let unit = units.lowerBound + RowKey.index(ofUnit: row, .scene)
    guard unit < units.upperBound else {
      throw DamagedRecord(cause: "posting_directory has no unit \(row)")
    }
    let norm = norms[Int(directory.lengths[unit])]
    var score = 0.0
    for leaf in 0..<rows.leaves {
      let frequency = Double(rows.frequencies[place * rows.leaves + leaf])
      score += BM25.score(weight: weights[leaf], frequency: frequency, norm: norm)
    }
    let matches = counter.matches(rows.frequencies(at: place))
    let places = directory.places
    if unit >= sums.end { sums = tallier.turn(to: unit, sums) }
    if sums.add(unit, score: score, matches: matches, places.span) {
      sums.threshold = tallier.tell(unit, score: score, work: sums.work)
    }
  }

  /// Takes the last sums.
  mutating func finish() { tallier.take(sums) }
}
