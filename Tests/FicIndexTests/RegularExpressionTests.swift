import FicModel
import FicQuery
import SeededRandom
import Testing

@testable import FicIndex

@Suite struct RegularExpressionTests {
  private func found(_ expression: String, in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try RegularExpression(expression).matches(in: bytes).places.map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      ("colou?r", "Color and colour", ["Color", "colour"]),
      ("C\\w+", "Color and colour", ["Color"]),
      ("\\bn\\w*", "Nine naïve ñandú", ["Nine", "naïve"]), ("(a)(b)\\2", "abb", ["abb"]),
      ("x*", "axxb", ["xx"]), ("[[:upper:]]{2,}", "a AB ÄÖ", ["AB", "ÄÖ"]),
      ("\\p{Lu}+", "aBC", ["BC"]), ("é", "cafÉ", ["É"]), ("(?=a)", "a", []), ("", "a", []),
      ("^the|end$", "The very end", ["The", "end"]),
    ] as [(String, String, [String])]
  )
  func `an expression matches`(expression: String, text: String, matches: [String]) throws {
    #expect(try found(expression, in: text) == matches)
  }

  @Test func `an expression that takes too many steps is given up, and says so`() throws {
    let expression = try RegularExpression("(a+)+$")
    let text = Array((String(repeating: "a", count: 60) + "b").utf8)
    let (places, isCut) = expression.matches(in: text)
    #expect(places.isEmpty && isCut)
    #expect(try !RegularExpression("a+b").matches(in: text).isCut)
  }

  @Test(
    arguments: [
      ("(a", ExpressionFault.openParenthesis), ("a)", .closingParenthesis), ("[a", .openBracket),
      ("[z-a]", .range), ("*a", .nothingToRepeat), ("a{5,2}", .repetition),
      ("a{1,99999}", .repetition), ("\\j", .backslash), ("(a)\\2", .missingGroup),
      ("[[:letter:]]", .unknownClass), ("\\p{Nope}", .unknownClass), ("(?<=a*)b", .lookBehind),
      ("\\C", .backslash), ("(?Z)", .other), ("((a{1000}){1000}){1000}", .tooLarge),
    ] as [(String, ExpressionFault)]
  )
  func `what is no expression says why`(expression: String, fault: ExpressionFault) throws {
    let failure = #expect(throws: RegularExpression.Failure.self) {
      try RegularExpression(expression)
    }
    #expect(failure?.fault == fault)
  }

  @Test func `a fault stands where it is in the query`() throws {
    let query = try QueryParser.parse("sea /é(a b/")
    let error = #expect(throws: QuerySyntaxError.self) { try Planner().plan(query) }
    #expect(error?.kind == .badExpression(.openParenthesis))
    #expect(error?.span == 9..<10)
    let early = #expect(throws: QuerySyntaxError.self) {
      try Planner().plan(try QueryParser.parse("/*a/ sea"))
    }
    #expect(early?.span == 1..<2)
  }

  // MARK: Required letters

  @Test(
    arguments: [
      ("colou?r", ["colo"]), ("\\bscales?\\b", ["scale"]),
      ("the (hat|cap) of Smith", ["smith", "the"]),
      ("a|garden", []), ("gard(en)?", ["gard"]), ("walk{2}ing", ["ing", "wal"]),
      ("walk+ing", ["walk", "ing"]), ("[garden]", []), ("[]abc]def", ["def"]),
      ("[[:alpha:]]def", ["def"]), ("[[:alpha]def", ["def"]), ("\\Qab(c\\E", []),
      ("(?i)Garden", []),
      ("(?x)gar den", []), ("(*ACCEPT)garden", []), ("\\p{Lu}arden", ["arden"]), ("\\x41bcd", []),
      ("don't", ["don"]), ("caféteria", ["teria", "caf"]), ("garden*", ["garde"]),
      ("(?:abc)garden", ["garden"]), ("(?#x|)garden", []), ("gar\\-den", ["den", "gar"]),
    ] as [(String, [String])]
  )
  func `letters that must be there are found`(expression: String, letters: [String]) {
    let found = TextExpression(expression).requiredLetters.map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(found == letters)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `whatever matches holds the letters that must be there`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let pieces = [
      "gar", "den", "walk", "a", "b", "?", "*", "+", "{1,2}", "|", "(", ")", "[ab]", "[^a]", ".",
      "\\b",
      "\\w", " ", "^", "$", "\\", "(?i)", "(?:", "\\p{L}", "(?=", "(?#", "[[:alpha:]]", "'", "é",
    ]
    let words = ["gar", "den", "walk", "a", "b", " ", "'", "é", "Walk", "(", "-"]
    var matched = 0
    for _ in 0..<4000 {
      let pattern = (0..<Int.random(in: 1...6, using: &generator))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      guard let expression = try? RegularExpression(pattern) else { continue }
      let letters = TextExpression(pattern).requiredLetters
      for _ in 0..<4 {
        let text = (0..<Int.random(in: 1...6, using: &generator))
          .map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }.joined()
        for place in expression.matches(in: Array(text.utf8)).places {
          let match = Array(text.utf8)[place].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
          matched += 1
          for run in letters {
            #expect(
              match.split(separator: 0).contains { Self.holds($0, run) },
              "\(pattern) \(text)"
            )
          }
        }
      }
    }
    #expect(matched > 100)
  }

  private static func holds(_ text: some Collection<UInt8>, _ run: [UInt8]) -> Bool {
    let text = Array(text)
    guard text.count >= run.count else { return false }
    return (0...text.count - run.count).contains { Array(text[$0..<$0 + run.count]) == run }
  }
}
