/// How neighbours whom tags name take turns in a work.
struct Manner: Sendable {
  /// How often they are one, and how often the one before last comes back.
  private(set) var sameRate: Float = 0
  private(set) var backRate: Float = 0

  /// Counts over the turns of a work's chapters.
  ///
  /// Each rate begins with some turns of a usual work, so that a short one is not judged by a few.
  init(_ chapters: [[Turn]]) {
    var pairs: Float = 20
    var same: Float = 1
    var triples: Float = 8
    var back: Float = 6
    for chapter in chapters {
      for index in chapter.indices.dropFirst() {
        let turn = chapter[index]
        let before = chapter[index - 1]
        guard let name = Self.named(turn), before.scene == turn.scene,
          turn.firstParagraph - before.lastParagraph == 1
        else { continue }
        if let other = Self.named(before) {
          pairs += 1
          if other == name { same += 1 }
        }
        guard index > 1 else { continue }
        let last = chapter[index - 2]
        if last.scene == turn.scene, before.firstParagraph - last.lastParagraph == 1,
          let other = Self.named(last)
        {
          triples += 1
          if other == name { back += 1 }
        }
      }
    }
    sameRate = same / pairs
    backRate = back / triples
  }

  private static func named(_ turn: Turn) -> Int? {
    if case .member(let member)? = turn.tag?.subject.kind { return member }
    return nil
  }
}
