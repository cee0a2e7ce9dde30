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

  /// A clause that a stretch may hold.
  mutating func clause(depth: Int = 3) -> TermClause {
    switch number(0...(depth > 0 ? 9 : 5)) {
    case 0...3: return .phrase(phrase())
    case 4: return .phrase(start())
    case 5:
      return .near(
        (0..<number(2...3)).map { _ in
          (0..<number(1...2)).map { _ in number(0...4) == 0 ? start() : phrase() }
        },
        distance: number(0...4)
      )
    case 6: return .and((0..<number(1...3)).map { _ in clause(depth: depth - 1) })
    case 7, 8: return .or((0..<number(1...3)).map { _ in clause(depth: depth - 1) })
    default: return .without(clause(depth: depth - 1), clause(depth: depth - 1))
    }
  }

  /// A question about some works, of one alternative or two.
  mutating func plan(works: [WorkID]) -> QueryPlan {
    QueryPlan((0..<(number(0...5) == 0 ? 2 : 1)).map { _ in alternative(works: works) })
  }

  private mutating func alternative(works: [WorkID]) -> LinePlan {
    var plan = LinePlan(clause: number(0...9) == 0 ? nil : clause())
    if number(0...2) == 0 { plan.reach = .line }
    if number(0...4) == 0 { plan.unwanted = clause(depth: 1) }
    if number(0...3) == 0 { plan.works = works.filter { _ in number(0...1) == 0 }.sorted() }
    if number(0...3) == 0 {
      let first = number(0...4)
      plan.chapters = first...first + number(0...3)
    }
    if number(0...3) == 0 { plan.zones = [pick(ZoneKind.allCases), .story] }
    if number(0...3) == 0 { plan.voices = [pick(Voice.allCases)] }
    if number(0...2) == 0 {
      plan.people.append(person(plan.reach))
      if number(0...1) == 0 { plan.minimumConfidence = 0.5 }
    }
    return plan
  }

  /// A condition; of the lines of a whole scene nobody asks who speaks, but who does not.
  private mutating func person(_ reach: LinePlan.Reach) -> PersonCondition {
    let role = pick([PersonCondition.Role.speaker, .addressee, .present, .named])
    let name = TermPhrase(Analyzer().terms(of: pick(Self.names)))
    let isNegated = number(0...2) == 0 || reach == .scene && role != .present
    return PersonCondition(role: role, name: name, isNegated: isNegated)
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

  private mutating func phrase() -> TermPhrase {
    let text = (0..<number(1...2)).map { _ in pick(Self.words) }.joined(separator: " ")
    return TermPhrase(Analyzer().terms(of: text))
  }

  /// The start of a word, or of the last of two.
  private mutating func start() -> TermPhrase {
    var terms = phrase().terms
    let last = terms.removeLast()
    let letters = String(last.description.prefix(number(1...3)))
    return TermPhrase(terms + [Term(bytes: Array(letters.utf8))], isPrefix: true)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }
}
