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
}
