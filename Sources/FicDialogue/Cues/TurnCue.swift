import FicParsing

/// What holds of a turn, whoever speaks it: with it, other cues are worth more or less.
enum TurnCue: Int, CueFamily {
  // Beside the quotation stands a beat, or a tag with a pronoun, a description, a name; or nothing.
  case beat, pronoun, described, named
  // How long it is; whether it asks or cries, and whether the turn before asks.
  case length, asks, exclaims, asksBefore
  // The paragraphs to the turns before and after; whether there is none.
  case gapBefore, isFirst, gapAfter, isLast
  // It is thought; shares its paragraph with a turn before; is cut in parts.
  case isThought, sharesParagraph, isCut
  // It says "you", "I".
  case saysYou, saysI
  // How many of the scene the tag fits.
  case fitting
  // How many may speak it; how many people tags and beats of the scene name; how long that is.
  case candidates, people, sceneTurns
  // How much narration its paragraphs have before and after it, and the paragraph before.
  case lead, tail, narrationBefore, narrationAfter
  // The tag or the beat brings in somebody who is not told yet: "said a voice".
  case isNewcomer

  static var first: Int { 0 }
  static var end: Int { first + Self.isNewcomer.rawValue + 1 }
}

extension CueReader {
  /// Reads what holds of the whole turn.
  mutating func readTurn(_ context: TurnContext, _ facts: TurnFacts, in turns: [Turn]) {
    switch context.mode {
    case .bare: break
    case .beat: row[TurnCue.beat] = 1
    case .pronoun: row[TurnCue.pronoun] = 1
    case .described: row[TurnCue.described] = 1
    case .named: row[TurnCue.named] = 1
    }
    row[TurnCue.length] = CueScale.count(context.turn.words)
    row[TurnCue.asks] = context.turn.asks ? 1 : 0
    row[TurnCue.exclaims] = context.turn.exclaims ? 1 : 0
    if let distance = context.distance {
      row[TurnCue.asksBefore] = turns[context.index - 1].asks ? 1 : 0
      row[TurnCue.gapBefore] = Float(min(6, distance)) / 3
    } else {
      row[TurnCue.isFirst] = 1
    }
    if let distance = context.distanceAfter {
      row[TurnCue.gapAfter] = Float(min(6, distance)) / 3
    } else {
      row[TurnCue.isLast] = 1
    }
    row[TurnCue.isThought] = context.turn.isThought ? 1 : 0
    row[TurnCue.sharesParagraph] = context.turn.sharesParagraph ? 1 : 0
    row[TurnCue.isCut] = context.turn.parts.count > 1 ? 1 : 0
    row[TurnCue.saysYou] = context.turn.saysYou ? 1 : 0
    row[TurnCue.saysI] = context.turn.saysI ? 1 : 0
    row[TurnCue.fitting] = Float(min(8, facts.fittingInScene)) / 4
    row[TurnCue.candidates] = Float(standings.count) / 12
    row[TurnCue.people] = Float(min(8, anchors.people)) / 4
    row[TurnCue.sceneTurns] = CueScale.count(anchors.turns)
    let first = reader.chapter.paragraphs[context.turn.firstParagraph]
    let last = reader.chapter.paragraphs[context.turn.lastParagraph]
    row[TurnCue.lead] = CueScale.count(facts.firstWord - first.tokens.lowerBound)
    row[TurnCue.tail] = CueScale.count(last.tokens.upperBound - facts.lastWord)
    row[TurnCue.narrationBefore] = facts.followsNarration ? 1 : 0
    row[TurnCue.narrationAfter] = facts.leadsToNarration ? 1 : 0
    row[TurnCue.isNewcomer] = facts.hasNewcomer ? 1 : 0
  }
}
