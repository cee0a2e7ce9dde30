import FicModel
import FicParsing

extension CueReader {
  /// Collects the facts of a turn, and where its lists have the candidates.
  mutating func facts(_ context: TurnContext, in turns: [Turn]) -> TurnFacts {
    var facts = TurnFacts()
    readPlace(context.turn, &facts)
    if case .described(let described)? =
      (context.turn.tag ?? context.turn.following ?? context.turn.leading)?.subject.kind
    {
      facts.hasNewcomer = traits[described].isIndefinite
    }
    readNamed(context.turn, &facts)
    readSubjects(context, &facts)
    readParagraphBefore(context.turn, &facts)
    readSubjectBefore(context.turn, &facts)
    if let gender = facts.beforeGender {
      facts.beforeMeant = subjects.members.first { fits($0, gender) == true } ?? -1
    }
    for (place, member) in context.turn.narrated.enumerated() {
      with(member) { $0.own = place }
    }
    readNamesAround(context.turn, facts)
    for member in context.turn.vocatives { with(member) { $0.signs.insert(.vocativeOwn) } }
    for member in context.turn.named { with(member) { $0.signs.insert(.namedOwn) } }
    for (place, member) in quoted.members.enumerated() { with(member) { $0.quoted = place } }
    facts.calls =
      context.turn.callsMen == context.turn.callsWomen
      ? nil : context.turn.callsMen ? .male : .female
    facts.titles = context.turn.titles
    if context.distance != nil { readTurnBefore(turns[context.index - 1], context, &facts) }
    call(context.index - 2, .vocativeTwoBefore, in: turns, of: context.turn.scene)
    if context.hasAnswer {
      call(context.index + 1, .vocativeAfter, in: turns, of: context.turn.scene)
    }
    call(context.index + 2, .vocativeTwoAfter, in: turns, of: context.turn.scene)
    if hasEarlier { readEarlier(context, &facts) }
    return facts
  }

  /// Notes whom a turn near speaks to, if it is of the scene.
  mutating func call(_ index: Int, _ sign: Standing.Signs, in turns: [Turn], of scene: Int) {
    guard turns.indices.contains(index), turns[index].scene == scene else { return }
    for member in turns[index].vocatives { with(member) { $0.signs.insert(sign) } }
  }

  /// Reads where the turn's words begin and end, and what its neighbours are.
  func readPlace(_ turn: Turn, _ facts: inout TurnFacts) {
    let paragraphs = reader.chapter.paragraphs
    let first = paragraphs[turn.firstParagraph]
    let last = paragraphs[turn.lastParagraph]
    facts.firstWord = turn.parts.first.map { first.quotations[$0.quotation].lowerBound } ?? 0
    facts.lastWord = turn.parts.last.map { last.quotations[$0.quotation].upperBound } ?? 0
    facts.followsNarration = isNarration(turn.firstParagraph - 1, of: turn.scene)
    facts.leadsToNarration = isNarration(turn.lastParagraph + 1, of: turn.scene)
  }

  /// Whether a paragraph of a scene is narration alone.
  func isNarration(_ index: Int, of scene: Int) -> Bool {
    let paragraphs = reader.chapter.paragraphs
    return paragraphs.indices.contains(index) && paragraphs[index].paragraph.scene == scene
      && paragraphs[index].quotations.isEmpty && !paragraphs[index].tokens.isEmpty
  }

  /// The most names around a turn that are looked at: a paragraph may have many turns and names.
  private static let mostNames = 64

  /// Reads whom the narration of the turn's own paragraphs names, and the paragraph after them.
  mutating func readNamesAround(_ turn: Turn, _ facts: TurnFacts) {
    let paragraphs = reader.chapter.paragraphs
    let own = paragraphs[turn.lastParagraph].tokens.upperBound
    let next = facts.leadsToNarration ? paragraphs[turn.lastParagraph + 1].tokens.upperBound : own
    var nearest = -1
    var isFirstAfter = true
    var isFirstNext = true
    var index = nextName
    while index < people.count, people[index].token < next, index - nextName < Self.mostNames {
      let name = people[index]
      let token = name.token
      index += 1
      guard !name.isQuoted else { continue }
      if token < facts.firstWord {
        nearest = name.member
        with(name.member) { $0.signs.insert(.ownBefore) }
      } else if token < facts.lastWord {
        with(name.member) { $0.signs.insert(.ownBetween) }
      } else if token < own {
        let isFirst = isFirstAfter
        with(name.member) { $0.signs.insert(isFirst ? [.ownAfter, .ownNext] : .ownAfter) }
        isFirstAfter = false
      } else {
        let isFirst = isFirstNext
        with(name.member) { $0.signs.insert(isFirst ? [.nextAny, .nextFirst] : .nextAny) }
        isFirstNext = false
      }
    }
    if nearest >= 0 { with(nearest) { $0.signs.insert(.ownNearest) } }
  }

  /// Changes the standing of a member, if it is a candidate.
  mutating func with(_ member: Int, _ change: (inout Standing) -> Void) {
    let place = Int(places[member])
    if place >= 0 { change(&standings[place]) }
  }

  /// Goes through the members named last.
  mutating func readNamed(_ turn: Turn, _ facts: inout TurnFacts) {
    let beat = turn.tag == nil ? turn.following ?? turn.leading : nil
    facts.tagGender = turn.tag.flatMap { gender(of: $0.subject.kind) }
    facts.beatGender = beat.flatMap { gender(of: $0.subject.kind) }
    var fitting = 0
    var beatFitting = 0
    for (order, member) in narrated.members.enumerated() {
      let place = Int(places[member])
      if place >= 0 { standings[place].recent = order }
      if turn.tag != nil, fits(member, facts.tagGender) != false {
        if fitting == 0 { facts.firstFitting = member }
        if place >= 0 { standings[place].fitting = fitting }
        if presences[member].scene == sceneNumber { facts.fittingInScene += 1 }
        fitting += 1
      } else if beat != nil, fits(member, facts.beatGender) != false {
        if place >= 0 { standings[place].beatFitting = beatFitting }
        beatFitting += 1
      }
      if order == min(5, narrated.members.count) - 1 { facts.isSoleFitting = fitting == 1 }
    }
  }

  /// Goes through the last subjects of sentences.
  mutating func readSubjects(_ context: TurnContext, _ facts: inout TurnFacts) {
    let hasTag = context.turn.tag != nil
    let hasBeat = !hasTag && (context.turn.following != nil || context.turn.leading != nil)
    var fitting = 0
    for (order, member) in subjects.members.enumerated() {
      if hasTag, fits(member, facts.tagGender) != false {
        if fitting == 0 { facts.subjectFitting = member }
        let place = fitting
        with(member) { $0.subjectFitting = place }
        fitting += 1
      } else if hasBeat, facts.beatSubjectFitting < 0, fits(member, facts.beatGender) != false {
        facts.beatSubjectFitting = member
      }
      with(member) { $0.subject = order }
    }
  }

  /// Whom the paragraph of narration before names: its names are the last that were taken in.
  mutating func readParagraphBefore(_ turn: Turn, _ facts: inout TurnFacts) {
    guard turn.firstParagraph > 0 else { return }
    if let known = paragraphBefore, known.next == turn.firstParagraph {
      facts.beforeFirst = known.first
      facts.beforeLast = known.last
      facts.beforeOnly = known.only
      return
    }
    defer {
      paragraphBefore = (
        turn.firstParagraph, facts.beforeFirst, facts.beforeLast, facts.beforeOnly
      )
    }
    let before = reader.chapter.paragraphs[turn.firstParagraph - 1]
    guard before.paragraph.scene == turn.scene, before.quotations.isEmpty else { return }
    var isOnly = true
    var index = nextName - 1
    while index >= 0, people[index].token >= before.tokens.lowerBound {
      let name = people[index]
      index -= 1
      guard name.token < before.tokens.upperBound, !name.isQuoted, traits[name.member].isPerson
      else { continue }
      if facts.beforeLast < 0 { facts.beforeLast = name.member }
      if name.member != facts.beforeLast { isOnly = false }
      facts.beforeFirst = name.member
    }
    if isOnly { facts.beforeOnly = facts.beforeFirst }
  }

  func readSubjectBefore(_ turn: Turn, _ facts: inout TurnFacts) {
    switch turn.before?.kind {
    case .member(let member): facts.beforeSubject = member
    case .described(let member): facts.beforeSubject = member
    case .he: facts.beforeGender = .male
    case .she: facts.beforeGender = .female
    case .narrator:
      facts.beforeSubject =
        narrators.indices.contains(turn.scene)
        ? narrators[turn.scene] ?? -1 : -1
    default: break
    }
  }

  /// Whom the turn before speaks to and names.
  mutating func readTurnBefore(
    _ before: Turn,
    _ context: TurnContext,
    _ facts: inout TurnFacts
  ) {
    for member in before.vocatives { with(member) { $0.signs.insert(.vocativeBefore) } }
    for member in before.named { with(member) { $0.signs.insert(.namedBefore) } }
    guard context.isAnswer else { return }
    facts.addressedBefore = before.addressed ?? -1
    facts.objectBefore = before.object
    facts.called = before.callsMen == before.callsWomen ? nil : before.callsMen ? .male : .female
    facts.calledTitles = before.titles
    var speaker = -1
    if case .member(let member)? = before.tag?.subject.kind { speaker = member }
    facts.speakerBefore = speaker
    for member in before.narrated where member != speaker {
      with(member) { $0.signs.insert(.narratedBefore) }
    }
  }

  func gender(of kind: Subject.Kind) -> Gender? {
    switch kind {
    case .he: .male
    case .she: .female
    case .described(let member): traits[member].gender
    default: nil
    }
  }

  /// Whether a member's gender is the wanted one; nil where it is not known.
  func fits(_ member: Int, _ gender: Gender?) -> Bool? {
    guard let gender, let own = traits[member].gender else { return nil }
    return own == gender
  }
}
