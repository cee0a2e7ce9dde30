import FicModel

/// A turn with its neighbours, as the cues look at it.
struct TurnContext {
  let index: Int
  /// The turns of the chapter.
  let turns: [Turn]
  /// The turn: taken from the list once, since each time its own lists are retained.
  let turn: Turn
  let mode: TurnMode
  /// Who is "I" in its scene.
  let narrator: Int?
  /// The paragraphs from the turn before in the same scene to this one; nil where there is none.
  let distance: Int?
  /// The paragraphs to the turn after in the same scene; nil where there is none.
  let distanceAfter: Int?

  /// Creates the context of a turn of a chapter.
  init(_ turns: [Turn], _ index: Int, narrator: Int?) {
    self.index = index
    self.narrator = narrator
    self.turns = turns
    let turn = turns[index]
    self.turn = turn
    mode = TurnMode(turn)
    let scene = turn.scene
    distance =
      index > 0 && turns[index - 1].scene == scene
      ? turn.firstParagraph - turns[index - 1].lastParagraph : nil
    distanceAfter =
      index + 1 < turns.count && turns[index + 1].scene == scene
      ? turns[index + 1].firstParagraph - turn.lastParagraph : nil
  }

  /// Whether the tag names nobody, yet tells something: a pronoun or a description.
  var isTagged: Bool { mode == .pronoun || mode == .described }

  /// Whether the turn after is near enough to answer.
  var hasAnswer: Bool { distanceAfter.map { $0 <= 2 } ?? false }

  /// Whether the turn before is near enough to be answered.
  var isAnswer: Bool { distance.map { $0 <= 2 } ?? false }
}
