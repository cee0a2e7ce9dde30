import FicModel

/// Whom a turn and those beside it speak to and of.
enum AddressCue: Int, CueFamily {
  // The turn speaks to the candidate by name, or names it; it introduces itself by that name.
  case callsOwn, namesOwn, introduces
  // The turn before speaks to it, near or far, or names it; so does the one before that.
  case calledBefore, calledFar, namedBefore, calledTwoBefore
  // The turn after speaks to it; so does the one after that.
  case calledAfter, calledTwoAfter
  // A tag names it as the one spoken to, here or in the turn before.
  case addressedOwn, addressedBefore
  // The tag before says "to him", and that fits the candidate, or not; "to me" and it is "I".
  case objectFits, objectClashes
  // The turn calls somebody "sir" or "ma'am" of the candidate's gender, or of the other.
  case callsGender, callsOtherGender
  // So does the turn before.
  case calledGender, calledOtherGender
  // The turn, or the one before, calls somebody by the candidate's title.
  case callsTitle, calledTitle
  // How often the scene speaks to it.
  case sceneCalls

  static var first: Int { MentionCue.end }
  static var end: Int { first + Self.sceneCalls.rawValue + 1 }
}

extension CueReader {
  /// Reads whether a candidate is spoken to or of.
  mutating func readAddress(_ candidate: Candidate, _ context: TurnContext, _ facts: TurnFacts) {
    let member = candidate.member
    let signs = candidate.standing.signs
    if signs.contains(.vocativeOwn) { row[AddressCue.callsOwn] = 1 }
    if signs.contains(.namedOwn) { row[AddressCue.namesOwn] = 1 }
    if context.turn.introduced == member { row[AddressCue.introduces] = 1 }
    if signs.contains(.vocativeBefore) {
      row[context.isAnswer ? AddressCue.calledBefore : .calledFar] = 1
    }
    if signs.contains(.namedBefore) { row[AddressCue.namedBefore] = 1 }
    if signs.contains(.vocativeTwoBefore) { row[AddressCue.calledTwoBefore] = 1 }
    if signs.contains(.vocativeAfter) { row[AddressCue.calledAfter] = 1 }
    if signs.contains(.vocativeTwoAfter) { row[AddressCue.calledTwoAfter] = 1 }
    if context.turn.addressed == member { row[AddressCue.addressedOwn] = 1 }
    if facts.addressedBefore == member { row[AddressCue.addressedBefore] = 1 }
    switch facts.objectBefore {
    case .narrator?:
      row[member == context.narrator ? AddressCue.objectFits : .objectClashes] = 1
    case let object?:
      if let fits = fits(member, gender(of: object)), facts.speakerBefore != member {
        row[fits ? AddressCue.objectFits : .objectClashes] = 1
      }
    case nil: break
    }
    readCalls(candidate, facts)
    row[AddressCue.sceneCalls] = CueScale.count(
      anchors.calls(of: member) - (signs.contains(.vocativeOwn) ? 1 : 0)
    )
  }

  /// What ways to speak to somebody say of the candidate's gender and title.
  private mutating func readCalls(_ candidate: Candidate, _ facts: TurnFacts) {
    let gender = candidate.traits.gender == .neutral ? nil : candidate.traits.gender
    if let gender, let calls = facts.calls {
      row[gender == calls ? AddressCue.callsGender : .callsOtherGender] = 1
    }
    if let gender, let called = facts.called {
      row[gender == called ? AddressCue.calledGender : .calledOtherGender] = 1
    }
    if facts.titles.contains(where: { isTitled(candidate, $0) }) { row[AddressCue.callsTitle] = 1 }
    if facts.calledTitles.contains(where: { isTitled(candidate, $0) }) {
      row[AddressCue.calledTitle] = 1
    }
  }

  /// Whether a member bears a title, in full or cut short, or is described by it.
  private func isTitled(_ candidate: Candidate, _ title: Int32) -> Bool {
    candidate.traits.noun == title || titles[candidate.member].contains(title)
  }
}
