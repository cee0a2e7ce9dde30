import FicModel

extension CueReader {
  func scoreMentions(
    _ candidate: Candidate,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ tally: inout Tally
  ) {
    let member = candidate.member
    let standing = candidate.standing
    scoreRecency(standing, context, &tally)
    if context.mode != .named, standing.own >= 0 {
      if context.turn.tag == nil, isObject(member, of: context.turn) {
        tally.add(.narratedObject)
      }
      tally.add(
        context.turn.tag != nil
          ? .narratedTagged : standing.own == 0 ? .narratedFirst : .narratedLater
      )
    }
    if facts.beforeFirst >= 0 {
      if facts.beforeFirst == member { tally.add(.beforeFirst) }
      if facts.beforeLast == member { tally.add(.beforeLast) }
      if facts.beforeOnly == member { tally.add(.beforeOnly) }
    }
    if facts.beforeSubject == member {
      tally.add(context.mode == .pronoun ? .beforeSubjectTagged : .beforeSubject)
    }
    if context.mode != .named {
      if facts.beforePronounSubject == member {
        tally.add(context.isTagged ? .beforePronounHitTagged : .beforePronounHit)
      }
      switch fits(member, facts.beforeGender) {
      case true?: tally.add(.beforePronounMatch)
      case false?: tally.add(.beforePronounMismatch)
      case nil: break
      }
      if standing.signs.contains(.narratedBefore) { tally.add(.narratedBefore) }
      if facts.subjectFitting == member { tally.add(.subjectFitting) }
      if standing.speaksAfter > 0 { tally.add(.speaksAfter, min(1, standing.speaksAfter)) }
      if standing.speaksBefore > 0 { tally.add(.speaksBefore, min(1, standing.speaksBefore)) }
      scoreScene(candidate, context, facts, &tally)
    }
    if candidate.presence.scene != sceneNumber, standing.own < 0 {
      tally.add(standing.signs.contains(.quoted) ? .onlyQuoted : .notInScene)
    }
  }

  /// The candidate's place among those named last, or among those of them whom the tag fits.
  private func scoreRecency(_ standing: Standing, _ context: TurnContext, _ tally: inout Tally) {
    if context.isTagged {
      switch standing.fitting {
      case 0: tally.add(.fittingFirst)
      case 1: tally.add(.fittingSecond)
      case 2: tally.add(.fittingThird)
      case 3...: tally.add(.fittingLater)
      default: tally.add(.fittingNever)
      }
    } else if context.mode != .named {
      switch standing.recent {
      case 0: tally.add(.recentFirst)
      case 1: tally.add(.recentSecond)
      case 2: tally.add(.recentThird)
      case 3: tally.add(.recentFourth)
      case 4...: tally.add(.recentLater)
      default: tally.add(.recentNever)
      }
    }
  }

  /// Whether the beats beside a turn have subjects, and the member is none of them.
  private func isObject(_ member: Int, of turn: Turn) -> Bool {
    let leading = turn.leading?.subject.kind
    let following = turn.following?.subject.kind
    return (leading != nil || following != nil)
      && leading != .member(member) && leading != .described(member)
      && following != .member(member) && following != .described(member)
  }

  /// How near and how often the scene has named the candidate, and how much it says there.
  private func scoreScene(
    _ candidate: Candidate,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ tally: inout Tally
  ) {
    let member = candidate.member
    let isTagged = context.isTagged
    let age = firstParagraph + context.turn.firstParagraph - candidate.presence.paragraph
    let last: Cue =
      age <= 1
      ? (isTagged ? .lastNearTagged : .lastNear)
      : age <= 3
        ? (isTagged ? .lastMiddleTagged : .lastMiddle)
        : age <= 8
          ? (isTagged ? .lastFarTagged : .lastFar) : (isTagged ? .lastLongTagged : .lastLong)
    tally.add(last)
    let mentions = candidate.presence.mentions(in: sceneNumber)
    if mentions > 0 {
      tally.add(isTagged ? .sceneMentionsTagged : .sceneMentions, Self.logarithm(mentions))
    }
    if let speaks = candidate.presence.speaks(in: sceneNumber) {
      // The turn itself is left out, as far as it is known to be the candidate's.
      let own = earlier[context.index].shares.first { $0.member == member }?.probability ?? 0
      let value = min(2, max(0, speaks - own) / 4)
      tally.add(isTagged ? .sceneSpeaksTagged : .sceneSpeaks, value)
    }
    switch candidate.standing.subject {
    case 0: tally.add(isTagged ? .subjectFirstTagged : .subjectFirst)
    case 1: tally.add(isTagged ? .subjectSecondTagged : .subjectSecond)
    case 2: tally.add(isTagged ? .subjectThirdTagged : .subjectThird)
    default: break
    }
    if style != nil {
      if let sound = candidate.standing.sound {
        tally.add(isTagged ? .styleTagged : .style, sound)
      } else {
        tally.add(.styleUnknown)
      }
    }
    if isTagged, facts.isSoleFitting, facts.firstFitting == member { tally.add(.soleFitting) }
  }

  func scoreAddress(
    _ candidate: Candidate,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ tally: inout Tally
  ) {
    let signs = candidate.standing.signs
    if signs.contains(.vocativeOwn) { tally.add(.vocativeOwn) }
    if signs.contains(.namedOwn) { tally.add(.namedOwn) }
    if context.turn.addressed == candidate.member { tally.add(.addressedOwn) }
    if facts.addressedBefore == candidate.member { tally.add(.addressedBefore) }
    scoreCalls(candidate, facts, &tally)
    if let distance = context.distance {
      if signs.contains(.vocativeBefore) {
        tally.add(distance <= 1 ? .vocativeBefore : .vocativeBeforeFar)
      } else if signs.contains(.namedBefore) {
        tally.add(.namedBefore)
      }
    }
    if signs.contains(.vocativeAfter) { tally.add(.vocativeAfter) }
  }

  /// What ways to speak to somebody say of the candidate's gender and title.
  private func scoreCalls(_ candidate: Candidate, _ facts: TurnFacts, _ tally: inout Tally) {
    let gender = candidate.traits.gender == .neutral ? nil : candidate.traits.gender
    if let gender, let calls = facts.calls {
      tally.add(gender == calls ? .callsOwnGender : .callsOtherGender)
    }
    if facts.titles.contains(where: { isTitled(candidate, $0) }) { tally.add(.callsOwnTitle) }
    if let gender, let called = facts.called {
      tally.add(gender == called ? .calledGender : .calledOtherGender)
    }
    if facts.calledTitles.contains(where: { isTitled(candidate, $0) }) {
      tally.add(.calledTitle)
    }
  }

  /// Whether a member bears a title, in full or cut short, or is described by it.
  private func isTitled(_ candidate: Candidate, _ title: Int32) -> Bool {
    candidate.traits.noun == title || titles[candidate.member].contains(title)
  }

  func scorePrior(_ candidate: Candidate, _ context: TurnContext, _ tally: inout Tally) {
    let member = candidate.member
    let traits = candidate.traits
    let isTagged = context.mode != .bare && context.mode != .beat
    if traits.isNarrator || member == context.narrator {
      tally.add(
        context.mode == .pronoun
          ? .isNarratorPronoun
          : context.mode == .described
            ? .isNarratorDescribed : isTagged ? .isNarratorTagged : .isNarrator
      )
    }
    if traits.isDescription { tally.add(isTagged ? .isDescriptionTagged : .isDescription) }
    if traits.isGroup { tally.add(.isGroup) }
    var recent = 0
    for other in recentTags where other == member { recent += 1 }
    if recent > 0 { tally.add(.recentTags, Double(min(recent, 4)) / 2) }
    if traits.tagCount == 0 {
      tally.add(.neverTagged)
    } else {
      tally.add(.totalTags, Self.logarithm(traits.tagCount))
    }
  }

  /// The number of binary digits of a count: a logarithm that needs no library.
  static func logarithm(_ count: Int) -> Double {
    Double(Int.bitWidth - count.leadingZeroBitCount) / 4
  }

  /// Says how the turn before leads to this one.
  func setTransition(_ context: TurnContext, _ field: inout Field) {
    guard let distance = context.distance else { return }
    if distance <= 0 {
      field.same = .sameParagraph
      return
    }
    let step = distance == 1 ? 0 : distance == 2 ? 1 : 2
    let offset = step * TurnMode.allCases.count + context.mode.rawValue
    field.same = Cue(rawValue: Cue.sameNear.rawValue + offset)
    field.back = Cue(rawValue: Cue.backNear.rawValue + offset)
  }
}
