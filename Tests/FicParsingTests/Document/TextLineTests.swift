import FicParsing
import Testing

@Suite struct TextLineTests {
  @Test func `a flood of blank lines is bounded and still tiles the text`() {
    let text = [UInt8](repeating: 0x0A, count: 100_000) + Array("end".utf8)
    let lines = TextLine.lines(of: text)
    #expect(lines.count == TextLine.longestBlankRun + 1)
    #expect(lines.first?.start == 0 && lines.last?.next == text.count)
    for (line, next) in zip(lines, lines.dropFirst()) { #expect(line.next == next.start) }
  }

  @Test func `a line feed is found wherever it stands`() {
    for length in 0..<40 {
      for place in 0..<length {
        // Bytes that differ from a line feed in one bit stand around it.
        var text = (0..<length).map { UInt8(truncatingIfNeeded: $0 % 2 == 0 ? 0x0B : 0x8A) }
        text[place] = 0x0A
        #expect(TextLine.end(of: 0, upTo: length, in: text) == place)
        #expect(TextLine.end(of: 0, upTo: place, in: text) == place)
        #expect(TextLine.end(of: place + 1, upTo: length, in: text) == length)
      }
    }
  }
}
