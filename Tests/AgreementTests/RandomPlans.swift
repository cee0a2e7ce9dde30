import FicIndex
import FicModel
import SeededRandom

/// Makes random questions to an index.
struct RandomPlans {
  private var generator: SplitMix
  private var conditions: RandomConditions
  private let analyzer = Analyzer()

  init(seed: UInt64) {
    generator = SplitMix(seed: seed)
    conditions = RandomConditions(seed: seed)
  }

  /// A query over the works of `ids`: one alternative, seldom several.
  mutating func plan(ids: [WorkID]) -> QueryPlan {
    QueryPlan((0..<(chance(5) ? number(2...3) : 1)).map { _ in alternative(ids: ids) })
  }

  private mutating func alternative(ids: [WorkID]) -> LinePlan {
    var plan = LinePlan(clause: chance(8) ? nil : clause(depth: 3))
    if chance(3) { plan.reach = .line }
    if chance(3) { plan.unwanted = clause(depth: 1) }
    if chance(3) {
      plan.zones =
        [
          Set(ZoneKind.allCases), [.authorsNote], [.story, .authorsNote], [.summary, .heading],
        ][number(0...3)]
    }
    if chance(3) { plan.voices = Set(Voice.allCases.filter { _ in chance(2) }) }
    if chance(2) { plan.people = (0..<number(1...2)).map { _ in person(plan.reach) } }
    if chance(2) { plan.minimumConfidence = Double(number(0...1000)) / 1000 }
    if chance(4) { plan.works = ids.shuffled(using: &generator).prefix(number(0...2)).sorted() }
    if chance(4) { plan.condition = conditions.condition(depth: 2) }
    if chance(5) { plan.chapters = number(1...2)...number(2...3) }
    if chance(5) {
      plan.printed = (0..<number(1...2)).map { _ in
        PrintedCondition(numbers: number(1...2)...number(2...4), isNegated: chance(2))
      }
    }
    if chance(4) { plan.border = number(0...3) }
    return plan
  }

  /// What somebody says is asked of lines only.
  private mutating func person(_ reach: LinePlan.Reach) -> PersonCondition {
    let roles: [PersonCondition.Role] = [.speaker, .addressee, .present, .named]
    let role = roles[number(0...3)]
    let isNegated = chance(3) || reach == .scene && role != .present
    return PersonCondition(role: role, name: name(), isNegated: isNegated)
  }

  private mutating func clause(depth: Int) -> TermClause {
    guard depth > 0, !chance(3) else { return leaf() }
    switch number(0...5) {
    case 0, 1: return .and((0..<number(1...3)).map { _ in clause(depth: depth - 1) })
    case 2, 3: return .or((0..<number(1...3)).map { _ in clause(depth: depth - 1) })
    case 4: return .without(clause(depth: depth - 1), clause(depth: depth - 1))
    default: return leaf()
    }
  }

  private mutating func leaf() -> TermClause {
    switch number(0...7) {
    case 7: return .expression(expression())
    case 0: return .phrase(start())
    case 1:
      return .near(
        (0..<number(2...3)).map { _ in
          (0..<number(1...2)).map { _ in
            chance(5) ? start() : chance(3) ? word() : TermPhrase(textTerms(1...2))
          }
        },
        distance: number(0...6)
      )
    case 2, 3: return .phrase(TermPhrase(textTerms(2...3)))
    default: return .phrase(word())
    }
  }

  /// What may match: letters and words of the corpus, some of which are in every match.
  private mutating func expression() -> TextExpression {
    let pieces = [
      "walk", "gar", "den", "ed", "s", "S", "\\w+", "[aeiou]", " ", ".", "(ing|ed)?", "\\b", "é",
      "’", "$",
      "^", "A/N", "“", "(?=a)", "?", "+", "O.", "end",
    ]
    while true {
      let text = (0..<number(1...4)).map { _ in pieces[number(0...pieces.count - 1)] }.joined()
      let expression = TextExpression(text)
      if expression.compiled != nil { return expression }
    }
  }

  /// A word, as written or with its inflections.
  private mutating func word() -> TermPhrase {
    let terms = textTerms(1...1)
    let inflection: InflectedLanguage? = chance(2) ? .en : chance(5) ? .fr : nil
    return TermPhrase(terms, inflection: terms.count == 1 ? inflection : nil)
  }

  /// The start of a word, or of the last of several.
  private mutating func start() -> TermPhrase {
    var terms = textTerms(1...2)
    if let last = terms.popLast() {
      terms.append(Term(bytes: Self.shortened(last.bytes, to: number(1...3))))
    }
    return TermPhrase(terms, isPrefix: true, pattern: chance(2) ? nil : pattern())
  }

  /// How a word may go on: a few signs, and letters that words end in.
  private mutating func pattern() -> WordPattern {
    let pieces = ["*", "?", "e", "s", "n", "t", "r", "é"]
    let text = (0..<number(1...4)).map { _ in pieces[number(0...pieces.count - 1)] }.joined()
    return WordPattern(bytes: Array(text.utf8))
  }

  private mutating func textTerms(_ range: ClosedRange<Int>) -> [Term] {
    (0..<number(range)).flatMap { _ in
      analyzer.terms(of: RandomCorpus.words[number(0...RandomCorpus.words.count - 1)])
    }
  }

  private mutating func name() -> TermPhrase {
    let name = RandomCorpus.names[number(0...RandomCorpus.names.count - 1)]
    let terms = analyzer.terms(of: ([name.0] + name.1)[number(0...name.1.count)])
    return TermPhrase(chance(3) ? Array(terms.prefix(1)) : terms, isPrefix: chance(6))
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
