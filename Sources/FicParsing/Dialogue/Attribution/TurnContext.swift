/// A turn with its neighbours, as the cues look at it.
struct TurnContext {
  let index: Int
  let turn: Turn
  let mode: TurnMode
  /// Who is "I" in its scene.
  let narrator: Int?
  /// The turn before in the same scene.
  let before: Turn?
  /// The turn after in the same scene.
  let after: Turn?

  /// Creates the context of a turn of a chapter.
  init(_ turns: [Turn], _ index: Int, narrator: Int?) {
    self.index = index
    self.narrator = narrator
    turn = turns[index]
    mode = TurnMode(turn)
    before = index > 0 && turns[index - 1].scene == turn.scene ? turns[index - 1] : nil
    after =
      index + 1 < turns.count && turns[index + 1].scene == turn.scene ? turns[index + 1] : nil
  }

  /// The paragraphs from the turn before to this one; nil where no turn is before.
  var distance: Int? { before.map { turn.firstParagraph - $0.lastParagraph } }
}
