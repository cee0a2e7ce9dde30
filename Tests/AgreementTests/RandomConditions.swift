import FicIndex
import FicModel

/// Makes random conditions on what is known of works.
struct RandomConditions {
  /// Values that works of `RandomCorpus` have, and some that none has.
  private static let values: [FactKey: [String]] = [
    .title: ["the", "garden", "the *", "wal*", "*", "caf*", "sea end"],
    .author: ["walked", "*", "garden"],
    .fandom: ["inland", "harbour sea", "*", "harb*", "sea *"],
    .ship: ["smith/jones", "jones/smith", "*/jones", "zoë & smith", "smith", "*", "a/b/c"],
    .char: ["smith", "mary*", "*", "john smith"],
    .tag: ["slow burn", "slow*", "*burn", "nothing"],
    .status: ["complete", "in progress", "*"],
    .rating: ["teen", "general", "*"],
    .lang: ["english", "german", "*"],
    .series: ["tide", "*"],
    .site: ["*", "archiveofourown org"],
    .file: ["txt", "archive", "1"],
    .genre: ["drama"], .warning: ["*"],
  ]

  private var generator: SeededGenerator
  private let analyzer = Analyzer()

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed &+ 77)
  }

  /// A condition whose branches are at most so deep.
  mutating func condition(depth: Int) -> WorkCondition {
    guard depth > 0 else { return leaf() }
    switch number(0...6) {
    case 0: return .and((0..<number(1...3)).map { _ in condition(depth: depth - 1) })
    case 1: return .or((0..<number(1...3)).map { _ in condition(depth: depth - 1) })
    case 2: return .not(condition(depth: depth - 1))
    default: return leaf()
    }
  }

  private mutating func leaf() -> WorkCondition {
    switch number(0...3) {
    case 0:
      let key = FigureKey.allCases[number(0...FigureKey.allCases.count - 1)]
      let isCount = key == .words || key == .chapters
      let low = isCount ? number(0...60) : 20_190_000 + number(0...50_000)
      return .figure(key, low...(low + (isCount ? number(0...5000) : number(0...20_000))))
    case 1:
      let text = ["garden", "slow burn", "the sea", "john", "1 txt", "adventure"][number(0...5)]
      return .anything(analyzer.terms(of: text), isPrefix: number(0...2) == 0)
    default:
      let key = FactKey.allCases[number(0...FactKey.allCases.count - 1)]
      let values = Self.values[key] ?? ["*"]
      let text = values[number(0...values.count - 1)]
      if key == .ship, let pattern = ShipPattern(text) { return .ship(pattern) }
      return ValuePattern(text).map { .fact(key, $0) } ?? .and([])
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }
}
