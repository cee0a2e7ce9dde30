import FicModel
import Testing

@Suite struct OffsetMapTests {
  /// "é" CR LF "ab" CR LF "c" in the source; LF alone in the text.
  private static let text = Array("é\nab\nc".utf8)

  private static var map: OffsetMap {
    var map = OffsetMap()
    map.append(.init(text: 0, source: 0, line: 1))
    map.append(.init(text: 3, source: 3, line: 2))
    map.append(.init(text: 6, source: 7, line: 3))
    return map
  }

  @Test(arguments: [(0, 0, 1), (2, 1, 1), (3, 3, 2), (4, 4, 2), (6, 7, 3), (7, 8, 3)])
  func `each byte leads to its scalar and its line`(offset: Int, source: Int, line: Int) {
    #expect(Self.map.sourceOffset(of: offset, in: Self.text) == source)
    #expect(Self.map.sourceLine(of: offset, in: Self.text) == line)
  }

  @Test func `a slice counts from its own start`() {
    let slice = Self.map.slice(TextSpan(3, 7), of: Self.text)
    let part = Array(Self.text[3...])
    #expect(slice.sourceOffset(of: 0, in: part) == 3)
    #expect(slice.sourceOffset(of: 3, in: part) == 7)
    #expect(slice.sourceLine(of: 3, in: part) == 3)
  }

  @Test(arguments: [-5, 100, Int.max, Int.min]) func `offsets beyond the text do no harm`(
    offset: Int
  ) {
    _ = Self.map.sourceOffset(of: offset, in: Self.text)
    _ = Self.map.sourceLine(of: offset, in: Self.text)
    _ = OffsetMap().sourceOffset(of: offset, in: [])
  }
}
