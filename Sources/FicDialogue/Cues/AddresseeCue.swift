/// What speaks for somebody as the one whom a turn is spoken to.
enum AddresseeCue: Int, CueFamily {
  // The rule says so; it says somebody else.
  case rule, otherRule
  // How near the last and the next turn of the candidate are, and the paragraphs to those beside.
  case spokeBefore, speaksAfter, gapBefore, gapAfter
  // The turn speaks to it by name, that first; speaks of it; the tag names it.
  case called, calledFirst, named, addressed
  // The tag says "to him", and that fits, or not.
  case objectFits, objectClashes
  // The turn's narration names it, that first; not.
  case narrated, narratedFirst
  // The turn before was spoken to it, called it, or was its and spoken to the speaker.
  case addressedBefore, calledBefore, spokeToSpeaker
  // The turn after is its and calls the speaker, or is spoken to the speaker.
  case callsSpeaker, answersSpeaker
  // The speaker had the turn before, or has the next.
  case goesOn, willGoOn
  // How many turns near are its.
  case near
  // What it is.
  case isPerson, isNarrator, isDescription, isGroup, isScenesNarrator
  // The turn calls somebody "sir" or "ma'am" of its gender, or of the other.
  case callsGender, callsOtherGender
  // How often the work names it; how much the passes gave it of the turn itself.
  case mentions, share
  // The turn asks and the candidate speaks next; says "you".
  case asksNext, saysYou, hasTag
  // How many people are called, how many might be meant.
  case calls, candidates
  // How often turns of the candidate stand beside the speaker's, near and in the chapter.
  case talks, talksInChapter
  // How many people speak near.
  case voices
  // The two take turns: before, after.
  case alternatesBefore, alternatesAfter
  // The speaker's own last turn was spoken to it; it had the turn before and asked.
  case spokenToLast, askedBefore
  // How sure the neighbours are the candidate's: the turn before, the turn after.
  case shareBefore, shareAfter, shareTwoBefore, shareTwoAfter
  // The turn calls somebody else; calls a title that the candidate bears, or another.
  case otherCalled, callsTitle, callsOtherTitle
  // The narration turns to it by name, to somebody else; by a noun or a title; by a pronoun.
  case faced, otherFaced, facedNoun, facedFits, facedClashes
  // It is the subject of the narration right before, or of that right after; its pronoun is.
  case actsBefore, actsBeforeFits, reacts, reactsFits
  // The narration between the turn before and this one names it last, or at all; that before the
  // turn after names it first, or at all.
  case betweenLast, between, afterFirst, after
  // The turn before is its and calls the speaker.
  case calledSpeaker
  // How many turns of the scene are its; nobody else but the speaker speaks there.
  case sceneTurns, isOnlyOther
  // The scene begins or ends with the turn; how long that is; it speaks to several.
  case isFirst, isLast, length, callsSeveral
  // It is several people: those who spoke last, speak next, the one before and the next, three who
  // spoke last, all of the scene, those called; how many; the turn or its tag means several.
  case several, spokeLast, speakNext, around, threeSpoke, wholeScene, severalCalled, size
  case severalMeant

  static var first: Int { 0 }
  static var end: Int { first + Self.severalMeant.rawValue + 1 }

  /// The names of all, by their place in a row.
  static let names = allCases.map(\.name)
}
