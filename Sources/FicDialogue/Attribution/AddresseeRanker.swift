import FicModel

/// Finds out whom each turn of a chapter is spoken to, once the speakers are known.
struct AddresseeRanker {
  /// Who may be meant, with what each is worth.
  struct Field {
    var members: [Int] = []
    var scores: [Float] = []
    /// The cues of each, where they were asked for.
    var rows: [[Float]] = []
  }

  /// Turns farther away bring no candidates.
  private static let window = 8
  private static let mostCandidates = 14

  private let turns: [Turn]
  private let decisions: [JointPass.Decision]
  private let traits: [Traits]
  private let narrators: [Int?]
  private let ranker: Ranker
  private let rules: [Int?]
  /// The speaker of each turn, or -1, and its scene, or -1 where it is thought.
  private let speakers: [Int]
  private let scenes: [Int]
  /// How many people speak the turns near each.
  private var voices: [Int] = []
  /// How often the turns of two people stand side by side.
  private var pairs = PairSums()

  /// Creates a ranker of a chapter whose speakers are decided; `narrators` holds who is "I" in each
  /// scene.
  init(
    _ reading: SpeakerReader.Reading,
    traits: [Traits],
    narrators: [Int?],
    ranker: Ranker = .addressee
  ) {
    turns = reading.turns
    decisions = reading.decisions
    self.traits = traits
    self.narrators = narrators
    self.ranker = ranker
    speakers = decisions.map { $0.member ?? -1 }
    scenes = turns.map { $0.isThought ? -1 : $0.scene }
    rules = AddresseeRule(
      turns: turns,
      speakers: decisions.map(\.member),
      traits: traits
    ).addressees()
    voices = turns.indices.map(countVoices)
    for index in turns.indices.dropFirst() where isNear(index - 1, index) {
      let (one, other) = (speakers[index - 1], speakers[index])
      guard one >= 0, other >= 0, one != other else { continue }
      pairs.add(1, to: min(one, other), max(one, other))
    }
  }

  /// The likeliest addressee of each turn; nil where it is open.
  func addressees() -> [Int?] {
    turns.indices.map { index in
      let field = field(of: index, keepsTrace: false)
      guard let top = field.scores.max(), let best = field.scores.firstIndex(of: top) else {
        return nil
      }
      return field.members[best]
    }
  }

  /// What is weighed for a turns[index].
  func field(of index: Int, keepsTrace: Bool) -> Field {
    var field = Field()
    guard !turns[index].isThought else { return field }
    field.members = candidates(of: index)
    let row = CueRow()
    for member in field.members {
      row.clear()
      read(member, of: index, among: field.members.count, row)
      field.scores.append(ranker.score(row, after: ranker.begin(row)))
      if keepsTrace { field.rows.append(row.list(AddresseeCue.end)) }
    }
    return field
  }

  private func isNear(_ other: Int, _ index: Int) -> Bool {
    scenes.indices.contains(other) && scenes[other] == scenes[index]
  }

  private func speaker(_ index: Int) -> Int { speakers[index] }

  private func narrator(of index: Int) -> Int {
    let scene = turns[index].scene
    return narrators.indices.contains(scene) ? narrators[scene] ?? -1 : -1
  }

  private func candidates(of index: Int) -> [Int] {
    let speaker = speaker(index)
    var result: [Int] = []
    result.reserveCapacity(Self.mostCandidates)
    func add(_ member: Int) {
      guard member >= 0, member != speaker, result.count < Self.mostCandidates,
        !result.contains(member)
      else { return }
      result.append(member)
    }
    if let rule = rules[index] { add(rule) }
    for member in turns[index].vocatives { add(member) }
    if let addressed = turns[index].addressed { add(addressed) }
    for step in 1...Self.window {
      for other in [index - step, index + step] where isNear(other, index) {
        add(self.speaker(other))
      }
    }
    for member in turns[index].narrated where traits[member].isPerson { add(member) }
    for member in turns[index].named where traits[member].isPerson { add(member) }
    for other in [index - 1, index + 1] where isNear(other, index) {
      for member in turns[other].vocatives where traits[member].isPerson { add(member) }
      for member in turns[other].narrated where traits[member].isPerson { add(member) }
    }
    add(narrator(of: index))
    for share in decisions[index].shares { add(share.member) }
    return result
  }

  private func read(_ member: Int, of index: Int, among count: Int, _ row: CueRow) {
    let traits = traits[member]
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
    if turns[index].addressed == member { row[AddresseeCue.addressed] = 1 }
    if let fits = fits(member, turns[index].object, narrator: narrator(of: index)) {
      row[fits ? AddresseeCue.objectFits : .objectClashes] = 1
    }
    if let place = turns[index].narrated.firstIndex(of: member) {
      row[AddresseeCue.narrated] = 1
      if place == 0 || place == 1 && turns[index].narrated[0] == speaker(index) {
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
    row[AddresseeCue.saysYou] = turns[index].saysYou ? 1 : 0
    row[AddresseeCue.hasTag] = turns[index].tag == nil ? 0 : 1
    row[AddresseeCue.calls] = Float(min(4, turns[index].vocatives.count)) / 2
    row[AddresseeCue.candidates] = Float(count) / Float(Self.mostCandidates)
  }

  private func readNeighbours(_ member: Int, of index: Int, _ row: CueRow) {
    let speaker = speaker(index)
    var near = 0
    for step in 1...Self.window {
      if isNear(index - step, index), self.speaker(index - step) == member {
        near += 1
        if row[AddresseeCue.spokeBefore] == 0 { row[AddresseeCue.spokeBefore] = 1 / Float(step) }
      }
      if isNear(index + step, index), self.speaker(index + step) == member {
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
      if self.speaker(index - 1) == speaker { row[AddresseeCue.goesOn] = 1 }
      if self.speaker(index - 1) == member, rules[index - 1] == speaker {
        row[AddresseeCue.spokeToSpeaker] = 1
      }
    }
    if isNear(index + 1, index) {
      row[AddresseeCue.gapAfter] =
        Float(min(6, turns[index + 1].firstParagraph - turns[index].lastParagraph)) / 3
      if self.speaker(index + 1) == speaker { row[AddresseeCue.willGoOn] = 1 }
      if self.speaker(index + 1) == member {
        if turns[index + 1].vocatives.contains(speaker) { row[AddresseeCue.callsSpeaker] = 1 }
        if rules[index + 1] == speaker { row[AddresseeCue.answersSpeaker] = 1 }
        if turns[index].asks { row[AddresseeCue.asksNext] = 1 }
      }
    }
  }

  /// Reads how the speaker and a member talk with each other.
  private func readTalk(_ member: Int, of index: Int, _ row: CueRow) {
    let speaker = speaker(index)
    row[AddresseeCue.talksInChapter] = CueScale.mass(
      pairs[min(speaker, member), max(speaker, member)]
    )
    var talks = 0
    for other in (index - 4)...(index + 3) where isNear(other, index) && isNear(other + 1, index) {
      let (one, next) = (self.speaker(other), self.speaker(other + 1))
      if one == speaker && next == member || one == member && next == speaker { talks += 1 }
    }
    row[AddresseeCue.talks] = Float(talks) / 4
    row[AddresseeCue.voices] = Float(voices[index]) / 4
    if isNear(index - 1, index), self.speaker(index - 1) == member {
      if turns[index - 1].asks { row[AddresseeCue.askedBefore] = 1 }
      if isNear(index - 2, index), self.speaker(index - 2) == speaker {
        row[AddresseeCue.alternatesBefore] = 1
      }
    }
    if isNear(index + 1, index), self.speaker(index + 1) == member, isNear(index + 2, index),
      self.speaker(index + 2) == speaker
    {
      row[AddresseeCue.alternatesAfter] = 1
    }
    for step in 1...Self.window {
      guard isNear(index - step, index) else { break }
      if self.speaker(index - step) == speaker {
        if rules[index - step] == member { row[AddresseeCue.spokenToLast] = 1 }
        break
      }
    }
    row[AddresseeCue.shareBefore] = share(of: member, index - 1, near: index)
    row[AddresseeCue.shareAfter] = share(of: member, index + 1, near: index)
  }

  /// How many people speak the turns near one.
  private func countVoices(near index: Int) -> Int {
    var count = 0
    for other in (index - 4)...(index + 4) where isNear(other, index) {
      let isKnown = ((index - 4)..<other).contains {
        isNear($0, index) && speakers[$0] == speakers[other]
      }
      if !isKnown { count += 1 }
    }
    return count
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
