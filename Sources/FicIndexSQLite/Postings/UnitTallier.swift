import FicIndex
import FicModel

/// Adds up found units, which come in ascending order, by work, chapter and scene.
struct UnitTallier {
  /// The figures of the works of the directory, in its order; no units for one without any.
  private(set) var works: [WorkTally]

  /// The best units so far.
  private(set) var best: BestUnits

  /// The units that are counted.
  let directory: UnitDirectory

  private var work = -1

  private var sceneEnd = 0
  private var nextContinuing = 0

  /// Prepares for the units of a directory; `works` are its works, with nothing added up.
  init(_ directory: UnitDirectory, works: [WorkTally], best: Int) {
    self.directory = directory
    self.works = works
    self.best = BestUnits(limit: best)
  }

  /// The sums of the work that a loop over units is in.
  ///
  /// A loop keeps them in a variable of its own, which the compiler can keep in registers.
  struct WorkSums {
    /// Where the work ends.
    var end = 0

    /// The scores.
    var score = 0.0

    /// The units found.
    var units = 0

    /// The chapters found.
    var chapters = 0

    /// The matches.
    var matches = 0

    /// The index of the chapter of the unit before; none has the greatest number.
    var chapter = UInt32.max

    /// Whether a scene of the work is several units, so that each unit must be told.
    var hasParts = false

    /// The least score of a unit that must be told.
    var threshold = -Double.infinity

    /// Adds a unit that lies before `end` in the chapter at an index.
    ///
    /// - Returns: Whether the tallier must be told of it.
    @inline(__always)
    mutating func add(score: Double, matches: Int, chapter: UInt32) -> Bool {
      self.score += score
      units &+= 1
      self.matches &+= matches
      chapters &+= chapter == self.chapter ? 0 : 1
      self.chapter = chapter
      return hasParts || score >= threshold
    }
  }

  /// The sums before the first unit.
  var sums: WorkSums { WorkSums(threshold: best.threshold) }

  /// Takes the sums of a work and moves to that of `unit`, which is a later one.
  ///
  /// - Returns: The sums of that work, empty.
  mutating func turn(to unit: Int, _ sums: WorkSums) -> WorkSums {
    take(sums)
    work = max(work, 0)
    while directory.end(ofWorkAt: work) <= unit { work += 1 }
    let end = directory.end(ofWorkAt: work)
    let continuing = directory.continuing
    while nextContinuing < continuing.count, Int(continuing[nextContinuing]) <= unit {
      nextContinuing += 1
    }
    sceneEnd = unit
    return WorkSums(
      end: end,
      hasParts: nextContinuing < continuing.count && Int(continuing[nextContinuing]) < end,
      threshold: best.threshold
    )
  }

  /// Looks at a unit that the sums asked to tell.
  ///
  /// - Returns: The least score of a unit that must be told from now on.
  mutating func tell(_ unit: Int, score: Double, _ sums: WorkSums) -> Double {
    if sums.hasParts { countScene(of: unit) }
    if score >= best.threshold { keep(unit, score) }
    return best.threshold
  }

  /// Takes the last sums.
  mutating func finish(_ sums: WorkSums) { take(sums) }

  private mutating func take(_ sums: WorkSums) {
    guard work >= 0 else { return }
    works[work].score += sums.score
    works[work].units += sums.units
    works[work].chapters += sums.chapters
    works[work].matches += sums.matches
    if !sums.hasParts { works[work].scenes += sums.units }
  }

  /// Counts the scene of a unit in a work with scenes of several units, unless a unit before was of
  /// the same.
  private mutating func countScene(of unit: Int) {
    guard unit >= sceneEnd else { return }
    works[work].scenes += 1
    sceneEnd = unit + 1
    let continuing = directory.continuing
    while nextContinuing < continuing.count, Int(continuing[nextContinuing]) <= unit {
      nextContinuing += 1
    }
    while nextContinuing < continuing.count, Int(continuing[nextContinuing]) == sceneEnd {
      sceneEnd += 1
      nextContinuing += 1
    }
  }

  private mutating func keep(_ unit: Int, _ score: Double) {
    let chapter = Int(directory.chapterOfUnit[unit])
    let key = UnitKey(
      chapter: ChapterKey(
        work: works[work].work,
        chapter: RowKey.number(ofChapter: directory.chapters[chapter])
      ),
      ordinal: unit - Int(directory.starts[chapter])
    )
    best.add(UnitTally.ScoredUnit(key: key, score: score))
  }
}
