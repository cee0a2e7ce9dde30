import FicModel

extension CueReader {
  func scoreMentions(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ field: inout Field
  ) {
    if context.mode == .pronoun || context.mode == .described {
      switch facts.fitting.firstIndex(of: member) {
      case 0?: add(.fittingFirst, to: place, &field)
      case 1?: add(.fittingSecond, to: place, &field)
      case 2?: add(.fittingThird, to: place, &field)
      case _?: add(.fittingLater, to: place, &field)
      case nil: add(.fittingNever, to: place, &field)
      }
    } else if context.mode != .named {
      switch narrated.members.firstIndex(of: member) {
      case 0?: add(.recentFirst, to: place, &field)
      case 1?: add(.recentSecond, to: place, &field)
      case 2?: add(.recentThird, to: place, &field)
      case 3?: add(.recentFourth, to: place, &field)
      case _?: add(.recentLater, to: place, &field)
      case nil: add(.recentNever, to: place, &field)
      }
    }
    if context.mode != .named, let own = context.turn.narrated.firstIndex(of: member) {
      if context.turn.tag == nil, isObject(member, of: context.turn) {
        add(.narratedObject, to: place, &field)
      }
      add(
        context.turn.tag != nil ? .narratedTagged : own == 0 ? .narratedFirst : .narratedLater,
        to: place,
        &field
      )
    }
    if let first = facts.before.first, let last = facts.before.last {
      if first == member { add(.beforeFirst, to: place, &field) }
      if last == member { add(.beforeLast, to: place, &field) }
      if facts.before.allSatisfy({ $0 == member }) { add(.beforeOnly, to: place, &field) }
    }
    if facts.beforeSubject == member {
      add(context.mode == .pronoun ? .beforeSubjectTagged : .beforeSubject, to: place, &field)
    }
    if context.mode != .named {
      if facts.beforePronounSubject == member {
        let isTagged = context.mode == .pronoun || context.mode == .described
        add(isTagged ? .beforePronounHitTagged : .beforePronounHit, to: place, &field)
      }
      switch fits(member, facts.beforeGender) {
      case true?: add(.beforePronounMatch, to: place, &field)
      case false?: add(.beforePronounMismatch, to: place, &field)
      case nil: break
      }
      if facts.narratedBefore.contains(member) { add(.narratedBefore, to: place, &field) }
      if facts.subjectFitting == member { add(.subjectFitting, to: place, &field) }
      if let speaks = facts.speaksAfter.first(where: { $0.member == member }) {
        add(.speaksAfter, min(1, speaks.value), to: place, &field)
      }
      if let speaks = facts.speaksBefore.first(where: { $0.member == member }) {
        add(.speaksBefore, min(1, speaks.value), to: place, &field)
      }
      scoreScene(member, at: place, context, facts, &field)
    }
    if sceneOfMember[member] != sceneNumber, !context.turn.narrated.contains(member) {
      add(quoted.members.prefix(4).contains(member) ? .onlyQuoted : .notInScene, to: place, &field)
    }
  }

  /// Whether the beats beside a turn have subjects, and the member is none of them.
  private func isObject(_ member: Int, of turn: Turn) -> Bool {
    let kinds = [turn.leading, turn.following].compactMap { $0?.subject.kind }
    return !kinds.isEmpty
      && !kinds.contains { $0 == .member(member) || $0 == .described(member) }
  }

  /// How near and how often the scene has named the candidate, and how much it says there.
  private func scoreScene(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ field: inout Field
  ) {
    let isTagged = context.mode == .pronoun || context.mode == .described
    let age = context.turn.firstParagraph - lastParagraph[member]
    let last: Cue =
      age <= 1
      ? (isTagged ? .lastNearTagged : .lastNear)
      : age <= 3
        ? (isTagged ? .lastMiddleTagged : .lastMiddle)
        : age <= 8
          ? (isTagged ? .lastFarTagged : .lastFar) : (isTagged ? .lastLongTagged : .lastLong)
    add(last, to: place, &field)
    if let count = sceneMentions[member] {
      let value = Self.logarithm(count)
      add(isTagged ? .sceneMentionsTagged : .sceneMentions, value, to: place, &field)
    }
    if let speaks = sceneSpeaks[member] {
      // The turn itself is left out, as far as it is known to be the candidate's.
      let own = earlier[context.index].shares.first { $0.member == member }?.probability ?? 0
      let value = min(2, max(0, speaks - own) / 4)
      add(isTagged ? .sceneSpeaksTagged : .sceneSpeaks, value, to: place, &field)
    }
    scoreSubjects(member, at: place, isTagged: isTagged, facts, &field)
    if let style {
      if style.knows(member) {
        let likeness = style.likeness(
          of: context.turn,
          in: reader.chapter,
          to: member,
          taughtBy: earlier[context.index]
        )
        add(isTagged ? .styleTagged : .style, likeness, to: place, &field)
      } else {
        add(.styleUnknown, to: place, &field)
      }
    }
    if isTagged, facts.isSoleFitting, facts.fitting.first == member {
      add(.soleFitting, to: place, &field)
    }
  }

  /// The candidate's place among the last subjects of sentences.
  private func scoreSubjects(
    _ member: Int,
    at place: Int,
    isTagged: Bool,
    _ facts: TurnFacts,
    _ field: inout Field
  ) {
    let list = isTagged ? facts.subjectsFitting : subjects.members
    switch list.firstIndex(of: member) {
    case 0?: add(isTagged ? .subjectFirstTagged : .subjectFirst, to: place, &field)
    case 1?: add(isTagged ? .subjectSecondTagged : .subjectSecond, to: place, &field)
    case 2?: add(isTagged ? .subjectThirdTagged : .subjectThird, to: place, &field)
    default: break
    }
  }

  func scoreAddress(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ field: inout Field
  ) {
    if context.turn.vocatives.contains(member) { add(.vocativeOwn, to: place, &field) }
    if context.turn.named.contains(member) { add(.namedOwn, to: place, &field) }
    if context.turn.addressed == member { add(.addressedOwn, to: place, &field) }
    if let distance = context.distance, distance <= 2, context.before?.addressed == member {
      add(.addressedBefore, to: place, &field)
    }
    scoreCalls(member, at: place, context, &field)
    if let before = context.before, let distance = context.distance {
      if before.vocatives.contains(member) {
        add(distance <= 1 ? .vocativeBefore : .vocativeBeforeFar, to: place, &field)
      } else if before.named.contains(member) {
        add(.namedBefore, to: place, &field)
      }
    }
    if let after = context.after, after.firstParagraph - context.turn.lastParagraph <= 2,
      after.vocatives.contains(member)
    {
      add(.vocativeAfter, to: place, &field)
    }
  }

  /// What ways to speak to somebody say of the candidate's gender and title.
  private func scoreCalls(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ field: inout Field
  ) {
    let traits = traits[member]
    if context.turn.callsMen != context.turn.callsWomen, let gender = traits.gender,
      gender != .neutral
    {
      let isOwn = (gender == .male) == context.turn.callsMen
      add(isOwn ? .callsOwnGender : .callsOtherGender, to: place, &field)
    }
    if !context.turn.titles.isEmpty, context.turn.titles.contains(where: { isTitled(member, $0) }) {
      add(.callsOwnTitle, to: place, &field)
    }
    guard let before = context.before, let distance = context.distance, distance <= 2 else {
      return
    }
    if before.callsMen != before.callsWomen, let gender = traits.gender, gender != .neutral {
      let fits = (gender == .male) == before.callsMen
      add(fits ? .calledGender : .calledOtherGender, to: place, &field)
    }
    if !before.titles.isEmpty, before.titles.contains(where: { isTitled(member, $0) }) {
      add(.calledTitle, to: place, &field)
    }
  }

  /// Whether a member bears a title, in full or cut short, or is described by it.
  private func isTitled(_ member: Int, _ title: Int32) -> Bool {
    traits[member].noun == title || traits[member].titles.contains(title)
  }

  func scorePrior(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ field: inout Field
  ) {
    let traits = traits[member]
    let isTagged = context.mode != .bare && context.mode != .beat
    if traits.isNarrator || member == context.narrator {
      add(
        context.mode == .pronoun ? .isNarratorPronoun : isTagged ? .isNarratorTagged : .isNarrator,
        to: place,
        &field
      )
    }
    if traits.isDescription {
      add(isTagged ? .isDescriptionTagged : .isDescription, to: place, &field)
    }
    if traits.isGroup { add(.isGroup, to: place, &field) }
    let recent = recentTags.reduce(0) { $0 + ($1 == member ? 1 : 0) }
    if recent > 0 { add(.recentTags, Double(min(recent, 4)) / 2, to: place, &field) }
    if traits.tagCount == 0 {
      add(.neverTagged, to: place, &field)
    } else {
      add(.totalTags, Self.logarithm(traits.tagCount), to: place, &field)
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
