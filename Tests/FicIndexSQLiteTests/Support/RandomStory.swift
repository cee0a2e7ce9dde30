import FicIndex
import FicModel
import SeededRandom

/// Makes small stories and questions of few words, so that most questions find something.
struct RandomStory {
  private static let words = ["dark", "door", "Harry", "Harry's", "don’t", "said", "the", "café"]
  private static let names = ["Harry", "Harry Dark", "Said", "the door", "Dark Lord", "Café"]

  /// The source of chance.
  var generator: SplitMix

  /// Creates a maker.
  init(seed: UInt64) {
    generator = SplitMix(seed: seed)
  }

  /// A number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// Up to five people, some of whom share names.
  mutating func cast() -> [CastMember] {
    (0..<number(1...5)).map { _ in
      CastMember(
        name: pick(Self.names),
        aliases: (0..<number(0...2)).map { _ in pick(Self.names) }
      )
    }
  }

  /// A chapter of up to twelve lines.
  mutating func script(cast: [CastMember]) -> Script {
    Script(
      lines: (0..<number(0...12)).map { _ in line(cast.count) },
      named: (0..<number(0...2)).map { _ in number(0...cast.count - 1) }
    )
  }

  /// A clause that a unit of a kind may hold.
  mutating func clause(_ unit: IndexUnit.Kind, depth: Int = 3) -> TermClause {
    switch number(0...(depth > 0 ? 9 : 5)) {
    case 0...3: return .phrase(terms(1...2), in: column(unit))
    case 4: return .prefix(prefix(), in: column(unit))
    case 5:
      return .near((0..<number(1...3)).map { _ in terms(1...2) }, distance: number(0...4))
    case 6: return .and((0..<number(1...3)).map { _ in clause(unit, depth: depth - 1) })
    case 7, 8: return .or((0..<number(1...3)).map { _ in clause(unit, depth: depth - 1) })
    default:
      return .without(clause(unit, depth: depth - 1), clause(unit, depth: depth - 1))
    }
  }

  /// A question about some works.
  mutating func plan(works: [WorkID]) -> CandidatePlan {
    let unit = pick(IndexUnit.Kind.allCases)
    var plan = CandidatePlan(unit: unit, clause: number(0...9) == 0 ? nil : clause(unit))
    if number(0...3) == 0 { plan.works = works.filter { _ in number(0...1) == 0 }.sorted() }
    if number(0...3) == 0 {
      plan.excludedWorks = works.filter { _ in number(0...3) == 0 }.sorted()
    }
    if number(0...3) == 0 {
      let first = number(0...4)
      plan.chapters = first...first + number(0...3)
    }
    if unit == .utterance {
      if number(0...3) == 0 { plan.utteranceKinds = [pick(UtteranceKind.allCases)] }
      if number(0...3) == 0 { plan.minimumConfidence = 0.5 }
      if number(0...2) == 0 { plan.sceneClause = clause(.scene, depth: 1) }
    }
    if unit == .matter, number(0...1) == 0 { plan.zones = [pick(ZoneKind.allCases)] }
    return plan
  }

  private mutating func line(_ people: Int) -> Script.Line {
    switch number(0...9) {
    case 0...2: return .told(sentence())
    case 3...6:
      return .said(
        by: number(0...4) == 0 ? nil : number(0...people - 1),
        to: (0..<number(0...2)).map { _ in number(0...people - 1) },
        sentence()
      )
    case 7: return .thought(by: number(0...people - 1), sentence())
    case 8: return .note(sentence())
    default: return .sceneBreak
    }
  }

  private mutating func sentence() -> String {
    (0..<number(1...8)).map { _ in pick(Self.words) }.joined(separator: " ")
  }

  private mutating func terms(_ count: ClosedRange<Int>) -> [Term] {
    let text = (0..<number(count)).map { _ in pick(Self.words) }.joined(separator: " ")
    return Analyzer().terms(of: text)
  }

  private mutating func prefix() -> [Term] {
    var terms = terms(1...2)
    let last = terms.removeLast()
    return terms + [Term(bytes: Array(last.bytes.prefix(number(1...3))))]
  }

  private mutating func column(_ unit: IndexUnit.Kind) -> TermClause.Column {
    switch unit {
    case .scene: number(0...3) == 0 ? .cast : .text
    case .utterance: pick([.text, .text, .speaker, .addressee])
    case .matter: number(0...9) == 0 ? .speaker : .text
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }
}
