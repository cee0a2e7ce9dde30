/// What each cue is worth: natural logarithms of odds.
struct CueWeights: Sendable {
  private var values: [Double]

  /// Creates weights of nothing.
  init() {
    values = [Double](repeating: 0, count: Cue.allCases.count)
  }

  subscript(cue: Cue) -> Double {
    get { values[cue.rawValue] }
    set { values[cue.rawValue] = newValue }
  }

  /// The weights in use.
  ///
  /// Fitted to the development texts together as a chain of conditional probabilities (maximum
  /// likelihood with a weak pull towards guesses made by hand; short modern chapters count eightfold,
  /// excerpts two and a half times), then rounded and checked by hand: in the rows of recency and of
  /// gender the nearer and the fitting are worth more. With weights that have not seen the author,
  /// about one turn in a hundred less is right.
  static let standard = CueWeights([
    // The tag names the candidate, or says "I" and it is the narrator.
    .tagHit: 6,
    // A pronoun in the tag and the candidate's gender.
    .tagGenderMatch: 1,
    .tagGenderUnknown: -0.08,
    .tagGenderMismatch: -3.4,
    // "they" in the tag: one whose pronoun it is, a group, anybody else.
    .tagTheyNeutral: 3,
    .tagTheyGroup: 1.9,
    .tagTheyOther: 0.09,
    // A description in the tag: the described person itself, one with that title, one of its gender.
    .tagDescribed: 3,
    .tagDescribedGeneric: 1.2,
    .tagDescribedQualified: 1.2,
    .tagTitle: 1.9,
    .tagNounMatch: 0.72,
    .tagNounMismatch: -3.9,
    .tagNounUnknown: -0.16,
    // How often the noun turned out to be the candidate elsewhere in the work: a logarithm.
    .tagNounHabit: 1.5,
    // The narration beside the quotation has the candidate as its subject.
    .followingHit: 1.5,
    .leadingHit: 1.6,
    .colonHit: 3.6,
    .precedingHit: 3.5,
    .precedingTagHit: 0.62,
    // It has a pronoun as its subject.
    .beatGenderMatch: 0.39,
    .beatGenderUnknown: -0.53,
    .beatGenderMismatch: -1.4,
    // It describes its subject.
    .beatDescribed: 1.4,
    .beatNounMatch: 0.16,
    .beatNounMismatch: -0.93,
    // The candidate's place among those whom the narration named last.
    .recentFirst: 0.32,
    .recentSecond: 0.16,
    .recentThird: -0.03,
    .recentFourth: -0.12,
    .recentLater: -0.52,
    .recentNever: -0.11,
    // The same among those whom the pronoun or the description of the tag fits.
    .fittingFirst: 0.14,
    .fittingSecond: 0.13,
    .fittingThird: 0.09,
    .fittingLater: -0.26,
    .fittingNever: 0.3,
    // The same for the pronoun of a beat.
    .beatFittingFirst: 0.15,
    .beatFittingSecond: 0.01,
    .beatFittingLater: -0.09,
    // The paragraph's own narration names the candidate, not as its subject.
    .narratedFirst: 2,
    .narratedLater: 1.9,
    .narratedTagged: 1.1,
    // The narration in the paragraph before names it.
    .beforeFirst: 0.82,
    .beforeLast: 1.2,
    .beforeOnly: -0.28,
    .beforeSubject: -1.1,
    .beforeSubjectTagged: 0.82,
    .beforePronounMatch: -0.16,
    .beforePronounMismatch: 0.14,
    // The candidate is spoken to, or spoken of.
    .vocativeOwn: -2.4,
    .namedOwn: -1.5,
    .vocativeBefore: 2.5,
    .vocativeBeforeFar: 0.5,
    .namedBefore: -0.22,
    .vocativeAfter: 0.68,
    // How often tags gave it a line lately in the scene, in all, and whether it did at all.
    .recentTags: 0.09,
    .totalTags: 0.19,
    .neverTagged: -0.29,
    // What it is.
    .isNarrator: -0.2,
    .isNarratorTagged: -1.6,
    .isDescription: -0.56,
    .isDescriptionTagged: -0.49,
    .isGroup: 0.4,
    // Only quotations name it here.
    .onlyQuoted: -0.45,
    // The turn before has narration that names the candidate, not as its speaker.
    .narratedBefore: 0.34,
    // Who speaks soon after, as the first reading has it.
    .speaksAfter: 0.42,
    // The last subject of a sentence whom the pronoun or the description of the tag fits.
    .subjectFitting: 0.33,
    // The scene has not named it.
    .notInScene: -0.24,
    // Transitions: who spoke before. Three distances by five modes each.
    .sameNear: -0.19,
    .sameNearBeat: 0.14,
    .sameNearPronoun: 1.3,
    .sameNearDescribed: -0.98,
    .sameNearNamed: -1.1,
    .sameMid: 2.6,
    .sameMidBeat: 2.2,
    .sameMidPronoun: 1.6,
    .sameMidDescribed: 1.4,
    .sameMidNamed: 0.97,
    .sameFar: 1,
    .sameFarBeat: 1.3,
    .sameFarPronoun: 1.2,
    .sameFarDescribed: 0.83,
    .sameFarNamed: 1.1,
    .backNear: 2.9,
    .backNearBeat: 1.9,
    .backNearPronoun: 2.1,
    .backNearDescribed: 1.8,
    .backNearNamed: 0.97,
    .backMid: 1.8,
    .backMidBeat: 1.4,
    .backMidPronoun: 1.4,
    .backMidDescribed: 0.23,
    .backMidNamed: 0.72,
    .backFar: 0,
    .backFarBeat: -0.37,
    .backFarPronoun: 0.77,
    .backFarDescribed: -0.29,
    .backFarNamed: -0.03,
    .sameParagraph: 3.7,
  ])

  /// Creates weights from a table.
  init(_ table: [Cue: Double]) {
    self.init()
    for (cue, weight) in table { self[cue] = weight }
  }
}
