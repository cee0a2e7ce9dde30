/// Who stands beside whom in the tags of a work.
///
/// Two names whose tags follow each other are two people; two whose tags alternate with a third's
/// may be one.
struct TagNeighbours: Sendable {
  private struct Pair: Hashable {
    var one: Int
    var other: Int
  }

  private var adjacent: [Pair: Int] = [:]
  private var alternate: [Pair: Int] = [:]

  /// Counts the tags of a chapter's turns.
  ///
  /// Complexity: linear in the turns.
  mutating func count(_ turns: [Turn]) {
    let tagged = turns.map(Self.tagged)
    for index in turns.indices.dropFirst() {
      let scene = turns[index].scene
      guard let now = tagged[index], turns[index - 1].scene == scene,
        turns[index].firstParagraph - turns[index - 1].lastParagraph <= 2
      else { continue }
      if let before = tagged[index - 1], before != now {
        adjacent[Self.pair(before, now), default: 0] += 1
      }
      guard index > 1, turns[index - 2].scene == scene, let last = tagged[index - 2], last != now,
        tagged[index - 1] != now, tagged[index - 1] != last,
        turns[index - 1].firstParagraph - turns[index - 2].lastParagraph <= 2
      else { continue }
      alternate[Self.pair(last, now), default: 0] += 1
    }
  }

  /// How often tags of the two follow each other.
  func adjacent(_ one: Int, _ other: Int) -> Int { adjacent[Self.pair(one, other)] ?? 0 }

  /// How often tags of the two stand on both sides of another turn.
  func alternate(_ one: Int, _ other: Int) -> Int { alternate[Self.pair(one, other)] ?? 0 }

  private static func pair(_ one: Int, _ other: Int) -> Pair {
    Pair(one: min(one, other), other: max(one, other))
  }

  private static func tagged(_ turn: Turn) -> Int? {
    switch turn.tag?.subject.kind {
    case .member(let member), .described(let member): member
    default: nil
    }
  }
}
