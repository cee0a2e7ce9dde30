import FicIndex
import FicModel

/// Makes random questions to an index.
struct RandomPlans {
  private var generator: SeededGenerator
  private var conditions: RandomConditions
  private let analyzer = Analyzer()

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    conditions = RandomConditions(seed: seed)
  }

  /// A plan over the works of `ids`.
  mutating func plan(ids: [WorkID]) -> CandidatePlan {
    let unit = IndexUnit.Kind.allCases[number(0...2)]
    var plan = CandidatePlan(unit: unit, clause: chance(10) ? nil : clause(of: unit, depth: 3))
    if chance(4) { plan.works = ids.shuffled(using: &generator).prefix(number(0...2)).sorted() }
    if chance(4) { plan.condition = conditions.condition(depth: 2) }
    if chance(6) { plan.excludedWorks = ids.shuffled(using: &generator).prefix(1).sorted() }
    if chance(5) { plan.chapters = number(1...2)...number(2...3) }
    switch unit {
    case .scene: break
    case .utterance:
      if chance(3) { plan.sceneClause = clause(of: .scene, depth: 2) }
      if chance(3) { plan.utteranceKinds = [UtteranceKind.allCases[number(0...3)], .speech] }
      if chance(2) { plan.minimumConfidence = Double(number(0...10)) / 10 }
    case .matter:
      if chance(2) { plan.zones = chance(2) ? [.authorsNote] : [.summary, .heading] }
    }
    return plan
  }

  /// A clause over the columns that units of `unit` have.
  mutating func clause(of unit: IndexUnit.Kind, depth: Int) -> TermClause {
    guard depth > 0, !chance(3) else { return leaf(of: unit) }
    switch number(0...5) {
    case 0, 1: return .and((0..<number(1...3)).map { _ in clause(of: unit, depth: depth - 1) })
    case 2, 3: return .or((0..<number(1...3)).map { _ in clause(of: unit, depth: depth - 1) })
    case 4:
      return .without(clause(of: unit, depth: depth - 1), clause(of: unit, depth: depth - 1))
    default: return leaf(of: unit)
    }
  }

  private mutating func leaf(of unit: IndexUnit.Kind) -> TermClause {
    let column = column(of: unit)
    if column != .text { return .phrase(nameTerms(), in: column) }
    switch number(0...6) {
    case 0:
      var terms = textTerms(1...2)
      if let last = terms.popLast() {
        terms.append(Term(bytes: Self.shortened(last.bytes, to: number(1...3))))
      }
      return .prefix(terms, in: .text)
    case 1:
      return .near((0..<number(2...3)).map { _ in textTerms(1...2) }, distance: number(0...6))
    case 2, 3: return .phrase(textTerms(2...3), in: .text)
    default: return .phrase(textTerms(1...1), in: .text)
    }
  }

  private mutating func column(of unit: IndexUnit.Kind) -> TermClause.Column {
    guard chance(3) else { return .text }
    switch unit {
    case .scene: return .cast
    case .utterance: return chance(2) ? .speaker : .addressee
    case .matter: return .text
    }
  }

  private mutating func textTerms(_ range: ClosedRange<Int>) -> [Term] {
    (0..<number(range)).flatMap { _ in
      analyzer.terms(of: RandomCorpus.words[number(0...RandomCorpus.words.count - 1)])
    }
  }

  private mutating func nameTerms() -> [Term] {
    let name = RandomCorpus.names[number(0...RandomCorpus.names.count - 1)]
    let terms = analyzer.terms(of: ([name.0] + name.1)[number(0...name.1.count)])
    return chance(3) ? Array(terms.prefix(1)) : terms
  }

  /// The first scalars of a term, so that it stays UTF-8.
  private static func shortened(_ bytes: [UInt8], to count: Int) -> [UInt8] {
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(count) {
      result.append(scalar)
    }
    return Array(String(result).utf8)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func chance(_ times: Int) -> Bool { number(1...times) == 1 }
}
