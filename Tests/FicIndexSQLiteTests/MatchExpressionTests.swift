import FicIndex
import SeededRandom
import Testing

@testable import FicIndexSQLite

/// What FTS5 is given for a clause.
@Suite struct MatchExpressionTests {
  private static func term(_ text: String) -> Term { Term(bytes: Array(text.utf8)) }

  private static let dark = TermClause.phrase([term("dark")], in: .text)
  private static let door = TermClause.phrase([term("the"), term("door")], in: .text)
  private static let smith = TermClause.phrase([term("smith")], in: .speaker)

  @Test(
    arguments: [
      (dark, #"text : "dark""#, [0]),
      (door, #"text : "the door""#, [0]),
      (smith, #"speaker : "smith""#, [0]),
      (.prefix([term("the"), term("do")], in: .text), #"text : "the do" *"#, [0]),
      (
        .near([[term("dark")], [term("the"), term("door")]], distance: 5),
        #"text : NEAR("dark" "the door" , 5)"#, [0, 0]
      ),
      (
        .near([[term("dark")]], distance: .max), #"text : NEAR("dark" , 1000000)"#, [0]
      ),
      (.and([dark, door]), #"(text : "dark") AND (text : "the door")"#, [0, 1]),
      (.or([dark, smith]), #"(text : "dark") OR (speaker : "smith")"#, [0, 1]),
      (.without(dark, door), #"(text : "dark") NOT (text : "the door")"#, [0, nil]),
      // The deeper part stands first, and still counts for its own leaf.
      (
        .and([dark, .or([door, smith])]),
        #"((text : "the door") OR (speaker : "smith")) AND (text : "dark")"#, [1, 2, 0]
      ),
      (.phrase([term("a\"b")], in: .text), #"text : "a""b""#, [0]),
      // What no text can hold.
      (.phrase([term("a b")], in: .text), "text : \"\u{1F}\"", [0]),
      (.phrase([term("a\0b")], in: .text), "text : \"\u{1F}\"", [0]),
      (.phrase([term("smith")], in: .cast), "text : \"\u{1F}\"", [0]),
      (.phrase([], in: .text), "text : \"\u{1F}\"", [0]),
    ] as [(TermClause, String, [Int?])]
  )
  func `a clause is lowered`(clause: TermClause, text: String, leaves: [Int?]) throws {
    let expression = try #require(MatchExpression(clause, unit: .utterance))
    #expect(String(decoding: expression.text, as: UTF8.self) == text)
    #expect(expression.leafOfPhrase == leaves)
  }

  @Test func `a tree that FTS5 counts wrong is not lowered whole`() {
    let inner = TermClause.and([Self.dark, .or([Self.door, Self.smith])])
    #expect(MatchExpression(inner, unit: .utterance) != nil)
    #expect(MatchExpression(.or([inner, Self.door]), unit: .utterance) == nil)
    #expect(MatchExpression(.without(inner, Self.door), unit: .utterance) == nil)
    #expect(MatchExpression(.without(Self.door, inner), unit: .utterance) != nil)
  }

  @Test func `no depth is too deep`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Script(lines: [.told("the dark of the door")])])])
    var clause = Self.dark
    for depth in 0..<80 {
      clause = depth % 2 == 0 ? .without(Self.door, clause) : .without(Self.dark, clause)
      guard depth % 9 == 0 || depth == 79 else { continue }
      #expect(try await library.find(clause).isEmpty != (depth % 2 == 1), "depth \(depth)")
    }
    for depth in 0..<80 {
      clause = depth % 2 == 0 ? .or([Self.dark, clause]) : .and([Self.door, clause])
      guard depth % 9 == 0 else { continue }
      #expect(try await library.find(clause).count == 1, "depth \(depth)")
    }
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
      _ = try await library.find(.phrase(terms, in: .text))
      _ = try await library.find(.prefix(terms, in: .cast))
      _ = try await library.find(.near([terms, terms], distance: -3))
    }
  }
}
