import FicModel

extension AddresseeRanker {
  /// Reads every cue of a member as the one whom a turn is spoken to.
  func read(_ member: Int, of index: Int, _ row: CueRow) {
    let traits = traits[member]
    readNarration(member, of: index, row)
    if let rule = rules[index] {
      row[rule == member ? AddresseeCue.rule : .otherRule] = 1
    }
    readNeighbours(member, of: index, row)
    readTalk(member, of: index, row)
    if let place = turns[index].vocatives.firstIndex(of: member) {
      row[AddresseeCue.called] = 1
      if place == 0 { row[AddresseeCue.calledFirst] = 1 }
    }
    if turns[index].named.contains(member) { row[AddresseeCue.named] = 1 }
    if let place = namedBefore.firstIndex(of: member) {
      row[AddresseeCue.between] = 1
      if place == 0 || place == 1 && namedBefore[0] == speakers[index] {
        row[AddresseeCue.betweenLast] = 1
      }
    }
    if let place = namedAfter.firstIndex(of: member) {
      row[AddresseeCue.after] = 1
      if place == 0 { row[AddresseeCue.afterFirst] = 1 }
    }
    if turns[index].addressed == member { row[AddresseeCue.addressed] = 1 }
    if let fits = fits(member, turns[index].object, narrator: narrator(of: index)) {
      row[fits ? AddresseeCue.objectFits : .objectClashes] = 1
    }
    if let place = turns[index].narrated.firstIndex(of: member) {
      row[AddresseeCue.narrated] = 1
      if place == 0 || place == 1 && turns[index].narrated[0] == speakers[index] {
        row[AddresseeCue.narratedFirst] = 1
      }
    }
    if traits.isPerson { row[AddresseeCue.isPerson] = 1 }
    if traits.isNarrator { row[AddresseeCue.isNarrator] = 1 }
    if traits.isDescription { row[AddresseeCue.isDescription] = 1 }
    if traits.isGroup { row[AddresseeCue.isGroup] = 1 }
    if member == narrator(of: index) { row[AddresseeCue.isScenesNarrator] = 1 }
    if turns[index].callsMen != turns[index].callsWomen, let gender = traits.gender,
      gender != .neutral
    {
      let fits = (gender == .male) == turns[index].callsMen
      row[fits ? AddresseeCue.callsGender : .callsOtherGender] = 1
    }
    row[AddresseeCue.mentions] = CueScale.count(traits.mentions) / 2
    for share in decisions[index].shares where share.member == member {
      row[AddresseeCue.share] = Float(share.probability)
    }
  }

  /// Reads what is the same for all candidates of a turn.
  func readTurn(_ index: Int, among count: Int, _ row: CueRow) {
    row[AddresseeCue.saysYou] = turns[index].saysYou ? 1 : 0
    row[AddresseeCue.hasTag] = turns[index].tag == nil ? 0 : 1
    row[AddresseeCue.calls] = Float(min(4, turns[index].vocatives.count)) / 2
    row[AddresseeCue.candidates] = Float(count) / Float(Self.mostCandidates)
    row[AddresseeCue.voices] = Float(voices[index]) / 4
    row[AddresseeCue.length] = CueScale.count(turns[index].words)
    if turns[index].callsSeveral { row[AddresseeCue.callsSeveral] = 1 }
    if !isNear(index - 1, index) { row[AddresseeCue.isFirst] = 1 }
    if !isNear(index + 1, index) { row[AddresseeCue.isLast] = 1 }
  }

  /// Reads what the narration beside a turn, before and after it makes of a member.
  private func readNarration(_ member: Int, of index: Int, _ row: CueRow) {
    // In place: a copy of a turn would retain each of its lists for every candidate.
    if !turns[index].faced.isEmpty { readFaced(member, of: index, row) }
    act(member, turns[index].before, of: index, .actsBefore, .actsBeforeFits, row)
    if isNear(index + 1, index) {
      act(member, turns[index + 1].before, of: index, .reacts, .reactsFits, row)
    }
    if !turns[index].vocatives.isEmpty, !turns[index].vocatives.contains(member),
      turns[index].vocatives.contains(where: { $0 != speakers[index] && traits[$0].isPerson })
    {
      row[AddresseeCue.otherCalled] = 1
    }
    if !turns[index].titles.isEmpty {
      let isCalled = turns[index].titles.contains { bears(member, $0) }
      row[isCalled ? AddresseeCue.callsTitle : .callsOtherTitle] = 1
    }
  }

  /// Reads whether the narration of a turn turns to a member.
  private func readFaced(_ member: Int, of index: Int, _ row: CueRow) {
    let faced = turns[index].faced
    if faced.members.contains(member) {
      row[AddresseeCue.faced] = 1
    } else if faced.members.contains(where: { $0 != speakers[index] }) {
      row[AddresseeCue.otherFaced] = 1
    }
    if faced.nouns.contains(where: { bears(member, $0) }) { row[AddresseeCue.facedNoun] = 1 }
    if faced.isMe, member == narrator(of: index) { row[AddresseeCue.facedFits] = 1 }
    if faced.isHim != faced.isHer, let gender = traits[member].gender, gender != .neutral {
      let fits = (gender == .male) == faced.isHim
      row[fits ? AddresseeCue.facedFits : .facedClashes] = 1
    }
  }

  /// Whether a member is called by a noun or a title.
  private func bears(_ member: Int, _ noun: Int32) -> Bool {
    traits[member].noun == noun || titles[member].contains(noun)
  }

  /// Reads whether a member is the subject of narration beside a turn.
  private func act(
    _ member: Int,
    _ subject: Subject?,
    of index: Int,
    _ cue: AddresseeCue,
    _ fitting: AddresseeCue,
    _ row: CueRow
  ) {
    let gender: Gender
    switch subject?.kind {
    case .member(let other)?, .described(let other)?:
      if other == member { row[cue] = 1 }
      return
    case .narrator?:
      if member == narrator(of: index) { row[cue] = 1 }
      return
    case .he?: gender = .male
    case .she?: gender = .female
    default: return
    }
    guard traits[member].gender == gender, speakers[index] >= 0,
      traits[speakers[index]].gender != gender
    else { return }
    row[fitting] = 1
  }

  private func readNeighbours(_ member: Int, of index: Int, _ row: CueRow) {
    let speaker = speakers[index]
    var near = 0
    for step in 1...Self.window {
      if around[Self.window - step] == member {
        near += 1
        if row[AddresseeCue.spokeBefore] == 0 { row[AddresseeCue.spokeBefore] = 1 / Float(step) }
      }
      if around[Self.window + step] == member {
        near += 1
        if row[AddresseeCue.speaksAfter] == 0 { row[AddresseeCue.speaksAfter] = 1 / Float(step) }
      }
    }
    row[AddresseeCue.near] = CueScale.count(near)
    if isNear(index - 1, index) {
      row[AddresseeCue.gapBefore] =
        Float(min(6, turns[index].firstParagraph - turns[index - 1].lastParagraph)) / 3
      if rules[index - 1] == member { row[AddresseeCue.addressedBefore] = 1 }
      if turns[index - 1].vocatives.contains(member) { row[AddresseeCue.calledBefore] = 1 }
      if speakers[index - 1] == member, turns[index - 1].vocatives.contains(speaker) {
        row[AddresseeCue.calledSpeaker] = 1
      }
      if speakers[index - 1] == speaker { row[AddresseeCue.goesOn] = 1 }
      if speakers[index - 1] == member, rules[index - 1] == speaker {
        row[AddresseeCue.spokeToSpeaker] = 1
      }
    }
    if isNear(index + 1, index) {
      row[AddresseeCue.gapAfter] =
        Float(min(6, turns[index + 1].firstParagraph - turns[index].lastParagraph)) / 3
      if speakers[index + 1] == speaker { row[AddresseeCue.willGoOn] = 1 }
      if speakers[index + 1] == member {
        if turns[index + 1].vocatives.contains(speaker) { row[AddresseeCue.callsSpeaker] = 1 }
        if rules[index + 1] == speaker { row[AddresseeCue.answersSpeaker] = 1 }
        if turns[index].asks { row[AddresseeCue.asksNext] = 1 }
      }
    }
  }

  /// Reads how the speaker and a member talk with each other.
  private func readTalk(_ member: Int, of index: Int, _ row: CueRow) {
    let speaker = speakers[index]
    row[AddresseeCue.talksInChapter] = CueScale.mass(
      pairs[min(speaker, member), max(speaker, member)]
    )
    var talks = 0
    for other in (Self.window - 4)...(Self.window + 3) {
      let (one, next) = (around[other], around[other + 1])
      if one == speaker && next == member || one == member && next == speaker { talks += 1 }
    }
    row[AddresseeCue.talks] = Float(talks) / 4
    if isNear(index - 1, index), speakers[index - 1] == member {
      if turns[index - 1].asks { row[AddresseeCue.askedBefore] = 1 }
      if isNear(index - 2, index), speakers[index - 2] == speaker {
        row[AddresseeCue.alternatesBefore] = 1
      }
    }
    if isNear(index + 1, index), speakers[index + 1] == member, isNear(index + 2, index),
      speakers[index + 2] == speaker
    {
      row[AddresseeCue.alternatesAfter] = 1
    }
    for step in 1...Self.window {
      guard around[Self.window - step] != Self.nobodyNear else { break }
      if around[Self.window - step] == speaker {
        if rules[index - step] == member { row[AddresseeCue.spokenToLast] = 1 }
        break
      }
    }
    row[AddresseeCue.shareBefore] = share(of: member, index - 1, near: index)
    row[AddresseeCue.shareAfter] = share(of: member, index + 1, near: index)
    row[AddresseeCue.shareTwoBefore] = share(of: member, index - 2, near: index)
    row[AddresseeCue.shareTwoAfter] = share(of: member, index + 2, near: index)
    if let own = sceneSpeakers.first(where: { $0.member == member }) {
      row[AddresseeCue.sceneTurns] = CueScale.count(own.turns)
      if sceneSpeakers.count == 2, sceneSpeakers.contains(where: { $0.member == speaker }) {
        row[AddresseeCue.isOnlyOther] = 1
      }
    }
  }

  /// What the passes give a member of a turn beside another.
  private func share(of member: Int, _ other: Int, near index: Int) -> Float {
    guard isNear(other, index) else { return 0 }
    return Float(decisions[other].shares.first { $0.member == member }?.probability ?? 0)
  }

  /// Whether a pronoun may stand for a member; nil where nothing tells.
  private func fits(_ member: Int, _ object: Subject.Kind?, narrator: Int) -> Bool? {
    let gender: Gender
    switch object {
    case .narrator?: return member == narrator
    case .he?: gender = .male
    case .she?: gender = .female
    default: return nil
    }
    guard let own = traits[member].gender else { return nil }
    return own == gender
  }
}
