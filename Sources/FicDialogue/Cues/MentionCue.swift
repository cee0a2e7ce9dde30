/// Where the narration around a turn names a candidate.
enum MentionCue: Int, CueFamily {
  // The candidate's place among those named last, and whether it has none.
  case recent, recentFirst, recentSecond, recentNever
  // How long ago in paragraphs and in words; how often the scene has named it.
  case age, ageInWords, sceneMentions
  // The turn's own paragraphs name it: first, later, as no subject, before, between, after.
  case ownFirst, ownLater, ownObject, ownBefore, ownNearest, ownBetween, ownAfter, ownNext
  // The paragraph of narration before names it: first, last, alone, as its last subject.
  case beforeFirst, beforeLast, beforeOnly, beforeSubject
  // The last subject of that paragraph is a pronoun: most likely the candidate, its gender or not.
  case beforeMeant, beforeFits, beforeClashes, beforeLean
  // The narration since the turn before names it, and how often.
  case between, betweenCount
  // How often the last words of narration have named it, about a hundred and fifty.
  case nearCount
  // The last subject of that narration is the candidate, somebody else, a pronoun that means it.
  case subjectHere, otherSubject, subjectMeant
  // Its place among the last subjects of sentences.
  case subject
  // The paragraph of the turn before names it, not as its speaker.
  case narratedBefore
  // The narration after the turn names it first, or at all.
  case nextFirst, nextAny
  // Its place among those whom quotations named last.
  case quoted
  // The text has just named it for the first time; or not yet.
  case isNew, isUnseen
  // It was named last as an owner: "Ada's hat"; the scene has named it as nothing else.
  case isOwner, isOnlyOwner

  static var first: Int { BeatCue.end }
  static var end: Int { first + Self.isOnlyOwner.rawValue + 1 }
}

extension CueReader {
  /// Reads where the narration names a candidate.
  mutating func readMentions(_ candidate: Candidate, _ context: TurnContext, _ facts: TurnFacts) {
    let standing = candidate.standing
    let presence = candidate.presence
    row[MentionCue.recent] = CueScale.place(standing.recent)
    if standing.recent == 0 { row[MentionCue.recentFirst] = 1 }
    if standing.recent == 1 { row[MentionCue.recentSecond] = 1 }
    if standing.recent < 0 { row[MentionCue.recentNever] = 1 }
    let age = firstParagraph + context.turn.firstParagraph - max(presence.paragraph, -100_000)
    row[MentionCue.age] = CueScale.count(min(1000, age))
    let words = firstToken + facts.firstWord - max(presence.token, -100_000)
    row[MentionCue.ageInWords] = CueScale.count(min(20_000, words)) / 2
    row[MentionCue.sceneMentions] = CueScale.count(presence.mentions(in: sceneNumber))
    readOwn(candidate, context)
    readBefore(candidate, facts)
    row[MentionCue.subject] = CueScale.place(standing.subject)
    let signs = standing.signs
    if signs.contains(.narratedBefore) { row[MentionCue.narratedBefore] = 1 }
    if signs.contains(.nextFirst) { row[MentionCue.nextFirst] = 1 }
    if signs.contains(.nextAny) { row[MentionCue.nextAny] = 1 }
    row[MentionCue.quoted] = CueScale.place(standing.quoted)
    if presence.isOwner { row[MentionCue.isOwner] = 1 }
    if presence.isOnlyOwner(in: sceneNumber) { row[MentionCue.isOnlyOwner] = 1 }
    if presence.firstToken == Int.max {
      if !signs.contains(.ownBefore) { row[MentionCue.isUnseen] = 1 }
    } else if firstToken + facts.firstWord - presence.firstToken < 300 {
      row[MentionCue.isNew] = 1
    }
  }

  private mutating func readOwn(_ candidate: Candidate, _ context: TurnContext) {
    let standing = candidate.standing
    guard standing.own >= 0 else { return }
    row[standing.own == 0 ? MentionCue.ownFirst : .ownLater] = 1
    if isObject(candidate.member, of: context.turn) { row[MentionCue.ownObject] = 1 }
    let signs = standing.signs
    if signs.contains(.ownBefore) { row[MentionCue.ownBefore] = 1 }
    if signs.contains(.ownNearest) { row[MentionCue.ownNearest] = 1 }
    if signs.contains(.ownBetween) { row[MentionCue.ownBetween] = 1 }
    if signs.contains(.ownAfter) { row[MentionCue.ownAfter] = 1 }
    if signs.contains(.ownNext) { row[MentionCue.ownNext] = 1 }
  }

  /// Whether the beats beside a turn have subjects, and the member is none of them.
  private func isObject(_ member: Int, of turn: Turn) -> Bool {
    let leading = turn.leading?.subject.kind
    let following = turn.following?.subject.kind
    return (leading != nil || following != nil)
      && leading != .member(member) && leading != .described(member)
      && following != .member(member) && following != .described(member)
  }

  private mutating func readBefore(_ candidate: Candidate, _ facts: TurnFacts) {
    let member = candidate.member
    if facts.beforeFirst >= 0 {
      if facts.beforeFirst == member { row[MentionCue.beforeFirst] = 1 }
      if facts.beforeLast == member { row[MentionCue.beforeLast] = 1 }
      if facts.beforeOnly == member { row[MentionCue.beforeOnly] = 1 }
    }
    if facts.beforeSubject == member { row[MentionCue.beforeSubject] = 1 }
    if facts.beforeMeant == member { row[MentionCue.beforeMeant] = 1 }
    if let fits = fits(member, facts.beforeGender) {
      row[fits ? MentionCue.beforeFits : .beforeClashes] = 1
    }
    row[MentionCue.beforeLean] = lean(candidate, facts.beforeGender)
    let since = candidate.presence.mentions(since: lastTurnEnd)
    if since > 0 {
      row[MentionCue.between] = 1
      row[MentionCue.betweenCount] = CueScale.count(since)
    }
    let near = candidate.presence.mentions(since: firstToken + facts.firstWord - 150)
    row[MentionCue.nearCount] = Float(near) / 3
    guard lastSubject.token > lastTurnEnd else { return }
    if lastSubject.isPronoun {
      if lastSubject.member == member { row[MentionCue.subjectMeant] = 1 }
    } else if lastSubject.member >= 0 {
      row[lastSubject.member == member ? MentionCue.subjectHere : .otherSubject] = 1
    }
  }
}
