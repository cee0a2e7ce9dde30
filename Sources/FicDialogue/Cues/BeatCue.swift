import FicModel

/// What the beats beside a turn, narration that is no tag, say of a candidate.
enum BeatCue: Int, CueFamily {
  // The candidate is the subject of the narration after the quotation, or before it.
  case following, leading
  // That leads to the quotation with a colon, or ends the paragraph before, with a verb of speech.
  case colon, preceding, precedingTag
  // Somebody else is the subject of the one or the other.
  case otherFollowing, otherLeading
  // The subject is a pronoun, and the candidate's gender is that, or another.
  case genderFits, genderClashes
  // How much speaks for that gender: below 0 for the other.
  case lean
  // It is a description of the candidate, or one whose gender the candidate has, or has not.
  case describes, nounFits, nounClashes
  // The candidate's place among those named last whom the beat fits.
  case fitting
  // It is the last subject of a sentence whom the beat fits.
  case subjectFitting
  // The description is the relation by which people call it.
  case kin

  static var first: Int { TagCue.end }
  static var end: Int { first + Self.kin.rawValue + 1 }
}

extension CueReader {
  /// Reads what the beats say of a candidate.
  mutating func readBeats(_ candidate: Candidate, _ context: TurnContext, _ facts: TurnFacts) {
    if let finding = context.turn.following {
      readBeat(finding, .following, .otherFollowing, candidate, context)
    }
    if let finding = context.turn.leading {
      let cue: BeatCue =
        switch finding.rule {
        case .leadingColon: .colon
        case .precedingLead: .preceding
        case .precedingTag: .precedingTag
        default: .leading
        }
      readBeat(finding, cue, .otherLeading, candidate, context)
    }
    guard context.turn.tag == nil, facts.beatGender != nil else { return }
    row[BeatCue.fitting] = CueScale.place(candidate.standing.beatFitting)
    if facts.beatSubjectFitting == candidate.member { row[BeatCue.subjectFitting] = 1 }
  }

  private mutating func readBeat(
    _ finding: Finding,
    _ hit: BeatCue,
    _ other: BeatCue,
    _ candidate: Candidate,
    _ context: TurnContext
  ) {
    switch finding.subject.kind {
    case .member(let named): row[named == candidate.member ? hit : other] = 1
    case .narrator:
      let isNarrator = candidate.traits.isNarrator || candidate.member == context.narrator
      row[isNarrator ? hit : other] = 1
    case .he, .she:
      if let fits = fits(candidate.member, gender(of: finding.subject.kind)) {
        row[fits ? BeatCue.genderFits : .genderClashes] = 1
      }
      row[BeatCue.lean] = lean(candidate, gender(of: finding.subject.kind))
    case .described(let described):
      if described == candidate.member { row[BeatCue.describes] = 1 }
      if isKin(candidate.member, traits[described].noun) { row[BeatCue.kin] = 1 }
      if let fits = fits(candidate.member, traits[described].gender) {
        row[fits ? BeatCue.nounFits : .nounClashes] = 1
      }
    case .they: if candidate.traits.gender == .neutral { row[BeatCue.genderFits] = 1 }
    case .it, .we, .you: break
    }
  }
}
