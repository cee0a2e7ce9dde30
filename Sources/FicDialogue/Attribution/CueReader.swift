import FicModel
import FicParsing

/// Names the candidates of every turn of a work, a chapter after the other, and weighs what speaks
/// for each.
struct CueReader {
  let traits: [Traits]
  let kin: KinWords
  /// The titles that each member bears.
  let titles: [[Int32]]
  let ranker: Ranker
  let neighbours: TagNeighbours
  let manner: Manner
  /// What a first pass taught; nil in the first.
  let learnt: Learnt?
  var topics: Topics
  /// Whether marks tell voices apart.
  let hasVoices: Bool
  /// Who bears each title.
  let bearers: [Int32: [Int]]
  /// The first members whom people call by a relation.
  let kinsfolk: [Int]
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
  /// Where the chapter names or describes people.
  var people: [PersonMention] = []

  var narrated = Salience()
  var quoted = Salience()
  var subjects = Salience()
  var recentTags: [Int] = []
  var anchors: Anchors
  /// The last subject of narration: the word, the member, or -1, and whether a pronoun means it.
  var lastSubject: (token: Int, member: Int, isPronoun: Bool) = (-1, -1, false)
  /// The word after the turn before, counted through all chapters; its scene's first if there is
  /// none.
  var lastTurnEnd = 0
  /// Where the narration has named each member.
  var presences: [Presence]
  /// The number of the scene, counted through all chapters.
  var sceneNumber = 0
  var scene = -1
  /// The cues of the candidate that is read.
  let row = CueRow()
  /// The cues of the transition to the turn that is read.
  var transition = [Float](repeating: 0, count: TransitionCue.allCases.count)
  /// The weights of the turns near, all candidates together.
  var windowSum: Float = 0
  /// The place of each member among the candidates of the turn that is read, or -1.
  var places: [Int32]
  /// The candidates of that turn.
  var candidatesRead: [Int] = []
  /// Where the lists of that turn have them.
  var standings: [Standing] = []

  /// Whom the paragraph before `next` names, for the turns of one paragraph.
  var paragraphBefore: (next: Int, first: Int, last: Int, only: Int)?

  var nextName = 0
  var subjectMentions: [SubjectMention] = []
  var nextSubject = 0
  var nextParagraph = 0
  /// Where the scene that was passed last begins.
  var sceneStart = (scene: -1, token: 0)
  /// The number of the chapter's first paragraph, with a gap after each chapter.
  var firstParagraph = 0
  /// The number of its first word.
  var firstToken = 0

  /// Creates a reader of a work whose first chapter `reader` has.
  ///
  /// `bearers` holds who bears each title.
  init(
    reader: PhraseReader,
    traits: [Traits],
    titles: [[Int32]],
    ranker: Ranker,
    neighbours: TagNeighbours,
    manner: Manner,
    learnt: Learnt?,
    bearers: [Int32: [Int]],
    keepsTrace: Bool
  ) {
    self.reader = reader
    self.traits = traits
    kin = KinWords(reader.vocabulary)
    self.titles = titles
    self.ranker = ranker
    self.neighbours = neighbours
    self.manner = manner
    self.learnt = learnt
    topics = learnt?.topics ?? Topics(words: 0)
    hasVoices = learnt.map { !$0.voices.areAlike } ?? false
    self.bearers = bearers
    let kin = self.kin
    kinsfolk = Array(
      titles.indices.lazy.filter { titles[$0].contains(where: kin.contains) }.prefix(Self.mostKin)
    )
    self.keepsTrace = keepsTrace
    anchors = Anchors(members: traits.count)
    presences = [Presence](repeating: Presence(), count: traits.count)
    places = [Int32](repeating: -1, count: traits.count)
  }

  private static let mostKin = 8

  /// Whether a first pass has read the chapter.
  var hasEarlier: Bool { !earlier.isEmpty }

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
    people = reading.people
    earlier = reading.decisions
    let turns = reading.turns
    anchors.begin(turns, narrators: narrators)
    var fields: [Field] = []
    fields.reserveCapacity(turns.count)
    scenes = turns.map(\.scene)
    if learnt != nil { topics.begin(turns, in: reader.chapter) }
    takeClaims(of: turns)
    for index in turns.indices {
      passNarration(upTo: turns[index].firstParagraph)
      if turns[index].scene != scene { enter(turns[index].scene, at: index, in: turns) }
      if let member = settled(index) {
        fields.append(settledField(member, of: index, in: turns))
      } else {
        fields.append(field(of: index, in: turns))
      }
      remember(index, of: turns)
    }
    return fields
  }

  /// Forgets the chapter before.
  private mutating func begin(_ reader: PhraseReader, _ narrators: [Int?]) {
    // The gap makes every name of the chapter before one of long ago.
    firstParagraph += self.reader.chapter.paragraphs.count + 64
    firstToken += self.reader.chapter.tokens.count + 4096
    sceneStart = (-1, 0)
    lastSubject = (-1, -1, false)
    lastTurnEnd = firstToken
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

  private mutating func enter(_ scene: Int, at index: Int, in turns: [Turn]) {
    self.scene = scene
    anchors.enter(turns, from: index)
    sceneNumber += 1
    for member in narrated.members.prefix(2) { presences[member].scene = sceneNumber }
    recentTags = []
    countSpeakers(ofSceneFrom: index)
    let start = sceneStart.scene == scene ? sceneStart.token : nil
    lastTurnEnd =
      firstToken
      + (start ?? reader.chapter.paragraphs[turns[index].firstParagraph].tokens.lowerBound)
  }

  /// Adds up what the first reading gives each member in the scene that begins with a turn.
  private mutating func countSpeakers(ofSceneFrom first: Int) {
    guard hasEarlier else { return }
    var index = first
    while index < scenes.count, scenes[index] == scenes[first] {
      for share in earlier[index].shares {
        presences[share.member].speak(share.probability, in: sceneNumber)
      }
      index += 1
    }
  }

  /// Takes in a turn that was read: in place, since a copy would retain each of its lists.
  private mutating func remember(_ index: Int, of turns: [Turn]) {
    if case .member(let member)? = turns[index].tag?.subject.kind {
      recentTags.append(member)
      if recentTags.count > 12 { recentTags.removeFirst() }
      subjects.refresh(member)
    } else if hasEarlier, let member = earlier[index].member, earlier[index].probability > 0.6 {
      subjects.refresh(member)
    }
    anchors.pass(index)
    if let part = turns[index].parts.last {
      let paragraph = reader.chapter.paragraphs[part.paragraph]
      lastTurnEnd = firstToken + paragraph.quotations[part.quotation].upperBound
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

  // MARK: - One turn

  /// Above this share of the first pass, the second has nothing to weigh.
  private static let surely = 0.92

  /// Who the first pass is sure speaks a turn.
  private func settled(_ index: Int) -> Int? {
    guard hasEarlier, earlier[index].probability >= Self.surely else { return nil }
    return earlier[index].member
  }

  private func context(of index: Int, in turns: [Turn]) -> TurnContext {
    let scene = scenes[index]
    return TurnContext(
      turns,
      index,
      narrator: narrators.indices.contains(scene) ? narrators[scene] : nil
    )
  }

  private mutating func settledField(_ member: Int, of index: Int, in turns: [Turn]) -> Field {
    var field = Field(members: [member], scores: [0], isSettled: true)
    setTransition(context(of: index, in: turns), in: turns, &field)
    return field
  }

  private mutating func field(of index: Int, in turns: [Turn]) -> Field {
    let context = context(of: index, in: turns)
    var field = Field()
    field.members = candidates(context, in: turns)
    candidatesRead = field.members
    standings.removeAll(keepingCapacity: true)
    for _ in field.members { standings.append(Standing()) }
    let facts = facts(context, in: turns)
    field.scores.reserveCapacity(field.members.count)
    row.clear()
    readTurn(context, facts, in: turns)
    let sum = ranker.begin(row)
    for (place, member) in field.members.enumerated() {
      row.clear(after: sum.places)
      let candidate = Candidate(
        member: member,
        traits: traits[member],
        presence: presences[member],
        standing: standings[place]
      )
      read(candidate, context, facts)
      field.scores.append(ranker.score(row, after: sum))
      if keepsTrace { field.rows.append(row.list()) }
      places[member] = -1
    }
    setTransition(context, in: turns, &field)
    return field
  }

  /// Reads every cue of a candidate.
  private mutating func read(_ candidate: Candidate, _ context: TurnContext, _ facts: TurnFacts) {
    readTag(candidate, context, facts)
    readAddress(candidate, context, facts)
    readPrior(candidate, context)
    readShares(candidate, facts)
    // Where a tag names somebody, what else stands there tells of others.
    guard context.mode != .named else { return }
    readBeats(candidate, context, facts)
    readMentions(candidate, context, facts)
    readAnchors(candidate, context)
    readStyle(candidate, facts)
  }

  private mutating func setTransition(
    _ context: TurnContext,
    in turns: [Turn],
    _ field: inout Field
  ) {
    guard readTransition(context, in: turns) else { return }
    let worth = ranker.transition(transition)
    field.same = worth.same
    field.back = worth.back
    if keepsTrace { field.transition = transition }
  }
}
