import FicIndex
import SeededRandom
import Testing

@testable import FicIndexSQLite

/// What FTS5 is given for a name.
@Suite struct NameExpressionTests {
  private static func phrase(_ terms: String..., isPrefix: Bool = false) -> TermPhrase {
    TermPhrase(terms.map { Term(bytes: Array($0.utf8)) }, isPrefix: isPrefix)
  }

  @Test(
    arguments: [
      (phrase("smith"), #""smith""#),
      (phrase("john", "smith"), #""john smith""#),
      (phrase("john", "smi", isPrefix: true), #""john smi" *"#),
      (phrase("a\"b"), #""a""b""#),
      // What no name can hold.
      (phrase("a b"), "\"\u{1C}\""),
      (phrase("a\0b"), "\"\u{1C}\""),
      (phrase(""), "\"\u{1C}\""),
      (phrase(), "\"\u{1C}\""),
    ]
  )
  func `a name is quoted`(phrase: TermPhrase, text: String) {
    #expect(String(decoding: NameExpression(phrase).text, as: UTF8.self) == text)
  }

  /// Whatever bytes a term has, FTS5 takes the expression.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `no term makes an error`(seed: UInt64) async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Script(lines: [.told("the dark door")])])])
    var generator = SplitMix(seed: seed)
    for _ in 0..<50 {
      let terms = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Term(
          bytes: (0..<Int.random(in: 1...9, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
          }
        )
      }
      for isPrefix in [false, true] {
        let phrase = TermPhrase(terms, isPrefix: isPrefix)
        _ = try await library.find(.phrase(phrase))
        _ = try await library.find(.near([[phrase], [phrase, phrase]], distance: -3))
        _ = try await library.find(nil) { plan in
          plan.people = [PersonCondition(role: .present, name: phrase)]
        }
      }
    }
  }
}
