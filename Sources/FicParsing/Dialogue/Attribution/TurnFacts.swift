import FicModel

/// What is the same for all candidates of a turn.
struct TurnFacts {
  /// The gender of the tag's pronoun or noun.
  var tagGender: Gender?
  /// The gender of the beat's pronoun or noun.
  var beatGender: Gender?
  /// The members named last whom the tag fits, the most recent first.
  var fitting: [Int] = []
  /// The same for the beat.
  var beatFitting: [Int] = []
  /// The last subject of a sentence whom the tag fits, or -1.
  var subjectFitting = -1
  /// The members whom the paragraph of narration before names, in order.
  var before: [Int] = []
  /// The subject of that paragraph's last sentence, or -1.
  var beforeSubject = -1
  /// The gender of the pronoun that is its subject.
  var beforeGender: Gender?
  /// Those whom the turn before names in its narration, its tag's subject left out.
  var narratedBefore: [Int] = []
  /// Who speaks soon after by the first reading, and how much.
  var speaksAfter: [(member: Int, value: Double)] = []
}

extension CueReader {
  /// Collects the facts of a turn.
  func facts(_ context: TurnContext) -> TurnFacts {
    var facts = TurnFacts()
    let turn = context.turn
    if let tag = turn.tag {
      facts.tagGender = gender(of: tag.subject.kind)
      facts.fitting = narrated.members.filter { fits($0, facts.tagGender) != false }
      facts.subjectFitting = subjects.members.first { fits($0, facts.tagGender) != false } ?? -1
    }
    let beat = turn.following ?? turn.leading
    if turn.tag == nil, let beat {
      facts.beatGender = gender(of: beat.subject.kind)
      facts.beatFitting = narrated.members.filter { fits($0, facts.beatGender) != false }
    }
    if turn.firstParagraph > 0 {
      let before = reader.chapter.paragraphs[turn.firstParagraph - 1]
      if before.paragraph.scene == turn.scene,
        before.quotations.isEmpty
      {
        facts.before = members(in: before.tokens)
      }
    }
    readSubjectBefore(turn, &facts)
    if let before = context.before, let distance = context.distance, distance <= 2 {
      facts.narratedBefore = before.narrated
      if case .member(let member)? = before.tag?.subject.kind {
        facts.narratedBefore.removeAll { $0 == member }
      }
    }
    facts.speaksAfter = speakers(after: context)
    return facts
  }

  /// How much the first reading gives each member of the turns that follow: a turn's share is worth
  /// less the further it is, and the next turn is left to the transitions.
  func speakers(after context: TurnContext) -> [(member: Int, value: Double)] {
    guard earlier.count == scenes.count else { return [] }
    var result: [(member: Int, value: Double)] = []
    var worth = 1.0
    var index = context.index + 1
    var distance = 1
    while earlier.indices.contains(index), distance <= 10,
      scenes[index] == context.turn.scene
    {
      if distance > 1 {
        for share in earlier[index].shares where share.probability > 0.02 {
          if let known = result.firstIndex(where: { $0.member == share.member }) {
            result[known].value += share.probability * worth
          } else {
            result.append((share.member, share.probability * worth))
          }
        }
        worth *= 0.8
      }
      index += 1
      distance += 1
    }
    return result
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

  func members(in tokens: Range<Int>) -> [Int] {
    var result: [Int] = []
    for index in tokens {
      let name = Int(reader.chapter.tokens[index].name)
      guard name >= 0 else { continue }
      let mention = reader.chapter.names[name]
      if !mention.isQuoted, mention.member >= 0, traits[mention.member].isPerson,
        mention.tokens.lowerBound == index
      {
        result.append(mention.member)
      }
    }
    return result
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
}
