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
}
