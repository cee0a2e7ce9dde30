import FicIndex
import FicModel

/// Adds matches up by work.
struct TallySink {
  /// What was added up, by the ordinal of the work.
  private(set) var works: [Int: WorkTally] = [:]

  private let weights: LeafWeights
  private let directory: LineDirectory

  private var chapter = -1
  private var chapterEnd = 0
  private var stretchEnd = 0
  private var isScene = false
  private var tally = WorkTally(work: WorkID(rawValue: 0))
  private var ordinal = -1

  /// Prepares to add.
  init(_ weights: LeafWeights, _ directory: LineDirectory) {
    self.weights = weights
    self.directory = directory
  }

  /// Adds the matches of a window; windows ascend.
  mutating func add(_ matches: MatchRun) {
    var place = 0
    let marks = directory.marks
    while place < matches.count {
      let row = Int(matches.rows[place])
      if row >= chapterEnd { enter(row) }
      var tells = false
      while place < matches.count, Int(matches.rows[place]) == row {
        let leaf = Int(matches.leaves[place])
        let count = Int(matches.counts[place])
        tally.matches += count
        if leaf >= 0 { tally.weight += weights[leaf] * Double(count) }
        tells = tells || leaf < 0 || weights.telling.contains(leaf)
        place += 1
      }
      if tells { tally.lines += 1 } else { tally.hardlyTelling += 1 }
      if row >= stretchEnd {
        stretchEnd = directory.stretch(of: row).upperBound
        isScene = false
      }
      if !isScene, LineMark.isStory(marks[row]) {
        isScene = true
        tally.scenes += 1
      }
    }
  }

  private mutating func enter(_ row: Int) {
    guard let index = directory.chapter(of: row) else { return }
    chapterEnd = directory.chapters[index].rows.upperBound
    let own = RowKey.ordinal(ofChapter: directory.chapters[index].id)
    if own != ordinal {
      leave()
      ordinal = own
      tally = works[own] ?? WorkTally(work: WorkID(rawValue: 0))
    }
    tally.chapters += 1
  }

  private mutating func leave() {
    if ordinal >= 0 { works[ordinal] = tally }
  }

  /// Ends adding up.
  mutating func finish() { leave() }
}
