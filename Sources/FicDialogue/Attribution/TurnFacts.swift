import FicModel
import FicParsing

/// What is the same for all candidates of a turn.
struct TurnFacts {
  /// The gender of the tag's pronoun or noun.
  var tagGender: Gender?
  /// The gender of the beat's pronoun or noun.
  var beatGender: Gender?
  /// The member named last whom the tag fits, or -1.
  var firstFitting = -1
  /// Whether one member only of the five named last fits the tag.
  var isSoleFitting = false
  /// How many of the members named last fit the tag and are named in the scene.
  var fittingInScene = 0
  /// The last subject of a sentence whom the tag fits, or -1.
  var subjectFitting = -1
  /// The last subject of a sentence whom the beat fits, or -1.
  var beatSubjectFitting = -1
  /// The first and the last member whom the paragraph of narration before names, or -1.
  var beforeFirst = -1
  var beforeLast = -1
  /// The only one whom it names, or -1.
  var beforeOnly = -1
  /// The subject of that paragraph's last sentence, or -1.
  var beforeSubject = -1
  /// The gender of the pronoun that is its subject.
  var beforeGender: Gender?
  /// The member whom that pronoun most likely means, or -1.
  var beforePronounSubject = -1
  /// Whom the tag of a turn right before names as the one spoken to, or -1.
  var addressedBefore = -1
  /// The gender of the people whom the turn calls, and the turn before.
  var calls: Gender?
  var called: Gender?
  /// The titles that the turn calls, and the turn before.
  var titles: [Int32] = []
  var calledTitles: [Int32] = []
}

extension CueReader {
  /// Collects the facts of a turn, and where its lists have the candidates.
  mutating func facts(_ context: TurnContext, in turns: [Turn]) -> TurnFacts {
    var facts = TurnFacts()
    let turn = context.turn
    readNamed(turn, &facts)
    readSubjects(context, &facts)
    readParagraphBefore(turn, &facts)
    readSubjectBefore(turn, &facts)
    if let gender = facts.beforeGender {
      facts.beforePronounSubject = subjects.members.first { fits($0, gender) == true } ?? -1
    }
    for (place, member) in turn.narrated.enumerated() {
      with(member) { $0.own = place }
    }
    for member in turn.vocatives { with(member) { $0.signs.insert(.vocativeOwn) } }
    for member in turn.named { with(member) { $0.signs.insert(.namedOwn) } }
    for member in quoted.members.prefix(4) { with(member) { $0.signs.insert(.quoted) } }
    facts.calls = turn.callsMen == turn.callsWomen ? nil : turn.callsMen ? .male : .female
    facts.titles = turn.titles
    if context.distance != nil { readTurnBefore(turns[context.index - 1], context, &facts) }
    if context.hasAfter {
      for member in turns[context.index + 1].vocatives {
        with(member) { $0.signs.insert(.vocativeAfter) }
      }
    }
    addSpeakers(of: context, step: 1)
    addSpeakers(of: context, step: -1)
    if context.mode != .named { addSounds(of: context) }
    return facts
  }

  /// Changes the standing of a member, if it is a candidate.
  private mutating func with(_ member: Int, _ change: (inout Standing) -> Void) {
    let place = Int(places[member])
    if place >= 0 { change(&standings[place]) }
  }

  /// Goes through the members named last.
  private mutating func readNamed(_ turn: Turn, _ facts: inout TurnFacts) {
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
  private mutating func readSubjects(_ context: TurnContext, _ facts: inout TurnFacts) {
    let hasTag = context.turn.tag != nil
    let hasBeat = !hasTag && (context.turn.following != nil || context.turn.leading != nil)
    var fitting = 0
    for (order, member) in subjects.members.enumerated() {
      if hasTag, fits(member, facts.tagGender) != false {
        if fitting == 0 { facts.subjectFitting = member }
        let place = fitting
        if context.isTagged { with(member) { $0.subject = place } }
        fitting += 1
      } else if hasBeat, facts.beatSubjectFitting < 0, fits(member, facts.beatGender) != false {
        facts.beatSubjectFitting = member
      }
      if !context.isTagged { with(member) { $0.subject = order } }
    }
  }

  /// Whom the paragraph of narration before names: its names are the last that were taken in.
  private mutating func readParagraphBefore(_ turn: Turn, _ facts: inout TurnFacts) {
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
    let names = reader.chapter.names
    var isOnly = true
    var index = nextName - 1
    while index >= 0, names[index].tokens.lowerBound >= before.tokens.lowerBound {
      let name = names[index]
      index -= 1
      guard name.tokens.lowerBound < before.tokens.upperBound, !name.isQuoted, name.member >= 0,
        traits[name.member].isPerson
      else { continue }
      if facts.beforeLast < 0 { facts.beforeLast = name.member }
      if name.member != facts.beforeLast { isOnly = false }
      facts.beforeFirst = name.member
    }
    if isOnly { facts.beforeOnly = facts.beforeFirst }
  }

  private func readSubjectBefore(_ turn: Turn, _ facts: inout TurnFacts) {
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
  private mutating func readTurnBefore(
    _ before: Turn,
    _ context: TurnContext,
    _ facts: inout TurnFacts
  ) {
    for member in before.vocatives { with(member) { $0.signs.insert(.vocativeBefore) } }
    for member in before.named { with(member) { $0.signs.insert(.namedBefore) } }
    guard context.isAnswer else { return }
    facts.addressedBefore = before.addressed ?? -1
    facts.called = before.callsMen == before.callsWomen ? nil : before.callsMen ? .male : .female
    facts.calledTitles = before.titles
    var speaker = -1
    if case .member(let member)? = before.tag?.subject.kind { speaker = member }
    for member in before.narrated where member != speaker {
      with(member) { $0.signs.insert(.narratedBefore) }
    }
  }

  /// How much the first reading gives each candidate of the turns that follow, or of those before.
  ///
  /// A turn's share is worth less the further it is; what the transitions look at is left to them:
  /// the next turn, and the two before.
  private mutating func addSpeakers(of context: TurnContext, step: Int) {
    guard earlier.count == scenes.count else { return }
    var worth = 1.0
    var index = context.index + (step > 0 ? 2 : -3)
    var distance = 2
    while earlier.indices.contains(index), distance <= 10,
      scenes[index] == context.turn.scene
    {
      for share in earlier[index].shares {
        let place = Int(places[share.member])
        guard place >= 0 else { continue }
        if step > 0 {
          standings[place].speaksAfter += share.probability * worth
        } else {
          standings[place].speaksBefore += share.probability * worth
        }
      }
      worth *= 0.8
      index += step
      distance += 1
    }
  }

  /// How much the turn sounds like each candidate.
  private mutating func addSounds(of context: TurnContext) {
    guard let style, earlier.count == scenes.count else { return }
    let sounds = style.likenesses(
      of: context.turn,
      in: reader.chapter,
      taughtBy: earlier[context.index]
    )
    for (member, sound) in sounds { with(member) { $0.sound = sound } }
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
