import FicIndex
import FicModel
import FicQuery
import SeededRandom

/// Makes random queries as they are typed, in the whole language.
struct RandomQueries {
  private var generator: SplitMix

  init(seed: UInt64) {
    generator = SplitMix(seed: seed)
  }

  /// A query with what is asked beside it.
  mutating func request() -> SearchRequest {
    var limits = QueryLimits(today: 18_500)
    limits.saved = ["tides": "sea OR end", "said": "from:smith"]
    var request = SearchRequest(query: query(depth: 3), limit: number(1...12), limits: limits)
    request.sort = pick(SearchRequest.Sort.allCases)
    if chance(4) { request.view = .kwic }
    request.showsCopies = chance(3)
    request.isExact = chance(3)
    if chance(5) { request.upto = number(1...3) }
    if chance(6) { request.zone = pick(QueryZone.allCases) }
    if chance(6) { request.minimumConfidence = Double(number(0...10)) / 10 }
    if chance(8) { request.sample = number(1...4) }
    request.seed = UInt64(number(0...9))
    return request
  }

  /// Some terms beside each other, and sometimes alternatives.
  mutating func query(depth: Int) -> String {
    let terms = (0..<number(1...3)).map { _ in term(depth: depth) }
    let joint = chance(5) ? pick([" OR ", " | ", " AND ", " or "]) : " "
    return terms.joined(separator: joint)
  }

  private mutating func term(depth: Int) -> String {
    if depth > 0, chance(5) { return "(" + query(depth: depth - 1) + ")" }
    let sign = chance(7) ? pick(["-", "NOT ", "+", "- "]) : ""
    return sign + (chance(3) ? field() : text())
  }

  // MARK: Text

  private mutating func text() -> String {
    switch number(0...9) {
    case 0, 1:
      "\"" + (0..<number(1...4)).map { _ in word() }.joined(separator: " ")
        + pick(["\"", "\"", ""])
    case 2: String(word().prefix(number(1...3))) + "*"
    case 3: pick(["w?lk", "g*den", "w*k*", "*", "?", "*a", "sm?th's", "“the*”"])
    case 4:
      "/" + pick(["walk(ed|ing)", "gar.en", "^The", "e{2}", "(?i)SMITH", "[", "a+", "\\w+$"]) + "/"
    case 5: near()
    case 6: pick(["@tides", "@said", "@nothing"])
    default: word()
    }
  }

  private mutating func near() -> String {
    let parts = (0..<number(1...3)).map { _ in
      chance(4) ? "(\(word()) OR \(word()))" : chance(5) ? String(word().prefix(2)) + "*" : word()
    }
    let distance = pick(["", ", 3", ", 0", ",6", ", x"])
    return pick(["NEAR(", "near("]) + parts.joined(separator: " ") + distance + ")"
  }

  private mutating func word() -> String {
    let word = pick(RandomCorpus.words)
    return chance(6) ? word.uppercased() : word
  }

  // MARK: Fields

  private mutating func field() -> String {
    let field = pick(QueryField.allCases)
    let name = chance(6) ? field.rawValue.uppercased() : field.rawValue
    return name + pick([":", ":", ":", ": "]) + value(of: field)
  }

  private mutating func value(of field: QueryField) -> String {
    switch field.kind {
    case .person:
      let names = pick(RandomCorpus.names)
      let name = pick([names.0] + names.1)
      return pick(["\"\(name)\"", String(name.prefix(4)) + "*", "(smith OR mary)", "smith", "zoë"])
    case .text:
      return pick([
        "sea", "the", "\"High Tide\"", "sm*/jones", "Zoë/Smith", "en", "de", "t", "teen",
        "complete",
        "ffnet", "*", "harbour", "slow", "-", "(sea OR fluff)",
      ])
    case .count: return pick([">30", "<100", "=22", "10..500", "..40", "1k..", "12k", "3", "x"])
    case .date:
      return pick([
        "2020..", "..2021", "2021-05", "2019-01-01..2020-12-31", "7d", "last-month", "soon",
      ])
    case .place: return place(of: field)
    }
  }

  private mutating func place(of field: QueryField) -> String {
    switch field {
    case .in: pick(QueryZone.allCases).rawValue
    case .confidence: pick(["0", "0.5", "0.95", "1", "2"])
    case .upto: pick(["1", "2", "0"])
    default: pick(["1", "2", "1-2", "2-", "511", "(1 OR 3)", "x"])
    }
  }

  private mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
    let place = number(0...choices.count - 1)
    return choices[choices.index(choices.startIndex, offsetBy: place)]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func chance(_ times: Int) -> Bool { number(1...times) == 1 }
}
