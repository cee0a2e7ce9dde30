import FicModel

/// Counts the lines of a chapter's source along with the lines of its text.
struct LineCount {
  private let map: OffsetMap
  private let text: [UInt8]
  private var number = 0
  private var checkpoint: OffsetMap.Checkpoint?

  init(_ chapter: Chapter) {
    map = chapter.offsetMap
    text = chapter.text
  }

  /// The 1-based line of the source of the line that begins at `start`.
  ///
  /// The lines have to be asked for in order; only where the text leaves step with the source is
  /// its map asked, so that a chapter costs linear time.
  mutating func number(at start: Int) -> Int {
    let before = map.checkpoint(before: start)
    if before == checkpoint {
      number += 1
    } else {
      checkpoint = before
      number = map.sourceLine(of: start, in: text)
    }
    return number
  }
}
