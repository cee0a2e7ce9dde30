/// Finds out whom each turn of a chapter is spoken to, once the speakers are known.
///
/// Candidates are people, and several people at once where words mean several. A network says what
/// each is worth; a chain over the turns of a scene decides them together.
struct AddresseeRanker {
  /// Turns farther away bring no candidates.
  static let window = 8
  static let mostCandidates = 14
  /// Candidates this far below the best have no share.
  private static let spread: Float = 4
  /// Instead of a speaker where no turn of the scene is.
  static let nobodyNear = -2

  let turns: [Turn]
  let decisions: [JointPass.Decision]
  let traits: [Traits]
  /// The titles that each member bears.
  let titles: [[Int32]]
  private let narrators: [Int?]
  private let ranker: Ranker
  /// What the user says of some turns.
  private let told: [Int: ToldSpeakers.Turn]
  let rules: [Int?]
  /// The speaker of each turn, or -1, and its scene, or -1 where it is thought.
  let speakers: [Int]
  let scenes: [Int]
  /// How many people speak the turns near each.
  private(set) var voices: [Int] = []
  /// How often the turns of two people stand side by side.
  private(set) var pairs = PairSums()
  /// Who speaks in the scene that is read, and how many turns.
  private(set) var sceneSpeakers: [(member: Int, turns: Int)] = []
  /// The speakers of the turns around the one that is read; that one's in the middle.
  private(set) var around = [Int](repeating: nobodyNear, count: 2 * window + 1)
  /// Whom the narration names between the turn before and the one that is read, the nearest first,
  /// and between that and the turn after.
  private(set) var namedBefore: [Int] = []
  private(set) var namedAfter: [Int] = []
  let chapter: TokenizedChapter
  let people: [PersonMention]
  /// The several people who are candidates; their numbers follow those of the members.
  private(set) var groups: [[Int]] = []
  private var numbers: [[Int]: Int] = [:]

  /// Creates a ranker of a chapter whose speakers are decided.
  ///
  /// `titles` holds what each member bears, `narrators` who is "I" in each scene.
  init(
    _ reading: SpeakerReader.Reading,
    of chapter: TokenizedChapter,
    traits: [Traits],
    titles: [[Int32]],
    narrators: [Int?],
    ranker: Ranker = .addressee
  ) {
    self.chapter = chapter
    people = reading.people
    turns = reading.turns
    decisions = reading.decisions
    told = reading.told
    self.traits = traits
    self.titles = titles
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

  /// More people in a scene than these are a crowd.
  private static let mostInScene = 12

  /// Counts who speaks in the scene that begins with a turn.
  private mutating func enter(sceneFrom first: Int) {
    sceneSpeakers.removeAll(keepingCapacity: true)
    var index = first
    while index < turns.count, turns[index].scene == turns[first].scene {
      defer { index += 1 }
      let speaker = speakers[index]
      guard scenes[index] >= 0, speaker >= 0 else { continue }
      if let place = sceneSpeakers.firstIndex(where: { $0.member == speaker }) {
        sceneSpeakers[place].turns += 1
      } else if sceneSpeakers.count < Self.mostInScene {
        sceneSpeakers.append((speaker, 1))
      }
    }
  }

  /// The likeliest addressees of each turn; none where it is open.
  mutating func addressees() -> [[Int]] {
    let fields = fields(keepsTrace: false)
    var pass = JointPass(members: traits.count + groups.count, spread: Self.spread)
    return pass.decide(fields).map { $0.member.map(people) ?? [] }
  }

  /// The members behind the number of a candidate.
  func people(_ candidate: Int) -> [Int] {
    candidate < traits.count ? [candidate] : groups[candidate - traits.count]
  }

  /// What is weighed for each turn.
  mutating func fields(keepsTrace: Bool) -> [Field] {
    var result: [Field] = []
    result.reserveCapacity(turns.count)
    let row = CueRow()
    for index in turns.indices {
      if index == 0 || turns[index].scene != turns[index - 1].scene { enter(sceneFrom: index) }
      var field = Field()
      if scenes[index] >= 0 {
        for place in around.indices {
          let other = index + place - Self.window
          around[place] = isNear(other, index) ? speakers[other] : Self.nobodyNear
        }
        namedBefore = named(before: index)
        namedAfter = named(after: index)
        field.members = candidates(of: index)
        let several = several(around: index)
        row.clear()
        readTurn(index, among: field.members.count, row)
        let sum = ranker.begin(row)
        for member in field.members {
          row.clear(after: sum.places)
          read(member, of: index, row)
          append(row, after: sum, to: &field, keepsTrace)
        }
        for (people, cues) in several {
          row.clear(after: sum.places)
          for cue in cues { row[cue] = 1 }
          row[AddresseeCue.several] = 1
          row[AddresseeCue.size] = Float(people.count) / 4
          if turns[index].callsSeveral || turns[index].object == .they {
            row[AddresseeCue.severalMeant] = 1
          }
          field.members.append(number(of: people))
          append(row, after: sum, to: &field, keepsTrace)
        }
      }
      if let people = told[index]?.addressees, let first = people.first, !field.members.isEmpty {
        // What is certain decides with the turns around it.
        field.members = [people.count == 1 ? first : number(of: people)]
        field.scores = [0]
      }
      if let before = result.last, !before.members.isEmpty, !field.members.isEmpty,
        isNear(index - 1, index)
      {
        let link = link(to: index)
        (field.same, field.back) = ranker.transition(link)
        if keepsTrace { field.transition = link }
      }
      result.append(field)
    }
    return result
  }

  private func append(
    _ row: CueRow,
    after sum: Ranker.Sum,
    to field: inout Field,
    _ keepsTrace: Bool
  ) {
    field.scores.append(ranker.score(row, after: sum))
    if keepsTrace { field.rows.append(row.list(AddresseeCue.end)) }
  }

  /// The number of several people as a candidate.
  private mutating func number(of people: [Int]) -> Int {
    if let known = numbers[people] { return known }
    let number = traits.count + groups.count
    numbers[people] = number
    groups.append(people)
    return number
  }

  func isNear(_ other: Int, _ index: Int) -> Bool {
    scenes.indices.contains(other) && scenes[other] == scenes[index]
  }

  func narrator(of index: Int) -> Int {
    let scene = turns[index].scene
    return narrators.indices.contains(scene) ? narrators[scene] ?? -1 : -1
  }

  private func candidates(of index: Int) -> [Int] {
    let speaker = speakers[index]
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
        add(speakers[other])
      }
    }
    for member in turns[index].narrated where traits[member].isPerson { add(member) }
    for member in turns[index].named where traits[member].isPerson { add(member) }
    for other in [index - 1, index + 1] where isNear(other, index) {
      for member in turns[other].vocatives where traits[member].isPerson { add(member) }
      for member in turns[other].narrated where traits[member].isPerson { add(member) }
    }
    for member in namedBefore.prefix(2) { add(member) }
    for member in namedAfter.prefix(1) { add(member) }
    add(narrator(of: index))
    for share in decisions[index].shares { add(share.member) }
    return result
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
}
