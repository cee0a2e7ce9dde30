import FicIndex
import FicModel

/// Adds up found units, which come in ascending order, by work, chapter and scene.
struct UnitTallier {
  /// The works in which units were found, in the order of the directory.
  private(set) var works: [WorkTally] = []

  /// Their indexes in the directory.
  private(set) var workIndexes: [Int32] = []

  /// The best units so far.
  private(set) var best: BestUnits

  /// The units that are counted.
  let directory: UnitDirectory

  private let names: [WorkID]

  /// Prepares for the units of a directory, whose works have `names`.
  init(_ directory: UnitDirectory, names: [WorkID], best: Int) {
    self.directory = directory
    self.names = names
    self.best = BestUnits(limit: best)
  }

  /// The sums of the work that a loop over units is in.
  ///
  /// A loop keeps them in a variable of its own, which the compiler can keep in registers.
  struct WorkSums {
    /// The work's index.
    var work = 0

    /// Where the work ends.
    var end = 0

    /// The scores.
    var score = 0.0

    /// The units found.
    var units = 0

    /// The chapters found.
    var chapters = 0

    /// The scenes found.
    var scenes = 0

    /// The matches.
    var matches = 0

    /// The unit found last; -1 before the first.
    var last = -1

    /// The index of its chapter; none has the greatest number.
    var chapter = UInt32.max

    /// The least score of a unit that must be told.
    var threshold = -Double.infinity

    /// Adds a unit that lies before `end`; `places` are those of the directory.
    ///
    /// - Returns: Whether the tallier must be told of it.
    @inline(__always)
    mutating func add(_ unit: Int, score: Double, matches: Int, _ places: Span<UInt32>) -> Bool {
      self.score += score
      units &+= 1
      self.matches &+= matches
      let chapter = places[unit] >> 1
      chapters &+= chapter == self.chapter ? 0 : 1
      self.chapter = chapter
      // Back to where the scene begins, or to a unit of it that was counted.
      var start = unit
      while start > last, places[start] & 1 == 1 { start &-= 1 }
      scenes &+= start > last ? 1 : 0
      last = unit
      return score >= threshold
    }
  }

  /// The sums before the first unit.
  var sums: WorkSums { WorkSums(threshold: best.threshold) }

  /// Takes the sums of a work and moves to that of `unit`, which is a later one.
  ///
  /// - Returns: The sums of that work, empty.
  mutating func turn(to unit: Int, _ sums: WorkSums) -> WorkSums {
    take(sums)
    var work = sums.work
    while directory.end(ofWorkAt: work) <= unit { work += 1 }
    return WorkSums(work: work, end: directory.end(ofWorkAt: work), threshold: best.threshold)
  }

  /// Looks at a unit that the sums asked to tell.
  ///
  /// - Returns: The least score of a unit that must be told from now on.
  mutating func tell(_ unit: Int, score: Double, work: Int) -> Double {
    let chapter = directory.chapter(ofUnit: unit)
    let key = UnitKey(
      chapter: ChapterKey(
        work: names[work],
        chapter: RowKey.number(ofChapter: directory.chapters[chapter])
      ),
      ordinal: unit - Int(directory.starts[chapter])
    )
    best.add(UnitTally.ScoredUnit(key: key, score: score))
    return best.threshold
  }

  /// Takes the sums of a work; those of the last one must be taken at the end.
  mutating func take(_ sums: WorkSums) {
    guard sums.units > 0 else { return }
    workIndexes.append(Int32(truncatingIfNeeded: sums.work))
    works.append(
      WorkTally(
        work: names[sums.work],
        score: sums.score,
        units: sums.units,
        chapters: sums.chapters,
        scenes: sums.scenes,
        matches: sums.matches
      )
    )
  }
}
