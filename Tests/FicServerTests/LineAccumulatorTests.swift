import Testing

@testable import FicServer

@Suite struct LineAccumulatorTests {
  private func lines(_ pieces: [String]) -> [String] {
    var accumulator = LineAccumulator()
    var lines = pieces.flatMap { accumulator.append($0.utf8) }
    if let last = accumulator.finish() { lines.append(last) }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (["a\nb\n"], ["a", "b"]), (["a", "b\nc"], ["ab", "c"]), (["\n\n"], ["", ""]), ([""], []),
    (["a\r\n"], ["a\r"]),
  ])
  func `pieces are put together and cut at line ends`(pieces: [String], expected: [String]) {
    #expect(lines(pieces) == expected)
  }

  @Test func `a line without end does not fill the memory`() {
    var accumulator = LineAccumulator()
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: LineAccumulator.maximumLine)
    for _ in 0..<3 {
      let lines = accumulator.append(piece)
      #expect(lines.isEmpty)
    }
    #expect(accumulator.dropped == 1)
    let lines = accumulator.append("\nnext\n".utf8)
    #expect(lines == [Array("next".utf8)])
    let rest = accumulator.finish()
    #expect(rest == nil)
  }
}
