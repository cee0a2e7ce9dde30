import FicModel

/// Adds the matches of a part of the archive up; lines come in reading order, work by work.
struct CountSum {
  private(set) var totals = SearchTotals()

  /// Where the first match stands.
  private(set) var first: LineKey?

  private var last: LineKey?
  private var lastScene: (chapter: ChapterKey, stretch: Int)?

  /// Adds a line with some matches.
  mutating func add(_ line: MatchedLine, matches: Int) {
    let chapter = line.key.chapter
    if last?.chapter != chapter { totals.chapters += 1 }
    if last?.chapter.work != chapter.work { totals.works += 1 }
    if line.zone == .story, lastScene.map({ $0 != (chapter, line.stretch) }) ?? true {
      totals.scenes += 1
      lastScene = (chapter, line.stretch)
    }
    totals.matches += matches
    first = first ?? line.key
    last = line.key
  }

  /// Adds all that was found in a work.
  mutating func add(_ work: WorkTally) {
    totals.works += 1
    totals.chapters += work.chapters
    totals.scenes += work.scenes
    totals.matches += work.matches
  }
}
