import Testing

@testable import FicClient

@Suite struct LineSplitterTests {
  @Test(arguments: 1...9) func `lines come out whole, however the bytes are cut`(piece: Int) {
    let bytes = Array("one\n\ntwo\nthree".utf8)
    var splitter = LineSplitter()
    var lines: [String] = []
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let part = bytes[start..<min(start + piece, bytes.count)]
      #expect(splitter.append(part) { lines.append(String(decoding: $0, as: UTF8.self)) })
    }
    #expect(lines == ["one", "two"])
    splitter.finish { lines.append(String(decoding: $0, as: UTF8.self)) }
    #expect(lines == ["one", "two", "three"])
  }
}
