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
  /// The last subjects of sentences whom the tag fits, the most recent first.
  var subjectsFitting: [Int] = []
  /// The members whom the paragraph of narration before names, in order.
  var before: [Int] = []
  /// The subject of that paragraph's last sentence, or -1.
  var beforeSubject = -1
  /// The gender of the pronoun that is its subject.
  var beforeGender: Gender?
  /// The member whom that pronoun most likely means, or -1.
  var beforePronounSubject = -1
  /// Those whom the turn before names in its narration, its tag's subject left out.
  var narratedBefore: [Int] = []
  /// Who speaks soon after by the first reading, and how much.
  var speaksAfter: [(member: Int, value: Double)] = []
  /// The same for the turns before the last two.
  var speaksBefore: [(member: Int, value: Double)] = []
  /// The last subject of a sentence whom the beat fits, or -1.
  var beatSubjectFitting = -1
  /// Whether one member only of the five named last fits the tag.
  var isSoleFitting = false
}

extension CueReader {
  /// Collects the facts of a turn.
  func facts(_ context: TurnContext) -> TurnFacts {
    var facts = TurnFacts()
    let turn = context.turn
    if let tag = turn.tag {
      facts.tagGender = gender(of: tag.subject.kind)
      facts.fitting = narrated.members.filter { fits($0, facts.tagGender) != false }
      facts.subjectsFitting = subjects.members.filter { fits($0, facts.tagGender) != false }
      facts.subjectFitting = facts.subjectsFitting.first ?? -1
      facts.isSoleFitting =
        narrated.members.prefix(5).filter { fits($0, facts.tagGender) != false }.count == 1
    }
    let beat = turn.following ?? turn.leading
    if turn.tag == nil, let beat {
      facts.beatGender = gender(of: beat.subject.kind)
      facts.beatFitting = narrated.members.filter { fits($0, facts.beatGender) != false }
      facts.beatSubjectFitting =
        subjects.members.first { fits($0, facts.beatGender) != false } ?? -1
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
    if let gender = facts.beforeGender {
      facts.beforePronounSubject = subjects.members.first { fits($0, gender) == true } ?? -1
    }
    if let before = context.before, let distance = context.distance, distance <= 2 {
      facts.narratedBefore = before.narrated
      if case .member(let member)? = before.tag?.subject.kind {
        facts.narratedBefore.removeAll { $0 == member }
      }
    }
    facts.speaksAfter = speakers(from: context, step: 1)
    facts.speaksBefore = speakers(from: context, step: -1)
    return facts
  }

  /// How much the first reading gives each member of the turns that follow, or of those before.
  ///
  /// A turn's share is worth less the further it is; what the transitions look at is left to them: the
  /// next turn, and the two before.
  func speakers(from context: TurnContext, step: Int) -> [(member: Int, value: Double)] {
    guard earlier.count == scenes.count else { return [] }
    var result: [(member: Int, value: Double)] = []
    var worth = 1.0
    var index = context.index + (step > 0 ? 2 : -3)
    var distance = 2
    while earlier.indices.contains(index), distance <= 10,
      scenes[index] == context.turn.scene
    {
      for share in earlier[index].shares {
        if let known = result.firstIndex(where: { $0.member == share.member }) {
          result[known].value += share.probability * worth
        } else {
          result.append((share.member, share.probability * worth))
        }
      }
      worth *= 0.8
      index += step
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
