import Testing

@testable import FicIndex

@Suite struct TermPhraseTests {
  private let words = Analyzer().terms(of: "in the garden, in the gardener's garden")

  @Test(
    arguments: [
      ("in the garden", false, [0]), ("in the garden", true, [0, 3]), ("in", false, [0, 3]),
      ("gard", false, []), ("gard", true, [2, 5, 6]), ("garden in", true, [2]),
      ("garden in the garden in the garden in", false, []),
    ] as [(String, Bool, [Int])]
  )
  func `a phrase begins where its words follow each other`(
    text: String,
    isPrefix: Bool,
    starts: [Int]
  ) {
    let phrase = TermPhrase(Analyzer().terms(of: text), isPrefix: isPrefix)
    #expect(phrase.starts(in: words) == starts)
  }

  @Test(
    arguments: [
      ("gard", "*", [2, 5, 6]), ("gard", "?n", [2, 6]), ("g", "*r*n", [2, 6]),
      ("g", "*n*r", [5]), ("gard", "", []), ("in the g", "*ner", [3]), ("garden", "*", [2, 5, 6]),
      ("garden", "?", []), ("garden", "??", [5]), ("g", "?rden", [2, 6]),
      ("g", "??den*", [2, 5, 6]),
      ("ca", "?é", [7]), ("ca", "f?", [7]), ("ca", "f??", []),
    ] as [(String, String, [Int])]
  )
  func `a pattern takes the words that go on so`(start: String, pattern: String, starts: [Int]) {
    let phrase = TermPhrase(
      Analyzer().terms(of: start),
      pattern: WordPattern(bytes: Array(pattern.utf8))
    )
    let words = words + [Term(bytes: Array("café".utf8))]
    #expect(phrase.starts(in: words) == starts)
  }
}
