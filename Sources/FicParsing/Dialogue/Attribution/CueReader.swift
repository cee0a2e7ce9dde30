import FicModel

/// Names the candidates of every turn of a chapter and weighs what speaks for each.
struct CueReader {
  let reader: PhraseReader
  let traits: [Traits]
  let weights: CueWeights
  let habits: NounHabits
  let neighbours: TagNeighbours
  let style: SpeechStyle?
  let narrators: [Int?]
  let earlier: [JointPass.Decision]
  let keepsTrace: Bool
  var narrated = Salience()
  var quoted = Salience()
  var subjects = Salience()
  var recentTags: [Int] = []
  /// The number of the scene that last named each member.
  var sceneOfMember: [Int]
  var sceneNumber = 0
  /// The paragraph whose narration named each member last.
  var lastParagraph: [Int]
  /// How often the scene has named each member; who is not there, it has not.
  var sceneMentions: [Int: Int] = [:]
  /// What the first reading gives each member of the turns of the scene.
  var sceneSpeaks: [Int: Double] = [:]
  private var scene = -1
  /// The scene of every turn of the chapter.
  var scenes: [Int] = []
  /// Who bears each title.
  let bearers: [Int32: [Int]]
  /// Whom the tag and the beats of every turn name.
  var claimants: [[Int]] = []
  private var nextName = 0
  private var subjectMentions: [SubjectMention] = []
  private var nextSubject = 0
  private var nextParagraph = 0

  /// Creates a reader of a chapter.
  ///
  /// `narrators` holds who is "I" in each scene, `bearers` who bears each title.
  init(
    reader: PhraseReader,
    traits: [Traits],
    weights: CueWeights,
    habits: NounHabits,
    neighbours: TagNeighbours,
    style: SpeechStyle?,
    narrators: [Int?],
    bearers: [Int32: [Int]],
    earlier: [JointPass.Decision],
    keepsTrace: Bool
  ) {
    self.reader = reader
    self.traits = traits
    self.weights = weights
    self.habits = habits
    self.neighbours = neighbours
    self.style = style
    self.narrators = narrators
    self.bearers = bearers
    self.earlier = earlier
    self.keepsTrace = keepsTrace
    sceneOfMember = [Int](repeating: -1, count: traits.count)
    lastParagraph = [Int](repeating: Int.min / 2, count: traits.count)
  }

  /// The candidates of every turn, in order.
  ///
  /// Complexity: linear in the chapter's tokens.
  mutating func read(_ turns: [Turn], subjects: [SubjectMention]) -> [Field] {
    subjectMentions = subjects
    var fields: [Field] = []
    fields.reserveCapacity(turns.count)
    scenes = turns.map(\.scene)
    claimants = turns.map(Self.claimants)
    for index in turns.indices {
      let turn = turns[index]
      passNarration(upTo: turn.firstParagraph)
      if turn.scene != scene {
        scene = turn.scene
        sceneNumber += 1
        sceneMentions.removeAll(keepingCapacity: true)
        for member in narrated.members.prefix(2) { sceneOfMember[member] = sceneNumber }
        recentTags = []
        countSpeakers(ofSceneFrom: index)
      }
      fields.append(field(of: index, in: turns))
      if let tag = turn.tag, case .member(let member) = tag.subject.kind {
        recentTags.append(member)
        if recentTags.count > 12 { recentTags.removeFirst() }
        self.subjects.refresh(member)
      } else if earlier.count == scenes.count, let member = earlier[index].member,
        earlier[index].probability > 0.6
      {
        self.subjects.refresh(member)
      }
      for member in claimants[index] where traits[member].isDescription && traits[member].isPerson {
        narrated.refresh(member)
        sceneOfMember[member] = sceneNumber
      }
    }
    return fields
  }

  /// Adds up what the first reading gives each member in the scene that begins with a turn.
  private mutating func countSpeakers(ofSceneFrom first: Int) {
    sceneSpeaks = [:]
    guard earlier.count == scenes.count else { return }
    var index = first
    while index < scenes.count, scenes[index] == scenes[first] {
      for share in earlier[index].shares {
        sceneSpeaks[share.member, default: 0] += share.probability
      }
      index += 1
    }
  }

  // MARK: - What was named before

  /// Takes in the names of the paragraphs before `paragraph`.
  private mutating func passNarration(upTo paragraph: Int) {
    while nextParagraph < paragraph {
      let tokens = reader.chapter.paragraphs[nextParagraph].tokens
      let isNarration = reader.chapter.paragraphs[nextParagraph].quotations.isEmpty
      let names = reader.chapter.names
      while nextName < names.count, names[nextName].tokens.lowerBound < tokens.upperBound {
        let name = names[nextName]
        nextName += 1
        guard name.member >= 0, traits[name.member].isPerson else { continue }
        if name.isQuoted {
          quoted.refresh(name.member)
        } else {
          narrated.refresh(name.member)
          sceneOfMember[name.member] = sceneNumber
          lastParagraph[name.member] = nextParagraph
          sceneMentions[name.member, default: 0] += 1
        }
      }
      passSubjects(upTo: tokens.upperBound)
      if isNarration { refreshPronoun(in: tokens) }
      refreshNarrator(in: tokens, scene: reader.chapter.paragraphs[nextParagraph].paragraph.scene)
      nextParagraph += 1
    }
  }

  /// Takes in the subjects of sentences before a token; a pronoun keeps the last one of its gender.
  private mutating func passSubjects(upTo token: Int) {
    while nextSubject < subjectMentions.count, subjectMentions[nextSubject].token < token {
      let kind = subjectMentions[nextSubject].kind
      nextSubject += 1
      switch kind {
      case .member(let member): if traits[member].isPerson { subjects.refresh(member) }
      case .described(let member):
        if traits[member].isPerson {
          subjects.refresh(member)
          narrated.refresh(member)
          sceneOfMember[member] = sceneNumber
          lastParagraph[member] = nextParagraph
        }
      case .he, .she:
        let gender = gender(of: kind)
        if let member = subjects.members.first(where: { fits($0, gender) == true }) {
          subjects.refresh(member)
        }
      case .narrator, .they, .it, .we, .you: break
      }
    }
  }

  /// A sentence that begins with "he" keeps the last man in mind.
  private mutating func refreshPronoun(in tokens: Range<Int>) {
    for index in tokens where !reader.chapter.tokens[index].shape.isDisjoint(with: .sentence) {
      let wordClass = reader.wordClass(index)
      let gender: Gender
      if wordClass.contains(.he) {
        gender = .male
      } else if wordClass.contains(.she) {
        gender = .female
      } else {
        continue
      }
      if narrated.members.prefix(2).contains(where: { traits[$0].gender == gender }),
        let member = narrated.members.first(where: { traits[$0].gender == gender })
      {
        narrated.refresh(member)
      }
    }
  }

  /// "I" in the narration names the narrator.
  private mutating func refreshNarrator(in tokens: Range<Int>, scene: Int) {
    guard narrators.indices.contains(scene), let narrator = narrators[scene] else { return }
    let named = tokens.contains { index in
      !reader.chapter.tokens[index].shape.contains(.quoted)
        && reader.wordClass(index).contains(.first)
    }
    if named {
      narrated.refresh(narrator)
      sceneOfMember[narrator] = sceneNumber
      lastParagraph[narrator] = nextParagraph
      sceneMentions[narrator, default: 0] += 1
    }
  }

  // MARK: - One turn

  private func field(of index: Int, in turns: [Turn]) -> Field {
    let scene = turns[index].scene
    let context = TurnContext(
      turns,
      index,
      narrator: narrators.indices.contains(scene) ? narrators[scene] : nil
    )
    var field = Field()
    field.members = candidates(context, in: turns)
    field.scores = [Double](repeating: 0, count: field.members.count)
    let facts = facts(context)
    for (place, member) in field.members.enumerated() {
      score(member, at: place, context, facts, &field)
    }
    setTransition(context, &field)
    return field
  }
}
