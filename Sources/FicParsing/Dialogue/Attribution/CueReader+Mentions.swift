extension CueReader {
  func scoreMentions(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ field: inout Field
  ) {
    let turn = context.turn
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
    if context.mode != .named, let own = turn.narrated.firstIndex(of: member) {
      add(
        turn.tag != nil ? .narratedTagged : own == 0 ? .narratedFirst : .narratedLater,
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
    }
    if sceneOfMember[member] != sceneNumber, !turn.narrated.contains(member) {
      add(quoted.members.prefix(4).contains(member) ? .onlyQuoted : .notInScene, to: place, &field)
    }
  }

  func scoreAddress(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ field: inout Field
  ) {
    let turn = context.turn
    if turn.vocatives.contains(member) { add(.vocativeOwn, to: place, &field) }
    if turn.named.contains(member) { add(.namedOwn, to: place, &field) }
    if let before = context.before, let distance = context.distance {
      if before.vocatives.contains(member) {
        add(distance <= 1 ? .vocativeBefore : .vocativeBeforeFar, to: place, &field)
      } else if before.named.contains(member) {
        add(.namedBefore, to: place, &field)
      }
    }
    if let after = context.after, after.firstParagraph - turn.lastParagraph <= 2,
      after.vocatives.contains(member)
    {
      add(.vocativeAfter, to: place, &field)
    }
  }

  func scorePrior(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ field: inout Field
  ) {
    let traits = traits[member]
    let isTagged = context.mode != .bare && context.mode != .beat
    if traits.isNarrator { add(isTagged ? .isNarratorTagged : .isNarrator, to: place, &field) }
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
  private static func logarithm(_ count: Int) -> Double {
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
