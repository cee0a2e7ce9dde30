import FicFuzzing
import Foundation
import Testing

/// A short run of what `make fuzz` does at length.
@Suite struct ParserFuzzTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../Fixtures/fuzz").standardizedFileURL

  private static func seeds() throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  @Test func `every kept text keeps the parser's promises, under both readers`() throws {
    for (name, bytes) in try Self.seeds() {
      for file in ["fuzz.txt", "fuzz.md"] {
        let findings = ParserCheck().findings(for: ParserInput(name: file, bytes: bytes))
        #expect(findings.isEmpty, "\(name) as \(file): \(findings)")
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `recombined and damaged texts keep the parser's promises`(seed: UInt64) throws {
    let maker = InputMaker(seeds: try Self.seeds().map(\.bytes), seed: seed, limit: 400)
    for number in 0..<150 {
      let findings = ParserCheck().findings(for: maker.input(number))
      #expect(findings.isEmpty, "seed \(seed), number \(number): \(findings)")
    }
  }

  @Test func `a number always gives the same input`() throws {
    let seeds = try Self.seeds().map(\.bytes)
    let inputs = (0..<20).map { InputMaker(seeds: seeds, seed: 7, limit: 800).input($0) }
    for (number, input) in inputs.enumerated() {
      #expect(InputMaker(seeds: seeds, seed: 7, limit: 800).input(number) == input)
    }
    #expect(Set(inputs).count > 15)
  }

  @Test func `a reducer keeps what matters`() {
    let input = ParserInput(bytes: Array("one two three four".utf8))
    let short = Reducer { $0.bytes.contains(UInt8(ascii: "h")) }.reduce(input)
    #expect(short.bytes == [UInt8(ascii: "h")])
  }
}
