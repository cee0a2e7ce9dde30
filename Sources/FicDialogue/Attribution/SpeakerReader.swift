import FicModel
import FicParsing

/// Reads who speaks in every turn of a work: turns, cues, the joint pass, and its repetition with
/// what the first one learnt.
struct SpeakerReader {
  /// What was read of a chapter.
  struct Reading: Sendable {
    var turns: [Turn] = []
    /// Where the chapter names or describes people.
    var people: [PersonMention] = []
    var subjects: [SubjectMention] = []
    var firstFields: [Field] = []
    var fields: [Field] = []
    var decisions: [JointPass.Decision] = []
    /// What the user says of some turns, by their index.
    var told: [Int: ToldSpeakers.Turn] = [:]
  }

  /// The networks of the two passes.
  struct Rankers: Sendable {
    var first: Ranker
    var second: Ranker
  }

  private(set) var chapters: [TokenizedChapter]
  let texts: [[UInt8]]
  private let vocabulary: Vocabulary
  /// How many forms of names the work has.
  private let forms: Int
  let narrators: [[Int?]]
  private let persons: [[NarratorFinder.Person]]
  private(set) var members: [Member]
  /// The people whom the work only describes.
  private(set) var descriptions: Descriptions
  /// What the joint pass knew of each member, descriptions included.
  var traits: [Traits] = []
  /// The titles that each of them bears.
  var titles: [[Int32]]
  private var neighbours = TagNeighbours()
  var told: ToldSpeakers
  /// The names of members whom only the user names; they are numbered last.
  var toldNames: [String] = []
  /// A reading a chapter.
  var readings: [Reading] = []

  /// Creates a reader.
  ///
  /// `narrators` holds, a chapter and a scene, who is "I" or "you", `persons` which of them.
  init(
    chapters: [TokenizedChapter],
    texts: [[UInt8]],
    vocabulary: Vocabulary,
    members: [Member],
    forms: NameForms,
    narrators: [[Int?]],
    persons: [[NarratorFinder.Person]],
    told: ToldSpeakers = ToldSpeakers()
  ) {
    self.told = told
    self.chapters = chapters
    self.texts = texts
    self.vocabulary = vocabulary
    self.forms = forms.count
    self.members = members
    self.narrators = narrators
    self.persons = persons
    descriptions = Descriptions(base: members.count)
    titles = members.map { member in member.forms.map { forms[$0].title }.filter { $0 >= 0 } }
    traits = members.map { member in
      Traits(
        gender: member.gender,
        votes: member.votes,
        isPerson: member.personhood >= 1,
        isNarrator: member.isNarrator,
        isPlace: member.isPlace
      )
    }
  }

  /// Reads the work.
  ///
  /// Complexity: linear in its tokens.
  mutating func read(rankers: Rankers, keepsTrace: Bool = false) {
    let readers = chapters.indices.map {
      PhraseReader(
        vocabulary: vocabulary,
        chapter: chapters[$0],
        chapterIndex: $0,
        narrator: persons[$0].contains(.second) && !persons[$0].contains(.first) ? .second : .first
      )
    }
    var finders: [TurnFinder] = []
    for index in chapters.indices {
      var finder = TurnFinder(
        reader: readers[index],
        text: texts[index],
        narrator: narrators[index].compactMap { $0 }.first
      )
      finder.read(&descriptions)
      readings.append(Reading(subjects: finder.subjects(&descriptions)))
      neighbours.count(finder.turns)
      finders.append(finder)
    }
    let mentions = PersonMentions(descriptions, vocabulary)
    for index in chapters.indices {
      readings[index].people = mentions.find(in: readers[index])
      readings[index].turns = finders[index].turns(naming: readings[index].people)
    }
    finders = []
    addDescriptions()
    addTold()
    countTags()
    countMentions()
    let manner = Manner(readings.map(\.turns))
    let habits = decide(readers, manner, rankers.first, nil, keepsTrace: keepsTrace)
    let learnt = learn(habits)
    learnGenders()
    _ = decide(readers, manner, rankers.second, learnt, keepsTrace: keepsTrace)
  }

  /// Learns what the first pass teaches.
  private func learn(_ habits: NounHabits) -> Learnt {
    var turns = TurnHabits(members: traits.count)
    var topics = Topics(words: vocabulary.count)
    var voices = Voices(members: traits.count)
    for (reading, chapter) in zip(readings, chapters) {
      turns.count(reading)
      topics.count(reading.turns, in: chapter)
      voices.count(reading)
    }
    voices.finish()
    return Learnt(
      habits: habits,
      styles: SpeechEvents.allCases.map(style),
      turns: turns,
      topics: topics,
      voices: voices
    )
  }

  /// How people talk, by what is counted.
  func style(_ events: SpeechEvents) -> SpeechStyle {
    SpeechStyle(
      readings,
      chapters: chapters,
      members: traits.count,
      vocabulary: vocabulary,
      forms: forms,
      events: events
    )
  }

  /// Gives a chapter away, so that its memory can be used again.
  mutating func takeChapter(_ index: Int) -> TokenizedChapter {
    var chapter = TokenizedChapter()
    swap(&chapter, &chapters[index])
    return chapter
  }

  /// Gives the reading of a chapter away.
  mutating func takeReading(_ index: Int) -> Reading {
    var reading = Reading()
    swap(&reading, &readings[index])
    return reading
  }

  private mutating func addDescriptions() {
    for entry in descriptions.entries {
      titles.append([])
      traits.append(
        Traits(
          gender: entry.gender,
          votes: entry.gender == .male ? [3, 0] : entry.gender == .female ? [0, 3] : [0, 0],
          isPerson: false,
          isDescription: true,
          isGroup: entry.isGroup,
          isPair: entry.key.second >= 0,
          isGeneric: entry.isGeneric,
          isQualified: entry.key.qualifier >= 0,
          isIndefinite: entry.isIndefinite,
          isVoice: entry.key.noun >= 0 && vocabulary[entry.key.noun].contains(.bodyNoun),
          noun: entry.key.noun
        )
      )
    }
  }

  /// Somebody whom a tag gives a line is a person; so is one with two beats.
  private mutating func countTags() {
    var beats = [Int](repeating: 0, count: traits.count)
    func count(_ beat: Finding?) {
      switch beat?.subject.kind {
      case .member(let member), .described(let member): beats[member] += 1
      default: break
      }
    }
    for reading in readings {
      // In place: a copy of a turn would retain each of its lists.
      for index in reading.turns.indices {
        switch reading.turns[index].tag?.subject.kind {
        case .member(let member), .described(let member): traits[member].tagCount += 1
        case .narrator:
          if let narrator = narrator(of: reading.turns[index]) { traits[narrator].tagCount += 1 }
        default: break
        }
        count(reading.turns[index].following)
        count(reading.turns[index].leading)
        if case .described(let member)? = reading.turns[index].before?.kind { beats[member] += 1 }
        if let together = reading.turns[index].together { traits[together].isPerson = true }
      }
    }
    // Somebody whom narration brings in, "a boy came up", may speak, though no tag says so yet.
    for subject in readings.lazy.flatMap(\.subjects) {
      if case .described(let member) = subject.kind, descriptions[member].isIndefinite {
        traits[member].isPerson = true
      }
    }
    for index in traits.indices {
      let needed = traits[index].isPlace ? 2 : 1
      if traits[index].tagCount >= needed || (beats[index] > 1 && !traits[index].isPlace) {
        traits[index].isPerson = true
      }
    }
  }

  /// Counts how often the work names each member, and how much of that in quotations.
  private mutating func countMentions() {
    var quoted = [Int](repeating: 0, count: traits.count)
    for mention in readings.lazy.flatMap(\.people) {
      traits[mention.member].mentions += 1
      if mention.isQuoted { quoted[mention.member] += 1 }
    }
    for index in traits.indices {
      traits[index].quotedShare = Float(quoted[index]) / Float(traits[index].mentions + 1)
    }
  }

  func narrator(of turn: Turn) -> Int? {
    let scenes = narrators[turn.chapter]
    return scenes.indices.contains(turn.scene) ? scenes[turn.scene] : nil
  }

  /// How much of a turn's decision stays the first pass's: it sees less, and errs less wildly.
  ///
  /// Tools/fit-speakers has the same number.
  private static let shareOfFirst = 0.2

  /// Decides every turn, and learns who is there when tags have a description.
  private mutating func decide(
    _ readers: [PhraseReader],
    _ manner: Manner,
    _ ranker: Ranker,
    _ learnt: Learnt?,
    keepsTrace: Bool
  ) -> NounHabits {
    var habits = NounHabits(members: traits.count)
    guard let first = readers.first else { return habits }
    var bearers: [Int32: [Int]] = [:]
    for (member, titles) in titles.enumerated() where traits[member].isPerson {
      for title in Set(titles) { bearers[title, default: []].append(member) }
    }
    var cues = CueReader(
      reader: first,
      traits: traits,
      titles: titles,
      ranker: ranker,
      neighbours: neighbours,
      manner: manner,
      learnt: learnt,
      bearers: bearers,
      keepsTrace: keepsTrace
    )
    var pass = JointPass(members: traits.count)
    for index in chapters.indices {
      var fields = cues.read(readings[index], of: readers[index], narrators: narrators[index])
      for (turn, told) in readings[index].told {
        guard let speaker = told.speaker else { continue }
        fields[turn].members = [speaker]
        fields[turn].scores = [0]
      }
      let decisions = pass.decide(fields)
      if learnt == nil {
        readings[index].decisions = decisions
        for turn in fields.indices {
          var description: Int?
          if case .described(let described)? = readings[index].turns[turn].tag?.subject.kind {
            description = described
          }
          habits.count(fields[turn].members, decisions[turn], description: description)
        }
      } else {
        for turn in fields.indices where !fields[turn].isSettled {
          readings[index].decisions[turn] = decisions[turn].blended(
            with: readings[index].decisions[turn],
            Self.shareOfFirst
          )
        }
      }
      // They are large, and only a trace asks for them again.
      if keepsTrace {
        if learnt == nil {
          readings[index].firstFields = fields
        } else {
          readings[index].fields = fields
        }
      }
    }
    habits.finish()
    return habits
  }

  /// Gives those a gender whom only the first pass tells of: "she said" is mostly hers.
  private mutating func learnGenders() {
    var male = [Double](repeating: 0, count: traits.count)
    var female = male
    for reading in readings {
      for index in reading.turns.indices {
        let said =
          reading.turns[index].tag ?? reading.turns[index].following
          ?? reading.turns[index].leading
        let shares = reading.decisions[index].shares
        switch said?.subject.kind {
        case .he: for share in shares { male[share.member] += share.probability }
        case .she: for share in shares { female[share.member] += share.probability }
        default: break
        }
      }
    }
    for index in traits.indices {
      traits[index].votes += [Float(male[index]), Float(female[index])]
    }
    for index in traits.indices where traits[index].gender == nil && !traits[index].isGroup {
      let most = max(male[index], female[index])
      guard most >= Self.leastGendered, most >= 3 * min(male[index], female[index]) else {
        continue
      }
      traits[index].gender = male[index] > female[index] ? .male : .female
    }
  }

  /// So many tags with a pronoun tell a gender that nothing else does.
  private static let leastGendered = 1.5
}
