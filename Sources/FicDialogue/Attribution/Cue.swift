/// What speaks for or against a candidate: the columns of the joint pass.
///
/// Each has a weight in `CueWeights`; the names say when it counts.
enum Cue: Int, CaseIterable, Sendable {
  // The tag names the candidate, or says "I" and it is the narrator.
  case tagHit
  // A pronoun in the tag and the candidate's gender.
  case tagGenderMatch, tagGenderUnknown, tagGenderMismatch
  // "they" in the tag: one whose pronoun it is, a group, anybody else.
  case tagTheyNeutral, tagTheyGroup, tagTheyOther
  // A description in the tag: the described person itself, one with that title, one of its gender.
  case tagDescribed, tagDescribedGeneric, tagDescribedQualified, tagTitle, tagNounMatch,
    tagNounMismatch, tagNounUnknown
  // How much more often than elsewhere the candidate is there when tags have the description.
  case tagNounHabit
  // The narration beside the quotation has the candidate as its subject.
  case followingHit, leadingHit, colonHit, precedingHit, precedingTagHit
  // It has a pronoun as its subject.
  case beatGenderMatch, beatGenderUnknown, beatGenderMismatch
  // It describes its subject.
  case beatDescribed, beatNounMatch, beatNounMismatch
  // The candidate's place among those whom the narration named last.
  case recentFirst, recentSecond, recentThird, recentFourth, recentLater, recentNever
  // The same among those whom the pronoun or the description of the tag fits.
  case fittingFirst, fittingSecond, fittingThird, fittingLater, fittingNever
  // The same for the pronoun of a beat.
  case beatFittingFirst, beatFittingSecond, beatFittingLater
  // The paragraph's own narration names the candidate, not as its subject.
  case narratedFirst, narratedLater, narratedTagged
  // The narration in the paragraph before names it.
  case beforeFirst, beforeLast, beforeOnly, beforeSubject, beforeSubjectTagged
  case beforePronounMatch, beforePronounMismatch
  // The pronoun is its subject, and the candidate is whom it most likely means.
  case beforePronounHit, beforePronounHitTagged
  // The candidate is spoken to, or spoken of.
  case vocativeOwn, namedOwn, vocativeBefore, vocativeBeforeFar, namedBefore, vocativeAfter
  // How often tags gave it a line lately in the scene, in all, and whether it did at all.
  case recentTags, totalTags, neverTagged
  // What it is.
  case isNarrator, isNarratorTagged, isNarratorPronoun, isDescription, isDescriptionTagged, isGroup
  // Only quotations name it here.
  case onlyQuoted
  // The turn before has narration that names the candidate, not as its speaker.
  case narratedBefore
  // Who speaks soon after, as the first reading has it.
  case speaksAfter
  // The last subject of a sentence whom the pronoun or the description of the tag fits.
  case subjectFitting
  // The scene has not named it.
  case notInScene
  // The paragraph's own narration beside a tag that names nobody has the candidate as its subject.
  case leadingHitTagged, followingHitTagged
  // How long ago the narration named it: in the paragraph before, up to three, up to eight, longer
  // ago.
  case lastNear, lastMiddle, lastFar, lastLong
  case lastNearTagged, lastMiddleTagged, lastFarTagged, lastLongTagged
  // How often the scene has named it: a logarithm.
  case sceneMentions, sceneMentionsTagged
  // How much the first reading gives it before the last two turns, and in the whole scene.
  case speaksBefore, sceneSpeaks, sceneSpeaksTagged
  // Nobody else who was named lately fits the pronoun.
  case soleFitting
  // The last subject of a sentence whom the pronoun of the beat fits.
  case beatSubjectFitting
  // The candidate's place among the last subjects of sentences, and among those whom the tag fits.
  case subjectFirst, subjectSecond, subjectThird
  case subjectFirstTagged, subjectSecondTagged, subjectThirdTagged
  // A tag names it as the one spoken to, here or in the turn before.
  case addressedOwn, addressedBefore
  // The paragraph's narration names it, and has another subject.
  case narratedObject
  // Tags of the description and of the candidate follow each other, or alternate.
  case nounAdjacent, nounAlternate
  // The scene has named nobody else whom the description fits.
  case describedAlone
  // The turn, or the one before, calls somebody of its gender, or of the other: "sir", "ma'am".
  case callsOwnGender, callsOtherGender, calledGender, calledOtherGender
  // The turn, or the one before, calls somebody with its title.
  case callsOwnTitle, calledTitle
  // Several tags have the description.
  case describedOften
  // The tag describes its speaker, and the candidate is "I".
  case isNarratorDescribed
  // The paragraph's own narration beside a tag that names nobody describes the candidate as its
  // subject.
  case beatDescribedTagged
  // The words sound like the candidate's other lines; nobody knows yet how it talks.
  case style, styleTagged, styleUnknown

  // Transitions: who spoke before. Three distances by five modes each.
  case sameNear, sameNearBeat, sameNearPronoun, sameNearDescribed, sameNearNamed
  case sameMid, sameMidBeat, sameMidPronoun, sameMidDescribed, sameMidNamed
  case sameFar, sameFarBeat, sameFarPronoun, sameFarDescribed, sameFarNamed
  case backNear, backNearBeat, backNearPronoun, backNearDescribed, backNearNamed
  case backMid, backMidBeat, backMidPronoun, backMidDescribed, backMidNamed
  case backFar, backFarBeat, backFarPronoun, backFarDescribed, backFarNamed
  case sameParagraph
}
