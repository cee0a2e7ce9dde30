import FicModel

/// A line of story with what it may be in a script.
struct ScriptLine: Sendable {
  /// The index of its block.
  var block: Int
  /// Counts the paragraphs.
  var paragraph: Int
  /// Where it is, white space at its ends left out.
  var span: TextSpan
  /// Whether a blank line, or what is no story, stands before it.
  var isAfterBlank: Bool
  /// Whether a colon stands where a label or a time may be.
  var hasColon: Bool

  /// No label ends further from the start of its line, in bytes, with time and direction.
  private static let longestHead = 160

  /// The lines of a chapter's story, in order.
  ///
  /// Complexity: linear in the number of bytes.
  static func lines(of draft: ChapterDraft) -> [ScriptLine] {
    let text = draft.chapter.text
    var zones = ZoneCursor(draft.chapter.zones)
    var result: [ScriptLine] = []
    result.reserveCapacity(draft.blocks.count)
    var paragraph = 0
    var isAfterBlank = true
    for (index, block) in draft.blocks.enumerated() {
      guard zones.kind(at: block.span.start) == .story,
        block.kind == .paragraph || block.kind == .blockQuote
      else {
        isAfterBlank = true
        continue
      }
      var start = block.span.start
      let end = min(block.span.end, text.count)
      while start < end {
        let stop = TextLine.end(of: start, upTo: end, in: text)
        let visible = WhiteSpace.trim(start..<stop, in: text)
        if !visible.isEmpty {
          result.append(
            ScriptLine(
              block: index,
              paragraph: paragraph,
              span: TextSpan(visible.lowerBound, visible.upperBound),
              isAfterBlank: isAfterBlank,
              hasColon: text[visible.prefix(longestHead)].contains(0x3A)
            )
          )
          isAfterBlank = false
        }
        start = stop + 1
      }
      paragraph += 1
    }
    return result
  }
}
