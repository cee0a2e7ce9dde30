import Testing

@testable import FicIndex

@Suite struct LeafWeightsTests {
  private func phrase(_ text: String, isPrefix: Bool = false) -> TermPhrase {
    TermPhrase(Analyzer().terms(of: text), isPrefix: isPrefix)
  }

  private func weights(_ leaves: [TermClause], _ held: [String: Int]) -> LeafWeights {
    LeafWeights(leaves, lines: 1000) { held[$0.text] ?? 0 }
  }

  @Test func `a word weighs what its rarity says, a phrase what its words weigh together`() {
    let held = ["the": 600, "sea": 10, "se*": 40]
    let weights = weights(
      [
        .phrase(phrase("sea")), .phrase(phrase("the sea")), .phrase(phrase("se", isPrefix: true)),
        .phrase(phrase("nothing")),
      ],
      held
    )
    let (the, sea) = (BM25.weight(held: 600, of: 1000), BM25.weight(held: 10, of: 1000))
    #expect(weights[0] == sea)
    #expect(weights[1] == the + sea)
    #expect(weights[2] == BM25.weight(held: 40, of: 1000))
    #expect(weights[3] == BM25.weight(held: 0, of: 1000))
  }

  @Test func `a NEAR weighs what its weightiest phrase does`() {
    let weights = weights(
      [.near([[phrase("the"), phrase("sea")], [phrase("shore")]], distance: 3)],
      ["the": 600, "sea": 10, "shore": 20]
    )
    #expect(weights[0] == BM25.weight(held: 10, of: 1000))
  }

  @Test(arguments: [(20, true), (21, false)])
  func `a word that more than a fiftieth of the lines hold hardly tells`(held: Int, tells: Bool) {
    let weights = weights([.phrase(phrase("a")), .phrase(phrase("b"))], ["a": held, "b": 1])
    #expect(weights.telling.contains(0) == tells)
    #expect(weights.telling.contains(1))
  }

  @Test func `phrases and words near each other tell, however common their words`() {
    let held = ["the": 600, "of": 500]
    let leaves: [TermClause] = [
      .phrase(phrase("the")), .phrase(phrase("of the")),
      .near([[phrase("of")], [phrase("the")]], distance: 1),
    ]
    let telling = weights(leaves, held).telling
    #expect(!telling.contains(0) && telling.contains(1) && telling.contains(2))
  }

  @Test func `where no word tells all do`() {
    let leaves = ["the", "of"].map { TermClause.phrase(phrase($0)) }
    #expect(weights(leaves, ["the": 600, "of": 500]).telling == LeafSet(below: 2))
  }

  @Test func `what the count throws is thrown`() {
    #expect(throws: CancellationError.self) {
      try LeafWeights([.phrase(phrase("a"))], lines: 1) { _ in throw CancellationError() }
    }
  }
}
