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

  @Test func `a word is found in scenes with its frequency`() async throws {
    let library = try library()
    #expect(try await library.find(.words("garden")) == ["1/0×2", "1/1×4"])
    #expect(try await library.find(.words("don’t go")) == ["1/0×1"])
    #expect(try await library.find(.words("smith")) == ["1/0×1"])
    #expect(try await library.find(.words("nowhere")) == [])
  }

  @Test func `a clause looks into its column`() async throws {
    let library = try library()
    #expect(try await library.find(.words("johnny", in: .speaker), unit: .utterance) == ["1/0×1"])
    #expect(
      try await library.find(.words("mary", in: .addressee), unit: .utterance) == ["1/0×2"]
    )
    #expect(try await library.find(.words("john smith", in: .cast)) == ["1/0×1"])
    #expect(try await library.find(.words("smith smith", in: .cast)) == [])
    #expect(try await library.find(.words("mary", in: .speaker)) == [])
  }

  @Test func `notes are other matter`() async throws {
    let library = try library()
    #expect(try await library.find(.words("garden"), unit: .matter) == ["1/0×1"])
    #expect(try await library.find(.words("thanks")) == [])
    let notes = try await library.find(nil, unit: .matter) { $0.zones = [.authorsNote] }
    #expect(notes == ["1/0×"])
    #expect(try await library.find(nil, unit: .matter) { $0.zones = [.summary] } == [])
  }

  @Test func `trees are lowered`() async throws {
    let library = try library()
    let garden = TermClause.words("garden")
    let lamp = TermClause.words("lamp")
    #expect(try await library.find(.and([garden, lamp])) == ["1/0×2,1"])
    #expect(try await library.find(.or([lamp, .words("slept")])) == ["1/0×1,0", "1/1×0,1"])
    #expect(try await library.find(.without(garden, lamp)) == ["1/1×4"])
    #expect(
      try await library.find(.or([.and([garden, .words("nowhere")]), lamp])) == ["1/0×0,0,1"]
    )
    let near = TermClause.near([[Term(bytes: Array("dark".utf8))], garden.terms], distance: 2)
    #expect(try await library.find(near) == ["1/0×1", "1/1×1"])
    let prefix = TermClause.prefix(Analyzer().terms(of: "the gar"), in: .text)
    #expect(try await library.find(prefix) == ["1/0×2"])
  }

  @Test func `facts of utterances sift`() async throws {
    let library = try library()
    let garden = TermClause.words("garden")
    #expect(
      try await library.find(garden, unit: .utterance) { $0.utteranceKinds = [.thought] }
        == ["1/2×3"]
    )
    #expect(
      try await library.find(nil, unit: .utterance) { $0.minimumConfidence = 0.875 }.count == 3
    )
    #expect(
      try await library.find(nil, unit: .utterance) { $0.minimumConfidence = 0.876 }.isEmpty
    )
    #expect(
      try await library.find(garden, unit: .utterance) { $0.sceneClause = .words("slept") }
        == ["1/2×3"]
    )
  }

  @Test func `a chapter comes back as it was`() async throws {
    let library = try library()
    let key = ChapterKey(work: WorkID(identity: "one"), chapter: 1)
    let missing = ChapterKey(work: WorkID(identity: "one"), chapter: 2)
    let stored = try await library.index.chapters([missing, key], deadline: .never)
    let original = Self.script.records(work: key.work, cast: Library.cast)
    #expect(stored.map(\.key) == [key])
    #expect(stored.first?.chapter == original.chapter)
    #expect(stored.first?.scenes == original.scenes)
    #expect(stored.first?.utterances == original.utterances)
    #expect(stored.first?.utteranceIndexes == original.utteranceIndexes)
    #expect(stored.first?.matter == original.matter)
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
    let chapters = try await library.index.chapters(keys, deadline: .never)
    let nobody = CastMember(name: "")
    #expect(
      chapters.map(\.cast) == [[nobody, Library.cast[1]], [nobody, nobody, Library.cast[2]], []]
    )
  }

  @Test func `statistics add up`() async throws {
    let library = try library()
    let statistics = try await library.index.statistics(deadline: .never)
    #expect(statistics.counts.works == 1)
    #expect(statistics.counts.chapters == 1)
    #expect(statistics.counts.scenes == 2)
    #expect(statistics.counts.utterances == 3)
    #expect(statistics.units == [.scene: 2, .utterance: 3, .matter: 1])
    #expect(statistics.unitWords[.utterance] == 6 + 4 + 3)
    #expect(statistics.generation > 0)
  }

  @Test func `the cast has its figures`() async throws {
    let library = try library()
    let cast = try await library.index.cast(of: nil, named: nil, limit: 10, deadline: .never)
    #expect(cast.map(\.name) == ["Mary Brown", "John Smith"])
    #expect(cast.first?.lines == 2)
    #expect(cast.first?.scenes == 2)
    #expect(cast.first?.talksWith == [CharacterCard.Partner(name: "John Smith", lines: 2)])
    #expect(cast.first?.work.title == "A Title")
    let named = try await library.index.cast(
      of: WorkID(identity: "one"),
      named: Analyzer().terms(of: "smith"),
      limit: 10,
      deadline: .never
    )
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
        try await library.index.works(matching: condition, limit: 10, deadline: .never)
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
    #expect(try await index.neighbours(of: garden, limit: 3, deadline: .never) == ["garden"])
    let smith = Term(bytes: Array("smiht".utf8))
    #expect(try await index.neighbours(of: smith, limit: 3, deadline: .never) == ["Smith"])
    let prefix = Term(bytes: Array("gua".utf8))
    #expect(try await index.completions(of: prefix, limit: 3, deadline: .never) == ["guard"])
  }

  @Test func `a passed deadline ends a search`() async throws {
    let library = try library()
    let plan = CandidatePlan(unit: .scene, clause: .words("garden"))
    let error = await #expect(throws: IndexError.self) {
      try await library.index.candidates(for: plan, deadline: Deadline(.now))
    }
    #expect(error?.code == .deadlineExceeded)
  }
}

extension TermClause {
  fileprivate var terms: [Term] {
    if case .phrase(let terms, _) = self { terms } else { [] }
  }
}
