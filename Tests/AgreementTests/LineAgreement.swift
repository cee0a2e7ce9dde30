import FicModel
import Testing

@testable import FicIndex
@testable import MemoryIndex

/// What a snapshot says of lines, against what the plain twin says.
struct LineAgreement {
  let seed: UInt64
  let snapshot: any IndexSnapshot
  let twin: MemorySnapshot

  /// Compares the answers to a query; returns whether it found something.
  func expectAgreement(_ planned: QueryPlan) throws -> Bool {
    let finder = InflectionFinder(snapshot)
    let plan = try finder.completed(planned)
    compareInflections(plan, with: try twinPlan(planned))
    let weights = try snapshot.weights(of: plan)
    let expectedWeights = try twin.weights(of: plan)
    #expect(weights == expectedWeights, "seed \(seed), \(plan.plans)")
    let expected = try twin.tally(plan, weights)
    let tally = try snapshot.tally(plan, weights)
    compare(tally, with: expected, plan)
    for work in expected.works { try compareLines(plan, weights, of: work.work) }
    for limit in [1, 3, 50] {
      let closest = try snapshot.closest(plan, weights, limit: limit)
      let expected = try twin.closest(plan, weights, limit: limit)
      #expect(closest.map(\.key) == expected.map(\.key), "seed \(seed), \(plan.plans)")
      for (line, expected) in zip(closest, expected) where line.key == expected.key {
        #expect(abs(line.score - expected.score) < 1e-9, "seed \(seed), \(plan.plans)")
        #expect(line.answers == expected.answers, "seed \(seed), \(plan.plans)")
        #expect(line.lacking == expected.lacking, "seed \(seed), \(plan.plans)")
      }
    }
    try compareGround(plan, of: expected.works.map(\.work))
    return !expected.works.isEmpty
  }

  /// Compares what is looked into, part by part, and whose words that is.
  private func compareGround(_ plan: QueryPlan, of works: [WorkID]) throws {
    var parts: [TextPart: Int] = [:]
    try snapshot.forEachPart(of: plan.ground) { part in
      var key = part
      key.words = 0
      parts[key, default: 0] += part.words
    }
    var expected: [TextPart: Int] = [:]
    try twin.forEachPart(of: plan.ground) { part in
      var key = part
      key.words = 0
      expected[key, default: 0] += part.words
    }
    #expect(parts == expected.filter { $0.value > 0 }, "ground: seed \(seed), \(plan.plans)")
    for work in works.prefix(2) {
      for role in [SpeechRole.speaker, .addressee] {
        let spoken = try snapshot.spokenWords(plan, by: role, in: work, confidence: 0.5)
        let expected = try twin.spokenWords(plan.ground, by: role, in: work, confidence: 0.5)
        #expect(spoken == expected, "words of \(role): seed \(seed), \(plan.plans)")
      }
    }
  }

  private func twinPlan(_ plan: QueryPlan) throws -> QueryPlan {
    let finder = InflectionFinder(twin)
    return try finder.completed(plan)
  }

  /// Compares which words are looked for; those that no line has any more may be among them.
  private func compareInflections(_ plan: QueryPlan, with expected: QueryPlan) {
    let leaves = zip(plan.plans, expected.plans).flatMap { plan, expected in
      zip(phrases(plan), phrases(expected))
    }
    for (phrase, expected) in leaves {
      #expect(phrase.terms == expected.terms)
      #expect(Set(phrase.forms).isSuperset(of: expected.forms), "seed \(seed), \(plan.plans)")
      let gone = Set(phrase.forms).subtracting(expected.forms)
      #expect(
        gone.isDisjoint(with: twin.words),
        "seed \(seed), \(plan.plans)"
      )
    }
  }

  private func phrases(_ plan: LinePlan) -> [TermPhrase] {
    [plan.clause, plan.unwanted].compactMap(\.self).flatMap(\.phrases)
  }

  /// Weights may differ by the order in which they were added up.
  private func compare(_ tally: LineTally, with expected: LineTally, _ plan: QueryPlan) {
    #expect(tally.works.map(\.work) == expected.works.map(\.work), "seed \(seed), \(plan.plans)")
    for (work, expected) in zip(tally.works, expected.works) where work.work == expected.work {
      #expect(work.lines == expected.lines, "lines: seed \(seed), \(plan.plans)")
      #expect(work.hardlyTelling == expected.hardlyTelling, "seed \(seed), \(plan.plans)")
      #expect(work.chapters == expected.chapters, "chapters: seed \(seed), \(plan.plans)")
      #expect(work.scenes == expected.scenes, "scenes: seed \(seed), \(plan.plans)")
      #expect(work.matches == expected.matches, "matches: seed \(seed), \(plan.plans)")
      #expect(abs(work.weight - expected.weight) < 1e-9, "seed \(seed), \(plan.plans)")
    }
  }

  /// Compares all lines at once, and page by page.
  private func compareLines(_ plan: QueryPlan, _ weights: LeafWeights, of work: WorkID) throws {
    let expected = try twin.lines(plan, weights, of: work, after: nil, limit: .max)
    let lines = try snapshot.lines(plan, weights, of: work, after: nil, limit: .max)
    #expect(lines == expected, "seed \(seed), \(plan.plans)")
    var paged: [MatchedLine] = []
    while true {
      let page = try snapshot.lines(plan, weights, of: work, after: paged.last?.key, limit: 2)
      paged += page
      guard page.count == 2, paged.count <= expected.count else { break }
    }
    #expect(paged == expected, "seed \(seed), \(plan.plans)")
  }
}
