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
  case shareBefore, shareAfter

  static var first: Int { 0 }
  static var end: Int { first + Self.shareAfter.rawValue + 1 }

  /// The names of all, by their place in a row.
  static let names = allCases.map(\.name)
}
