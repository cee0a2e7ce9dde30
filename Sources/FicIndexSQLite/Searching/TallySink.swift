import FicIndex
import FicModel

/// Adds matches up by work.
struct TallySink: MatchSink {
  /// What was added up, by the ordinal of the work, but for the weights.
  private var sums: [Int: (tally: WorkTally, counts: [Int])] = [:]

  private let directory: LineDirectory
  private let weights: LeafWeights

  /// The indexes of the chapter and the stretch at hand.
  private var chapter = -1
  private var stretch: Int32 = -1
  private var isScene = false
  private var ordinal = -1

  /// The figures of the work at hand, and how often it has each leaf.
  private var tally = WorkTally(work: WorkID(rawValue: 0))
  private var counts: [Int]

  /// The rows of the place at hand.
  private var rows: [Int32] = []
  private var joined: [Int32] = []

  /// Prepares to add.
  init(_ weights: LeafWeights, _ directory: LineDirectory) {
    self.weights = weights
    self.directory = directory
    counts = weights.weights.map { _ in 0 }
  }

  /// Takes what is known of a work and its only leaf, before any of its lines comes.
  mutating func take(_ sum: WorkSums.Sum) {
    guard let work = directory.works[sum.ordinal]?.id, counts.count == 1 else { return }
    var tally = WorkTally(work: work)
    tally.chapters = sum.chapters
    tally.scenes = sum.scenes
    tally.matches = sum.matches
    if tells(0) { tally.lines = sum.lines } else { tally.hardlyTelling = sum.lines }
    sums[sum.ordinal] = (tally, [sum.matches])
  }

  mutating func add(_ lines: LineRun, _ leaves: [LeafLines], in place: Place) {
    if place.stretch != stretch {
      stretch = place.stretch
      isScene = false
      if let index = directory.stretches.chapter(of: Int(stretch)), index != chapter {
        enter(index)
      }
    }
    for own in leaves {
      let counts = lines.counts.span
      var sum = 0
      for place in own.lines { sum += Int(counts[place]) }
      tally.matches += sum
      if own.leaf >= 0 { self.counts[own.leaf] += sum }
    }
    if leaves.count == 1 {
      if tells(leaves[0].leaf) {
        tally.lines += leaves[0].lines.count
      } else {
        tally.hardlyTelling += leaves[0].lines.count
      }
    } else {
      addLines(lines, leaves)
    }
    if !isScene { isScene = hasStory(lines, leaves) }
  }

  private func tells(_ leaf: Int) -> Bool { leaf < 0 || weights.telling.contains(leaf) }

  private mutating func addLines(_ lines: LineRun, _ leaves: [LeafLines]) {
    if leaves.count == 2, tells(leaves[0].leaf), tells(leaves[1].leaf) {
      tally.lines += Self.distinct(lines.rows, leaves[0].lines, leaves[1].lines)
      return
    }
    rows.removeAll(keepingCapacity: true)
    for own in leaves where tells(own.leaf) { join(lines.rows, own.lines) }
    let telling = rows.count
    for own in leaves where !tells(own.leaf) { join(lines.rows, own.lines) }
    tally.lines += telling
    tally.hardlyTelling += rows.count - telling
  }

  /// How many rows two ascending lists have, those in both counted once.
  private static func distinct(_ rows: [Int32], _ some: Range<Int>, _ others: Range<Int>) -> Int {
    let rows = rows.span
    var count = some.count + others.count
    var place = some.lowerBound
    for index in others {
      while place < some.upperBound, rows[place] < rows[index] { place += 1 }
      guard place < some.upperBound else { break }
      if rows[place] == rows[index] { count -= 1 }
    }
    return count
  }

  /// Adds to `rows` those of some others that it has not.
  private mutating func join(_ others: [Int32], _ range: Range<Int>) {
    guard !rows.isEmpty else { return rows.append(contentsOf: others[range]) }
    joined.removeAll(keepingCapacity: true)
    var place = 0
    for index in range {
      let row = others[index]
      while place < rows.count, rows[place] < row {
        joined.append(rows[place])
        place += 1
      }
      if place < rows.count, rows[place] == row { place += 1 }
      joined.append(row)
    }
    joined.append(contentsOf: rows[place...])
    swap(&rows, &joined)
  }

  /// Counts the stretch at hand as a scene where a line of it is story.
  private mutating func hasStory(_ lines: LineRun, _ leaves: [LeafLines]) -> Bool {
    for own in leaves {
      for place in own.lines where LineMark.isStory(directory.marks[Int(lines.rows[place])]) {
        tally.scenes += 1
        return true
      }
    }
    return false
  }

  private mutating func enter(_ index: Int) {
    chapter = index
    let own = RowKey.ordinal(ofChapter: directory.chapters[index].id)
    if own != ordinal {
      leave()
      ordinal = own
      let work = directory.works[own]?.id ?? WorkID(rawValue: 0)
      (tally, counts) = sums[own] ?? (WorkTally(work: work), weights.weights.map { _ in 0 })
    }
    tally.chapters += 1
  }

  private mutating func leave() {
    if ordinal >= 0 { sums[ordinal] = (tally, counts) }
  }

  /// What was added up.
  mutating func works() -> [WorkTally] {
    leave()
    ordinal = -1
    return sums.values.map { own in
      var tally = own.tally
      tally.weight = own.counts.indices.reduce(0) {
        $0 + weights[$1] * Double(own.counts[$1])
      }
      return tally
    }
  }
}
