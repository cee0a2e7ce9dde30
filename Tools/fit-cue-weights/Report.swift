import Foundation

/// Says how often decisions are right, set by set.
struct Report {
  private let texts: [TrainingText]

  init(_ texts: [TrainingText]) {
    self.texts = texts
  }

  func print(_ decisions: [[(kind: Int, share: Double, isRight: Bool)]]) {
    for source in Set(texts.map(\.source)).sorted() {
      let rows = zip(texts, decisions).filter { $0.0.source == source }
      var gold = [Int](repeating: 0, count: 4)
      var right = gold
      for (text, decisions) in rows {
        for kind in gold.indices { gold[kind] += text.gold[kind] }
        for decision in decisions where decision.isRight { right[decision.kind] += 1 }
      }
      let reachable = rows.reduce(0) { $0 + $1.0.reachable }
      let all = gold.reduce(0, +)
      var line = source.padding(toLength: 12, withPad: " ", startingAt: 0)
      line += " all " + Self.percent(right.reduce(0, +), all)
      for kind in gold.indices where gold[kind] > 0 {
        line += "  \(TrainingText.kinds[kind]) " + Self.percent(right[kind], gold[kind])
      }
      line += "  reachable " + Self.percent(reachable, all)
      Swift.print(line)
    }
  }

  /// The share of right decisions by what they said of themselves.
  static func printCurve(_ decisions: [(kind: Int, share: Double, isRight: Bool)]) {
    let sorted = decisions.sorted { $0.share > $1.share }
    var start = 0
    for bound in [0.996, 0.985, 0.967, 0.93, 0.88, 0.83, 0.75, 0.65, 0.55, 0.45, 0.36, 0.26, 0] {
      let end = sorted[start...].firstIndex { $0.share < bound } ?? sorted.count
      let right = sorted[start..<end].count { $0.isRight }
      Swift.print("  from \(bound): \(end - start) lines, right \(percent(right, end - start))")
      start = end
    }
  }

  private static func percent(_ part: Int, _ all: Int) -> String {
    all == 0 ? "-" : String(format: "%.1f", Double(part) * 100 / Double(all))
  }
}
