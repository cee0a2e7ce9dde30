import FicModel

/// What the tag of a turn says of a candidate.
enum TagCue: Int, CueFamily {
  // It names the candidate, or says "I" and the candidate is the narrator; it names somebody else.
  case named, otherNamed
  // It has a pronoun, and the candidate's gender is that, or another.
  case genderFits, genderClashes
  // How much speaks for that gender: below 0 for the other.
  case lean
  // It says "they": the candidate's pronoun is that, it is a group, it is somebody else.
  case theyNeutral, theyGroup, theyOther
  // It says that several speak at once: the candidate is a group, or one alone.
  case together, togetherAlone
  // It describes the candidate, by any noun, by one that fits anybody, by one told apart; often.
  case describes, describesGenerally, describesApart, describesOften
  // The scene has named nobody else whom the description fits.
  case fitsAlone
  // The candidate bears the title; its gender is the noun's, or another.
  case title, nounFits, nounClashes
  // How much more often than elsewhere the candidate is there when tags have the description.
  case habit
  // Which part of the other turns whose tags have the description the first pass gives it.
  case bound
  // How often tags of the description and of the candidate follow each other, or alternate.
  case adjacent, alternate
  // The candidate's place among those named last whom the tag fits; it has none; it is alone.
  case fitting, fittingNever, fittingSole
  // Its place among the last subjects of sentences whom the tag fits.
  case subjectFitting
  // The tag or the beat brings in somebody, and the candidate is named right after; is called right
  // after; has not been named before.
  case arrivesNamed, arrivesCalled, arrivesUnseen
  // The noun is the relation by which people call it: "her mother" and "Mum".
  case kin

  static var first: Int { TurnCue.end }
  static var end: Int { first + Self.kin.rawValue + 1 }
}

extension CueReader {
  /// Reads what the tag says of a candidate.
  mutating func readTag(_ candidate: Candidate, _ context: TurnContext, _ facts: TurnFacts) {
    if facts.hasNewcomer { readArrival(candidate) }
    guard let tag = context.turn.tag else { return }
    let traits = candidate.traits
    switch tag.subject.kind {
    case .member(let named): row[named == candidate.member ? TagCue.named : .otherNamed] = 1
    case .narrator:
      let isNarrator = traits.isNarrator || candidate.member == context.narrator
      row[isNarrator ? TagCue.named : .otherNamed] = 1
    case .he, .she:
      if let fits = fits(candidate.member, facts.tagGender) {
        row[fits ? TagCue.genderFits : .genderClashes] = 1
      }
      row[TagCue.lean] = lean(candidate, facts.tagGender)
    case .they, .we:
      row[
        traits.gender == .neutral
          ? TagCue.theyNeutral : traits.isGroup ? .theyGroup : .theyOther
      ] = 1
      if context.turn.isTogether { row[traits.isGroup ? TagCue.together : .togetherAlone] = 1 }
    case .described(let described): readDescription(described, candidate, facts)
    case .it, .you: break
    }
    guard context.isTagged else { return }
    let standing = candidate.standing
    row[TagCue.fitting] = CueScale.place(standing.fitting)
    if standing.fitting < 0 { row[TagCue.fittingNever] = 1 }
    if facts.isSoleFitting, facts.firstFitting == candidate.member { row[TagCue.fittingSole] = 1 }
    row[TagCue.subjectFitting] = CueScale.place(standing.subjectFitting)
  }

  /// Reads what speaks for a candidate's being the one who has just come.
  private mutating func readArrival(_ candidate: Candidate) {
    let signs = candidate.standing.signs
    if signs.contains(.nextFirst) { row[TagCue.arrivesNamed] = 1 }
    if !signs.isDisjoint(with: [.vocativeAfter, .vocativeTwoAfter]) {
      row[TagCue.arrivesCalled] = 1
    }
    if candidate.presence.firstToken == Int.max { row[TagCue.arrivesUnseen] = 1 }
  }

  /// How much speaks for a candidate's being of a gender: -1 to 1.
  func lean(_ candidate: Candidate, _ gender: Gender?) -> Float {
    switch gender {
    case .male?: candidate.traits.lean
    case .female?: -candidate.traits.lean
    default: 0
    }
  }

  /// Whether a noun is the relation that a member is called by.
  func isKin(_ member: Int, _ noun: Int32) -> Bool {
    kin.contains(noun) && titles[member].contains { kin.areOne($0, noun) }
  }

  private mutating func readDescription(
    _ described: Int,
    _ candidate: Candidate,
    _ facts: TurnFacts
  ) {
    let member = candidate.member
    let entry = traits[described]
    if described == member {
      row[
        entry.isPair
          ? TagCue.named
          : !entry.isGeneric
            ? .describes : entry.isQualified ? .describesApart : .describesGenerally
      ] = 1
      if entry.tagCount > 2 { row[TagCue.describesOften] = 1 }
      let isFitting = candidate.standing.fitting >= 0 && candidate.presence.scene == sceneNumber
      if facts.fittingInScene == (isFitting ? 1 : 0) { row[TagCue.fitsAlone] = 1 }
    } else {
      row[TagCue.adjacent] = Float(min(neighbours.adjacent(described, member), 4)) / 2
      row[TagCue.alternate] = Float(min(neighbours.alternate(described, member), 4)) / 2
      if entry.noun >= 0, !entry.isGeneric, titles[member].contains(entry.noun) {
        row[TagCue.title] = 1
      } else if isKin(member, entry.noun) {
        row[TagCue.kin] = 1
      }
    }
    if let fits = fits(member, facts.tagGender) {
      row[fits ? TagCue.nounFits : .nounClashes] = 1
    }
    if let learnt {
      row[TagCue.habit] = Float(learnt.habits.strength(of: described, member))
      let own = Double(candidate.standing.shares[SharePlace.own])
      row[TagCue.bound] = Float(learnt.habits.share(of: described, member, without: own))
    }
  }
}
