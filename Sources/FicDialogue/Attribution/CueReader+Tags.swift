import FicModel

extension CueReader {
  /// Weighs everything that speaks for or against one candidate.
  func score(
    _ candidate: Candidate,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ tally: inout Tally
  ) {
    scoreTag(candidate, context, facts, &tally)
    scoreBeats(candidate, context, facts, &tally)
    scoreMentions(candidate, context, facts, &tally)
    scoreAddress(candidate, context, facts, &tally)
    scorePrior(candidate, context, &tally)
  }

  private func scoreTag(
    _ candidate: Candidate,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ tally: inout Tally
  ) {
    guard let tag = context.turn.tag else { return }
    let traits = candidate.traits
    switch tag.subject.kind {
    case .member(let named):
      if named == candidate.member { tally.add(.tagHit) }
    case .narrator:
      if traits.isNarrator || candidate.member == context.narrator { tally.add(.tagHit) }
    case .he, .she:
      switch fits(candidate.member, facts.tagGender) {
      case true?: tally.add(.tagGenderMatch)
      case false?: tally.add(.tagGenderMismatch)
      case nil: tally.add(.tagGenderUnknown)
      }
    case .they, .we:
      tally.add(
        traits.gender == .neutral
          ? .tagTheyNeutral : traits.isGroup ? .tagTheyGroup : .tagTheyOther
      )
    case .described(let described):
      scoreDescription(described, candidate, facts, &tally)
    case .it, .you: break
    }
  }

  private func scoreDescription(
    _ described: Int,
    _ candidate: Candidate,
    _ facts: TurnFacts,
    _ tally: inout Tally
  ) {
    let member = candidate.member
    let entry = traits[described]
    if described == member {
      tally.add(
        entry.isPair
          ? .tagHit
          : !entry.isGeneric
            ? .tagDescribed : entry.isQualified ? .tagDescribedQualified : .tagDescribedGeneric
      )
      if entry.tagCount > 2 { tally.add(.describedOften) }
      let isFitting = candidate.standing.fitting >= 0 && candidate.presence.scene == sceneNumber
      if facts.fittingInScene == (isFitting ? 1 : 0) { tally.add(.describedAlone) }
    } else {
      let adjacent = neighbours.adjacent(described, member)
      if adjacent > 0 { tally.add(.nounAdjacent, Double(min(adjacent, 4)) / 2) }
      let alternate = neighbours.alternate(described, member)
      if alternate > 0 { tally.add(.nounAlternate, Double(min(alternate, 4)) / 2) }
      if entry.noun >= 0, !entry.isGeneric, titles[member].contains(entry.noun) {
        tally.add(.tagTitle)
      }
    }
    switch fits(member, facts.tagGender) {
    case true?: tally.add(.tagNounMatch)
    case false?: tally.add(.tagNounMismatch)
    case nil: tally.add(.tagNounUnknown)
    }
    let habit = habits.strength(of: described, member)
    if habit != 0 { tally.add(.tagNounHabit, habit) }
  }

  private func scoreBeats(
    _ candidate: Candidate,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ tally: inout Tally
  ) {
    guard context.turn.tag == nil else {
      guard context.mode != .named else { return }
      if case .member(candidate.member)? = context.turn.leading?.subject.kind {
        tally.add(.leadingHitTagged)
      }
      if case .member(candidate.member)? = context.turn.following?.subject.kind {
        tally.add(.followingHitTagged)
      }
      if isDescribedBeside(candidate.member, context.turn) { tally.add(.beatDescribedTagged) }
      return
    }
    if let finding = context.turn.following {
      scoreBeat(finding, .followingHit, candidate, context, &tally)
    }
    if let finding = context.turn.leading {
      let cue: Cue =
        finding.rule == .leadingColon
        ? .colonHit
        : finding.rule == .precedingLead
          ? .precedingHit : finding.rule == .precedingTag ? .precedingTagHit : .leadingHit
      scoreBeat(finding, cue, candidate, context, &tally)
    }
    guard facts.beatGender != nil else { return }
    if facts.beatSubjectFitting == candidate.member { tally.add(.beatSubjectFitting) }
    switch candidate.standing.beatFitting {
    case 0: tally.add(.beatFittingFirst)
    case 1: tally.add(.beatFittingSecond)
    case 2...: tally.add(.beatFittingLater)
    default: break
    }
  }

  /// Whether a beat beside the turn's tag describes the member.
  private func isDescribedBeside(_ member: Int, _ turn: Turn) -> Bool {
    turn.leading?.subject.kind == .described(member)
      || turn.following?.subject.kind == .described(member)
  }

  private func scoreBeat(
    _ finding: Finding,
    _ hit: Cue,
    _ candidate: Candidate,
    _ context: TurnContext,
    _ tally: inout Tally
  ) {
    switch finding.subject.kind {
    case .member(let named):
      if named == candidate.member { tally.add(hit) }
    case .narrator:
      if candidate.traits.isNarrator || candidate.member == context.narrator { tally.add(hit) }
    case .he, .she:
      switch fits(candidate.member, gender(of: finding.subject.kind)) {
      case true?: tally.add(.beatGenderMatch)
      case false?: tally.add(.beatGenderMismatch)
      case nil: tally.add(.beatGenderUnknown)
      }
    case .described(let described):
      if described == candidate.member { tally.add(.beatDescribed) }
      switch fits(candidate.member, traits[described].gender) {
      case true?: tally.add(.beatNounMatch)
      case false?: tally.add(.beatNounMismatch)
      case nil: break
      }
    case .they:
      if candidate.traits.gender == .neutral { tally.add(.beatGenderMatch) }
    case .it, .we, .you: break
    }
  }
}
