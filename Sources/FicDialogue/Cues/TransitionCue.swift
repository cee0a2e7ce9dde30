/// What holds of a turn and the one before: with it, the same speaker going on and the one before
/// last coming back are worth more or less.
enum TransitionCue: Int, CaseIterable, Sendable {
  // The paragraphs between, and what the turn has beside its quotations.
  case nearBare, nearBeat, nearPronoun, nearDescribed, nearNamed
  case midBare, midBeat, midPronoun, midDescribed, midNamed
  case farBare, farBeat, farPronoun, farDescribed, farNamed
  // Both stand in one paragraph.
  case sameParagraph
  // The turn before asks, or has one part more; this one is short, says "you".
  case asksBefore, isShort, saysYou
  // Two people have anchors in the scene, or fewer; four or more.
  case fewPeople, manyPeople
  // One of the two is thought.
  case thought
  // The narration between has a subject; that is all of one sentence; only a pronoun.
  case subjectBetween, briefBetween, pronounBetween
  // How often neighbours whom tags name are one in this work, and the one before last comes back.
  case sameRate, backRate
  // One of the two is said, the other written.
  case kindChanges
  // The turn before breaks off; so does the one before that.
  case brokenBefore, brokenTwoBefore
  // How many rare words the turn shares with the one before, and with the one before that.
  case sharesBefore, sharesTwoBefore

  /// The name in the table of weights.
  var name: String { "TransitionCue.\(self)" }
}

extension CueReader {
  /// Reads the transition to a turn; false where nothing leads over, as at a scene's start.
  mutating func readTransition(_ context: TurnContext, in turns: [Turn]) -> Bool {
    guard let distance = context.distance else { return false }
    for place in transition.indices { transition[place] = 0 }
    if distance <= 0 {
      transition[TransitionCue.sameParagraph.rawValue] = 1
    } else {
      let step = distance == 1 ? 0 : distance == 2 ? 1 : 2
      transition[step * TurnMode.allCases.count + context.mode.rawValue] = 1
    }
    let before = context.index - 1
    func set(_ cue: TransitionCue, _ isTrue: Bool) { if isTrue { transition[cue.rawValue] = 1 } }
    set(.asksBefore, turns[before].asks)
    set(.isShort, context.turn.words < 4)
    set(.saysYou, context.turn.saysYou)
    set(.fewPeople, anchors.people <= 2)
    set(.manyPeople, anchors.people >= 4)
    set(.thought, context.turn.isThought || turns[before].isThought)
    set(.kindChanges, context.turn.isMessage != turns[before].isMessage)
    set(.brokenBefore, turns[before].breaksOff)
    let isThird = before > 0 && turns[before - 1].scene == context.turn.scene
    set(.brokenTwoBefore, isThird && turns[before - 1].breaksOff)
    if hasEarlier {
      topics.take(context.index)
      transition[TransitionCue.sharesBefore.rawValue] = shared(with: before)
      if isThird { transition[TransitionCue.sharesTwoBefore.rawValue] = shared(with: before - 1) }
    }
    let isBetween = lastSubject.token > lastTurnEnd
    let words =
      firstToken
      + reader.chapter.paragraphs[context.turn.firstParagraph]
      .tokens.lowerBound - lastTurnEnd
    set(.subjectBetween, isBetween)
    set(.briefBetween, isBetween && distance == 2 && words < 12)
    set(.pronounBetween, isBetween && lastSubject.isPronoun)
    transition[TransitionCue.sameRate.rawValue] = manner.sameRate
    transition[TransitionCue.backRate.rawValue] = manner.backRate
    return true
  }
  private func shared(with turn: Int) -> Float {
    CueScale.mass(Double(topics.shared(with: turn)))
  }
}
