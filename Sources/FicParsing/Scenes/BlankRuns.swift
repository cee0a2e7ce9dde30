import FicModel

/// How many blank lines part two scenes of a chapter, by the runs that the chapter has.
struct BlankRuns {
  /// A longer run counts as this many lines.
  private static let longest = 16

  /// The shortest run that is a break; nil where no run is clearly longer than the usual one.
  let threshold: Int?

  /// Measures the runs between paragraphs of story.
  ///
  /// Complexity: linear in the number of blocks.
  init(_ gaps: [Int]) {
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    for gap in gaps { counts[min(gap, Self.longest)] += 1 }
    var half = 0
    let usual = counts.firstIndex { count in
      half += count
      return half * 2 > gaps.count
    }
    guard let usual, gaps.count >= 4 else {
      threshold = gaps.count >= 2 ? 3 : nil
      return
    }
    // Where paragraphs follow without a blank line, one is the printers' way to part scenes.
    let least = usual == 0 ? 1 : max(3, usual + 2)
    let breaks = counts[min(least, Self.longest)...].reduce(0, +)
    let isRare = breaks * 5 <= gaps.count
    threshold = isRare ? least : usual == 0 ? 3 : nil
  }
}
