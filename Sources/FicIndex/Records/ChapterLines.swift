package import FicModel

/// The lines that a reader sees in a chapter: its paragraphs, and what visible text lies between
/// them.
package struct ChapterLines: Sendable {
  /// Ascending and disjoint; none is blank.
  ///
  /// White space at their ends lies outside.
  package let spans: [TextSpan]

  /// Reads a chapter.
  ///
  /// Complexity: linear in the number of bytes.
  package init(_ chapter: Chapter) {
    var spans: [TextSpan] = []
    var end = 0
    let whole = TextSpan(0, chapter.text.count)
    for paragraph in chapter.paragraphs {
      let span = TextSpan(max(paragraph.start, end), paragraph.end).intersection(whole)
      guard !span.isEmpty else { continue }
      Self.appendLines(of: TextSpan(end, span.start), in: chapter.text, to: &spans)
      if let line = Self.trimmed(span, in: chapter.text) { spans.append(line) }
      end = span.end
    }
    Self.appendLines(of: TextSpan(end, whole.end), in: chapter.text, to: &spans)
    self.spans = spans
  }

  /// The index of the line that holds the byte at `offset`, or of the first line after it; nil
  /// after the last line.
  ///
  /// Complexity: O(log n).
  package func index(at offset: Int) -> Int? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < spans.count ? low : nil
  }

  private static func appendLines(of gap: TextSpan, in text: [UInt8], to spans: inout [TextSpan]) {
    var start = gap.start
    for index in gap.range where text[index] == UInt8(ascii: "\n") {
      if let line = trimmed(TextSpan(start, index), in: text) { spans.append(line) }
      start = index + 1
    }
    if let line = trimmed(TextSpan(start, gap.end), in: text) { spans.append(line) }
  }

  private static func trimmed(_ span: TextSpan, in text: [UInt8]) -> TextSpan? {
    var span = span
    while span.start < span.end, text[span.start] <= 0x20 { span.start += 1 }
    while span.end > span.start, text[span.end - 1] <= 0x20 { span.end -= 1 }
    return span.isEmpty ? nil : span
  }
}
