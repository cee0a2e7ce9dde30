import FicModel

/// What a candidate is, whatever the turn.
enum PriorCue: Int, CueFamily {
  // Its gender, where it is known.
  case isMale, isFemale, isNeutral
  // It is the narrator; it is a description: of one, a group, two with names, anybody, told apart.
  case isNarrator, isDescription, isGroup, isPair, isGeneric, isQualified
  // It is a voice or the like; it was brought in as somebody new: "a boy".
  case isVoice, isIndefinite
  // How often tags gave it a line lately, and in all; whether none did.
  case recentTags, tags, neverTagged
  // How often the work names it, and how much of that in quotations.
  case mentions, quotedShare
  // The scene has not named it; only quotations have.
  case notInScene, onlyQuoted

  static var first: Int { AddressCue.end }
  static var end: Int { first + Self.onlyQuoted.rawValue + 1 }
}

extension CueReader {
  /// Reads what a candidate is.
  mutating func readPrior(_ candidate: Candidate, _ context: TurnContext) {
    let member = candidate.member
    let traits = candidate.traits
    switch traits.gender {
    case .male?: row[PriorCue.isMale] = 1
    case .female?: row[PriorCue.isFemale] = 1
    case .neutral?: row[PriorCue.isNeutral] = 1
    case nil: break
    }
    if traits.isNarrator || member == context.narrator { row[PriorCue.isNarrator] = 1 }
    if traits.isDescription { row[PriorCue.isDescription] = 1 }
    if traits.isGroup { row[PriorCue.isGroup] = 1 }
    if traits.isPair { row[PriorCue.isPair] = 1 }
    if traits.isGeneric { row[PriorCue.isGeneric] = 1 }
    if traits.isQualified { row[PriorCue.isQualified] = 1 }
    if traits.isVoice { row[PriorCue.isVoice] = 1 }
    if traits.isIndefinite { row[PriorCue.isIndefinite] = 1 }
    var recent = 0
    for other in recentTags where other == member { recent += 1 }
    row[PriorCue.recentTags] = Float(min(recent, 4)) / 4
    row[PriorCue.tags] = CueScale.count(traits.tagCount)
    if traits.tagCount == 0 { row[PriorCue.neverTagged] = 1 }
    row[PriorCue.mentions] = CueScale.count(traits.mentions) / 2
    row[PriorCue.quotedShare] = traits.quotedShare
    let standing = candidate.standing
    if candidate.presence.scene != sceneNumber, standing.own < 0 {
      row[standing.quoted >= 0 && standing.quoted < 4 ? PriorCue.onlyQuoted : .notInScene] = 1
    }
  }
}
