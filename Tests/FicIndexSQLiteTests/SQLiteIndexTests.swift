import FicIndex
import FicIndexSQLite
import FicModel
import Testing

/// What is written is found.
@Suite struct SQLiteIndexTests {
  private static let script = Script(lines: [
    .told("The garden was dark, and Smith's lamp was out."),
    .said(by: 0, to: [1], "Don't go into the garden, Mary."),
    .said(by: 1, to: [0], "I must go, Johnny."),
    .sceneBreak,
    .told("In the dark garden the guard slept."),
    .thought(by: 1, "Garden, garden, garden."),
    .note("Thanks for reading about the garden!"),
  ])

  private func library() throws -> Library {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script])])
    return library
  }

  @Test func `a word is found in lines with its frequency`() async throws {
    let library = try library()
    #expect(
      try await library.find(.words("garden")) == ["1/0×1", "1/1×1", "1/3×1", "1/4×3"]
    )
    #expect(try await library.find(.words("don’t go")) == ["1/1×1"])
    #expect(try await library.find(.words("smith")) == ["1/0×1"])
    #expect(try await library.find(.words("nowhere")) == [])
  }

  @Test func `people are found by their names`() async throws {
    let library = try library()
    #expect(try await library.find(nil) { $0.ask(.speaker, "johnny") } == ["1/1×1"])
    #expect(try await library.find(nil) { $0.ask(.addressee, "mary") } == ["1/1×1"])
    #expect(try await library.find(nil) { $0.ask(.present, "john smith") } == ["1/0×1"])
    #expect(try await library.find(nil) { $0.ask(.present, "smith smith") } == [])
    #expect(try await library.find(.words("must")) { $0.ask(.speaker, "mary") } == ["1/2×1"])
    #expect(try await library.find(.words("must")) { $0.ask(.speaker, "smith") } == [])
    #expect(
      try await library.find(.words("garden")) { $0.ask(.speaker, "smith", isNegated: true) }
        == ["1/0×1", "1/3×1", "1/4×3"]
    )
  }

  @Test func `who is named is found, unless it is by the person's own mouth`() async throws {
    let library = try Library()
    let scripts = [
      Script(lines: [.said(by: 0, to: [], "It is I, Smith."), .told("So.")], named: [0]),
      Script(lines: [.said(by: 1, to: [], "It is Smith.")], named: [0]),
    ]
    try library.write([(Library.work("one"), scripts)])
    #expect(try await library.find(nil) { $0.ask(.named, "smith") } == ["2/0×1"])
    #expect(
      try await library.find(.words("so")) { $0.ask(.present, "smith") } == ["1/1×1"]
    )
  }

  @Test func `notes are other matter`() async throws {
    let library = try library()
    #expect(
      try await library.find(.words("garden")) { $0.zones = [.authorsNote] } == ["1/5×1"]
    )
    #expect(try await library.find(.words("thanks")) == [])
    #expect(try await library.find(nil) { $0.zones = [.authorsNote] } == ["1/5×1"])
    #expect(try await library.find(nil) { $0.zones = [.summary] } == [])
  }

  @Test func `trees are searched`() async throws {
    let library = try library()
    let garden = TermClause.words("garden")
    let lamp = TermClause.words("lamp")
    #expect(try await library.find(.and([garden, lamp])) == ["1/0×2", "1/1×1"])
    #expect(try await library.find(.or([lamp, .words("slept")])) == ["1/0×1", "1/3×1"])
    #expect(try await library.find(.without(garden, lamp)) == ["1/3×1", "1/4×3"])
    #expect(try await library.find(.without(garden, garden)) == [])
    #expect(
      try await library.find(.or([.and([garden, .words("nowhere")]), lamp])) == ["1/0×1"]
    )
    let words = ["dark", "garden"].map { [TermPhrase(Analyzer().terms(of: $0))] }
    #expect(try await library.find(.near(words, distance: 2)) == ["1/0×1", "1/3×1"])
    #expect(try await library.find(.words("the gar", isPrefix: true)) == ["1/0×1", "1/1×1"])
    #expect(
      try await library.find(garden) { $0.unwanted = .words("slept") } == ["1/0×1", "1/1×1"]
    )
  }

  @Test func `voices and confidences sift`() async throws {
    let library = try library()
    let garden = TermClause.words("garden")
    #expect(try await library.find(garden) { $0.voices = [.thought] } == ["1/4×3"])
    #expect(try await library.find(garden) { $0.voices = [.dialogue] } == ["1/1×1"])
    #expect(try await library.find(garden) { $0.voices = [.narration] } == ["1/0×1", "1/3×1"])
    for (confidence, count) in [(0.875, 2), (0.88, 0)] {
      let found = try await library.find(nil) {
        $0.ask(.speaker, "mary")
        $0.minimumConfidence = confidence
      }
      #expect(found.count == count)
    }
  }

  @Test func `a chapter comes back as it was`() async throws {
    let library = try library()
    let key = ChapterKey(work: WorkID(identity: "one"), chapter: 1)
    let missing = ChapterKey(work: WorkID(identity: "one"), chapter: 2)
    let stored = try await library.index.read { try $0.chapters([missing, key]) }
    let original = Self.script.records(work: key.work, cast: Library.cast)
    #expect(stored.map(\.key) == [key])
    #expect(stored.first?.chapter == original.chapter)
    #expect(stored.first?.path == original.path)
  }

  @Test func `a chapter has those of the cast who occur in it, each in its place`() async throws {
    let library = try Library()
    let scripts = [
      Script(lines: [.said(by: 1, to: [], "One.")]), Script(lines: [.told("Two.")], named: [2]),
      Script(lines: [.told("Three.")]),
    ]
    try library.write([(Library.work("one"), scripts)])
    let keys = (1...3).map { ChapterKey(work: WorkID(identity: "one"), chapter: $0) }
    let chapters = try await library.index.read { try $0.chapters(keys) }
    let nobody = CastMember(name: "")
    #expect(
      chapters.map(\.cast) == [[nobody, Library.cast[1]], [nobody, nobody, Library.cast[2]], []]
    )
  }

  @Test func `statistics add up`() async throws {
    let library = try library()
    let statistics = try await library.index.read { try $0.statistics() }
    #expect(statistics.counts.works == 1)
    #expect(statistics.counts.chapters == 1)
    #expect(statistics.counts.scenes == 2)
    #expect(statistics.counts.utterances == 3)
    #expect(statistics.counts.words == 9 + 6 + 4 + 7 + 3)
    #expect(statistics.lines == 6)
    #expect(statistics.generation > 0)
  }

  @Test func `the cast has its figures`() async throws {
    let library = try library()
    let cast = try await library.index.read {
      try $0.cast(of: nil, named: nil, limit: 10) { _ in true }
    }
    #expect(cast.map(\.name) == ["Mary Brown", "John Smith"])
    #expect(cast.first?.lines == 2)
    #expect(cast.first?.scenes == 2)
    #expect(cast.first?.talksWith == [CharacterCard.Partner(name: "John Smith", lines: 2)])
    #expect(cast.first?.work.title == "A Title")
    let smith = Analyzer().terms(of: "smith")
    let named = try await library.index.read {
      try $0.cast(of: WorkID(identity: "one"), named: smith, limit: 10) { _ in true }
    }
    #expect(named.map(\.name) == ["John Smith"])
    #expect(named.first?.aliases == ["Smith", "Johnny"])
  }

  @Test func `works are found by their metadata`() async throws {
    let library = try Library()
    try library.write([
      (Library.work("one", title: "The Long Lock-In"), [Self.script]),
      (Library.work("two", title: "Short"), [Self.script]),
    ])
    func titles(_ condition: WorkCondition?) async throws -> Set<String?> {
      Set(
        try await library.index.read { try $0.works(matching: condition, limit: 10) }
          .map(\.metadata.title)
      )
    }
    let lockIn = try #require(ValuePattern("lock in"))
    #expect(try await titles(.fact(.title, lockIn)) == ["The Long Lock-In"])
    #expect(try await titles(.not(.fact(.title, lockIn))) == ["Short"])
    #expect(try await titles(.fact(.author, lockIn)) == [])
    let prefix = try #require(ValuePattern("sho", isPrefix: true))
    #expect(try await titles(.fact(.title, prefix)) == ["Short"])
    #expect(try await titles(nil) == ["The Long Lock-In", "Short"])
  }

  @Test func `likely words are proposed as they are written`() async throws {
    let library = try library()
    let index = library.index
    let garden = Term(bytes: Array("gardne".utf8))
    #expect(try await index.read { try $0.neighbours(of: garden, limit: 3) } == ["garden"])
    let smith = Term(bytes: Array("smiht".utf8))
    #expect(try await index.read { try $0.neighbours(of: smith, limit: 3) } == ["Smith"])
    let prefix = Term(bytes: Array("gua".utf8))
    #expect(
      try await index.read { try $0.completions(of: prefix, inNames: false, limit: 3) } == ["guard"]
    )
  }

  @Test func `a passed deadline ends a search`() async throws {
    let library = try library()
    let plan = QueryPlan([LinePlan(clause: .words("garden"))])
    let error = await #expect(throws: IndexError.self) {
      try await library.index.snapshot("search", deadline: Deadline(.now)) {
        try $0.tally(plan, $0.weights(of: plan))
      }
    }
    #expect(error?.code == .deadlineExceeded)
  }
}
