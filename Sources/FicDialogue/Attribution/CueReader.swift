import FicModel
import FicParsing

/// Names the candidates of every turn of a work, a chapter after the other, and weighs what speaks
/// for each.
struct CueReader {
  let traits: [Traits]
  /// The titles that each member bears.
  let titles: [[Int32]]
  let weights: CueWeights
  let habits: NounHabits
  let neighbours: TagNeighbours
  let style: SpeechStyle?
  /// Who bears each title.
  let bearers: [Int32: [Int]]
  let keepsTrace: Bool
  /// The chapter that is read.
  var reader: PhraseReader
  /// Who is "I" in each of its scenes.
  var narrators: [Int?] = []
  /// What the first reading made of its turns; empty in the first.
  var earlier: [JointPass.Decision] = []
  /// The scene of every turn of the chapter.
  var scenes: [Int] = []
  /// Whom the tag and the beats of every turn name, one turn after the other, and where each ends.
  private var claimed: [Int] = []
  private var claimEnds: [Int] = []

  var narrated = Salience()
  var quoted = Salience()
  var subjects = Salience()
  var recentTags: [Int] = []
  /// Where the narration has named each member.
  var presences: [Presence]
  /// The number of the scene, counted through all chapters.
  var sceneNumber = 0
  private var scene = -1
  /// The place of each member among the candidates of the turn that is read, or -1.
  var places: [Int32]
  /// Where the lists of that turn have its candidates.
  var standings: [Standing] = []

  /// Whom the paragraph before `next` names, for the turns of one paragraph.
  var paragraphBefore: (next: Int, first: Int, last: Int, only: Int)?

  private(set) var nextName = 0
  private var subjectMentions: [SubjectMention] = []
  private var nextSubject = 0
  private var nextParagraph = 0
  /// The number of the chapter's first paragraph, with a gap after each chapter.
  private(set) var firstParagraph = 0

  /// Creates a reader of a work whose first chapter `reader` has.
  ///
  /// `bearers` holds who bears each title.
  init(
    reader: PhraseReader,
    traits: [Traits],
    titles: [[Int32]],
    weights: CueWeights,
    habits: NounHabits,
    neighbours: TagNeighbours,
    style: SpeechStyle?,
    bearers: [Int32: [Int]],
    keepsTrace: Bool
  ) {
    self.reader = reader
    self.traits = traits
    self.titles = titles
    self.weights = weights
    self.habits = habits
    self.neighbours = neighbours
    self.style = style
    self.bearers = bearers
    self.keepsTrace = keepsTrace
    presences = [Presence](repeating: Presence(), count: traits.count)
    places = [Int32](repeating: -1, count: traits.count)
  }

  /// The candidates of every turn of the next chapter, in order.
  ///
  /// `narrators` holds who is "I" in each scene, `earlier` what a first reading made of the turns.
  ///
  /// Complexity: linear in the chapter's tokens.
  mutating func read(
    _ reading: SpeakerReader.Reading,
    of reader: PhraseReader,
    narrators: [Int?]
  ) -> [Field] {
    begin(reader, narrators)
    subjectMentions = reading.subjects
    earlier = reading.decisions
    let turns = reading.turns
    var fields: [Field] = []
    fields.reserveCapacity(turns.count)
    scenes = turns.map(\.scene)
    takeClaims(of: turns)
    for index in turns.indices {
      passNarration(upTo: turns[index].firstParagraph)
      if turns[index].scene != scene { enter(turns[index].scene, at: index) }
      fields.append(field(of: index, in: turns))
      remember(turns[index], at: index)
    }
    return fields
  }

  /// Forgets the chapter before.
  private mutating func begin(_ reader: PhraseReader, _ narrators: [Int?]) {
    // The gap makes every name of the chapter before one of long ago.
    firstParagraph += self.reader.chapter.paragraphs.count + 64
    sceneNumber += 1
    self.reader = reader
    self.narrators = narrators
    narrated = Salience()
    quoted = Salience()
    subjects = Salience()
    recentTags = []
    scene = -1
    paragraphBefore = nil
    nextName = 0
    nextSubject = 0
    nextParagraph = 0
  }

  private mutating func enter(_ scene: Int, at index: Int) {
    self.scene = scene
    sceneNumber += 1
    for member in narrated.members.prefix(2) { presences[member].scene = sceneNumber }
    recentTags = []
    countSpeakers(ofSceneFrom: index)
  }

  /// Adds up what the first reading gives each member in the scene that begins with a turn.
  private mutating func countSpeakers(ofSceneFrom first: Int) {
    guard earlier.count == scenes.count else { return }
    var index = first
    while index < scenes.count, scenes[index] == scenes[first] {
      for share in earlier[index].shares {
        presences[share.member].speak(share.probability, in: sceneNumber)
      }
      index += 1
    }
  }

  private mutating func remember(_ turn: Turn, at index: Int) {
    if let tag = turn.tag, case .member(let member) = tag.subject.kind {
      recentTags.append(member)
      if recentTags.count > 12 { recentTags.removeFirst() }
      subjects.refresh(member)
    } else if earlier.count == scenes.count, let member = earlier[index].member,
      earlier[index].probability > 0.6
    {
      subjects.refresh(member)
    }
    for member in claimants(of: index)
    where traits[member].isDescription && traits[member].isPerson {
      narrated.refresh(member)
      presences[member].scene = sceneNumber
    }
  }

  // MARK: - Whom the turns name

  private mutating func takeClaims(of turns: [Turn]) {
    claimed.removeAll(keepingCapacity: true)
    claimEnds.removeAll(keepingCapacity: true)
    for index in turns.indices {
      claim(turns[index].tag)
      claim(turns[index].following)
      claim(turns[index].leading)
      claimEnds.append(claimed.count)
    }
  }

  private mutating func claim(_ finding: Finding?) {
    switch finding?.subject.kind {
    case .member(let member), .described(let member): claimed.append(member)
    default: break
    }
  }

  /// The members whom a turn's tag and beats name.
  func claimants(of index: Int) -> ArraySlice<Int> {
    claimed[(index == 0 ? 0 : claimEnds[index - 1])..<claimEnds[index]]
  }

  // MARK: - What was named before

  /// Takes in the names of the paragraphs before `paragraph`.
  private mutating func passNarration(upTo paragraph: Int) {
    while nextParagraph < paragraph {
      let tokens = reader.chapter.paragraphs[nextParagraph].tokens
      let isNarration = reader.chapter.paragraphs[nextParagraph].quotations.isEmpty
      let count = reader.chapter.names.count
      while nextName < count,
        reader.chapter.names[nextName].tokens.lowerBound < tokens.upperBound
      {
        let member = reader.chapter.names[nextName].member
        let isQuoted = reader.chapter.names[nextName].isQuoted
        nextName += 1
        guard member >= 0, traits[member].isPerson else { continue }
        if isQuoted { quoted.refresh(member) } else { name(member) }
      }
      passSubjects(upTo: tokens.upperBound)
      if isNarration { refreshPronoun(in: tokens) }
      refreshNarrator(in: tokens, scene: reader.chapter.paragraphs[nextParagraph].paragraph.scene)
      nextParagraph += 1
    }
  }

  /// Takes in that the narration names a member.
  private mutating func name(_ member: Int) {
    narrated.refresh(member)
    presences[member].scene = sceneNumber
    presences[member].paragraph = firstParagraph + nextParagraph
    presences[member].mention(in: sceneNumber)
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
          presences[member].scene = sceneNumber
          presences[member].paragraph = firstParagraph + nextParagraph
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
    if named { name(narrator) }
  }

  // MARK: - One turn

  private mutating func field(of index: Int, in turns: [Turn]) -> Field {
    let scene = scenes[index]
    let context = TurnContext(
      turns,
      index,
      narrator: narrators.indices.contains(scene) ? narrators[scene] : nil
    )
    var field = Field()
    field.members = candidates(context, in: turns)
    standings.removeAll(keepingCapacity: true)
    for _ in field.members { standings.append(Standing()) }
    let facts = facts(context, in: turns)
    field.scores.reserveCapacity(field.members.count)
    var tally = Tally(weights: weights, keepsTrace: keepsTrace)
    for (place, member) in field.members.enumerated() {
      tally.clear()
      let candidate = Candidate(
        member: member,
        traits: traits[member],
        presence: presences[member],
        standing: standings[place]
      )
      score(candidate, context, facts, &tally)
      field.scores.append(tally.score)
      for entry in tally.trace {
        field.trace.append(Field.Entry(candidate: place, cue: entry.cue, value: entry.value))
      }
      places[member] = -1
    }
    setTransition(context, &field)
    return field
  }
}
