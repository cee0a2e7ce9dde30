/// Who stands beside whom in the tags of a work.
///
/// Two names whose tags follow each other are two people; two whose tags alternate with a third's
/// may be one.
struct TagNeighbours: Sendable {
  private var adjacent = PairSums()
  private var alternate = PairSums()

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
        adjacent.add(1, to: min(before, now), max(before, now))
      }
      guard index > 1, turns[index - 2].scene == scene, let last = tagged[index - 2], last != now,
        tagged[index - 1] != now, tagged[index - 1] != last,
        turns[index - 1].firstParagraph - turns[index - 2].lastParagraph <= 2
      else { continue }
      alternate.add(1, to: min(last, now), max(last, now))
    }
  }

  /// How often tags of the two follow each other.
  func adjacent(_ one: Int, _ other: Int) -> Double {
    adjacent[min(one, other), max(one, other)]
  }

  /// How often tags of the two stand on both sides of another turn.
  func alternate(_ one: Int, _ other: Int) -> Double {
    alternate[min(one, other), max(one, other)]
  }

  private static func tagged(_ turn: Turn) -> Int? {
    switch turn.tag?.subject.kind {
    case .member(let member), .described(let member): member
    default: nil
    }
  }
}
