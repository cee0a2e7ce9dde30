import FicModel

extension CueReader {
  func add(_ cue: Cue, _ value: Double = 1, to place: Int, _ field: inout Field) {
    field.scores[place] += weights[cue] * value
    if keepsTrace { field.trace.append(Field.Entry(candidate: place, cue: cue, value: value)) }
  }

  /// Weighs everything that speaks for or against one candidate.
  func score(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ field: inout Field
  ) {
    scoreTag(member, at: place, context, facts, &field)
    scoreBeats(member, at: place, context, facts, &field)
    scoreMentions(member, at: place, context, facts, &field)
    scoreAddress(member, at: place, context, &field)
    scorePrior(member, at: place, context, &field)
  }

  private func scoreTag(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ field: inout Field
  ) {
    guard let tag = context.turn.tag else { return }
    let traits = self.traits[member]
    switch tag.subject.kind {
    case .member(let named):
      if named == member { add(.tagHit, to: place, &field) }
    case .narrator:
      if traits.isNarrator || member == context.narrator { add(.tagHit, to: place, &field) }
    case .he, .she:
      switch fits(member, facts.tagGender) {
      case true?: add(.tagGenderMatch, to: place, &field)
      case false?: add(.tagGenderMismatch, to: place, &field)
      case nil: add(.tagGenderUnknown, to: place, &field)
      }
    case .they, .we:
      add(
        traits.gender == .neutral
          ? .tagTheyNeutral : traits.isGroup ? .tagTheyGroup : .tagTheyOther,
        to: place,
        &field
      )
    case .described(let described):
      if described == member {
        let entry = self.traits[described]
        add(
          entry.isPair
            ? .tagHit
            : !entry.isGeneric
              ? .tagDescribed : entry.isQualified ? .tagDescribedQualified : .tagDescribedGeneric,
          to: place,
          &field
        )
        if entry.tagCount > 2 { add(.describedOften, to: place, &field) }
        if !facts.fitting.contains(where: { $0 != member && sceneOfMember[$0] == sceneNumber }) {
          add(.describedAlone, to: place, &field)
        }
      } else {
        let adjacent = neighbours.adjacent(described, member)
        if adjacent > 0 {
          add(.nounAdjacent, Double(min(adjacent, 4)) / 2, to: place, &field)
        }
        let alternate = neighbours.alternate(described, member)
        if alternate > 0 {
          add(.nounAlternate, Double(min(alternate, 4)) / 2, to: place, &field)
        }
      }
      let noun = self.traits[described].noun
      if described != member, noun >= 0, traits.titles.contains(noun),
        !self.traits[described].isGeneric
      {
        add(.tagTitle, to: place, &field)
      }
      switch fits(member, facts.tagGender) {
      case true?: add(.tagNounMatch, to: place, &field)
      case false?: add(.tagNounMismatch, to: place, &field)
      case nil: add(.tagNounUnknown, to: place, &field)
      }
      let habit = habits.strength(of: described, member)
      if habit != 0 { add(.tagNounHabit, habit, to: place, &field) }
    case .it, .you: break
    }
  }

  private func scoreBeats(
    _ member: Int,
    at place: Int,
    _ context: TurnContext,
    _ facts: TurnFacts,
    _ field: inout Field
  ) {
    guard context.turn.tag == nil else {
      guard context.mode != .named else { return }
      if case .member(member)? = context.turn.leading?.subject.kind {
        add(.leadingHitTagged, to: place, &field)
      }
      if case .member(member)? = context.turn.following?.subject.kind {
        add(.followingHitTagged, to: place, &field)
      }
      return
    }
    if let finding = context.turn.following {
      scoreBeat(finding, .followingHit, member, place, context, &field)
    }
    if let finding = context.turn.leading {
      let cue: Cue =
        finding.rule == .leadingColon
        ? .colonHit
        : finding.rule == .precedingLead
          ? .precedingHit : finding.rule == .precedingTag ? .precedingTagHit : .leadingHit
      scoreBeat(finding, cue, member, place, context, &field)
    }
    guard facts.beatGender != nil else { return }
    if facts.beatSubjectFitting == member { add(.beatSubjectFitting, to: place, &field) }
    switch facts.beatFitting.firstIndex(of: member) {
    case 0?: add(.beatFittingFirst, to: place, &field)
    case 1?: add(.beatFittingSecond, to: place, &field)
    case _?: add(.beatFittingLater, to: place, &field)
    case nil: break
    }
  }

  private func scoreBeat(
    _ finding: Finding,
    _ hit: Cue,
    _ member: Int,
    _ place: Int,
    _ context: TurnContext,
    _ field: inout Field
  ) {
    let traits = traits[member]
    switch finding.subject.kind {
    case .member(let named):
      if named == member { add(hit, to: place, &field) }
    case .narrator:
      if traits.isNarrator || member == context.narrator { add(hit, to: place, &field) }
    case .he, .she:
      switch fits(member, gender(of: finding.subject.kind)) {
      case true?: add(.beatGenderMatch, to: place, &field)
      case false?: add(.beatGenderMismatch, to: place, &field)
      case nil: add(.beatGenderUnknown, to: place, &field)
      }
    case .described(let described):
      if described == member { add(.beatDescribed, to: place, &field) }
      switch fits(member, self.traits[described].gender) {
      case true?: add(.beatNounMatch, to: place, &field)
      case false?: add(.beatNounMismatch, to: place, &field)
      case nil: break
      }
    case .they:
      if traits.gender == .neutral { add(.beatGenderMatch, to: place, &field) }
    case .it, .we, .you: break
    }
  }
}
