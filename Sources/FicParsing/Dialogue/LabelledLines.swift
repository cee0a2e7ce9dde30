import FicModel

/// Walks the labelled lines of a paragraph: one, or one a line where a log has no blank lines.
struct LabelledLines: Sendable {
  private let prose: Prose
  private var place: Int?

  /// Creates a walk.
  init(_ prose: Prose) {
    self.prose = prose
    place = prose.span.start
  }

  /// The next line whose label is one by `isLabel`.
  ///
  /// Nil at the end, or at once where the first line has none. A line without a label belongs to
  /// the turn before it.
  mutating func next(isLabel: (LabelledLine) -> Bool) -> LabelledLine? {
    guard let start = place, var line = line(at: start), isLabel(line) else {
      place = nil
      return nil
    }
    var end = lineEnd(from: start)
    place = nil
    while end < prose.span.end {
      if let following = self.line(at: end), isLabel(following) {
        place = end
        break
      }
      end = lineEnd(from: end)
    }
    line.content = prose.trimmed(TextSpan(line.content.start, end))
    return line
  }

  private func line(at start: Int) -> LabelledLine? {
    LabelledLine(prose.part(TextSpan(start, lineEnd(from: start))))
  }

  /// The offset after the line feed that ends the line at `start`.
  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < prose.span.end {
      end += 1
      if prose.bytes[end - 1] == 0x0A { break }
    }
    return end
  }
}
