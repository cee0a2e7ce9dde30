import FicModel
import FicParsing
import Testing

@testable import FicDialogue

@Suite struct CorrectionTests {
  private static let text = """
    Ann and Ben sat by the fire, and Carl stood at the door with his hat on.

    “It rains,” said Ann.

    “It always rains.”

    “Not in May.”

    “Even in May.”

    Ben laughed. They called the dog “Shorty” then.

    The next day the sun came out over the yard.

    “Yes,” said Ben.

    “No.”

    “Yes,” said Carl.

    """

  private static func work(
    _ corrections: [Correction]
  ) -> (chapter: Chapter, cast: [CastMember], unfit: [String?]) {
    let parser = WorkParser(corrections: corrections)
    let parsed = parser.parseReporting([Document(plainText: Array(text.utf8))])
    return (parsed.work.chapters[0], parsed.work.cast, parsed.unfit)
  }

  private static func said(
    _ words: String,
    before: String = "",
    by speaker: String?,
    to addressees: [String] = []
  ) -> Correction {
    Correction(
      work: "W",
      words: words,
      before: before,
      verdict: .said(speaker: speaker, addressees: addressees)
    )
  }

  /// The utterances as "words: speaker → addressee".
  private static func lines(_ corrections: [Correction]) -> [String] {
    let (chapter, cast, _) = work(corrections)
    func name(_ id: CastID) -> String { cast[id.rawValue].name }
    return chapter.utterances.map { utterance in
      let words = utterance.quotations.map {
        String(decoding: chapter.text[$0.content.range], as: UTF8.self)
      }.joined(separator: " ")
      let speaker = utterance.attribution.speaker.map(name) ?? "?"
      let to = utterance.addressees.map(name).joined(separator: ", ")
      return "\(words): \(utterance.kind == .notSpeech ? "none" : speaker) → \(to)"
    }
  }

  @Test func `what the user says of a line is so, and certain`() throws {
    let correction = Self.said("Not in May", by: "Carl", to: ["Ben", "Ann"])
    let (chapter, cast, unfit) = Self.work([correction])
    #expect(unfit == [nil])
    #expect(Self.lines([correction]).contains("Not in May.: Carl → Ben, Ann"))
    let corrected = try #require(chapter.utterances.first { $0.attribution.rule == "Correction" })
    #expect(corrected.attribution.confidence == 1)
    #expect(corrected.attribution.speaker.map { cast[$0.rawValue].name } == "Carl")
    #expect(chapter.utterances.count { $0.attribution.rule == "Correction" } == 1)
  }

  @Test func `the lines around it are read anew`() throws {
    let before = Self.lines([])
    let after = Self.lines([Self.said("Not in May.", by: "Ben")])
    // Who answered Ann answers Ben now; nobody said anything of that line.
    let answer = try #require(before.firstIndex { $0.hasPrefix("Even in May.") })
    #expect(before[answer].hasSuffix("→ Ann") && after[answer].hasSuffix("→ Ben"), "\(after)")
    #expect(before[0] == after[0])
  }

  @Test func `somebody whom the text does not name may speak`() {
    let correction = Self.said("It always rains.", by: "The Ghost", to: ["Nobody Known"])
    let lines = Self.lines([correction])
    #expect(lines.contains("It always rains.: The Ghost → Nobody Known"), "\(lines)")
    let cast = Self.work([correction]).cast.map(\.name)
    #expect(cast.contains("The Ghost") && cast.contains("Nobody Known"))
  }

  @Test func `an addressee alone leaves the speaker to the reader`() {
    let lines = Self.lines([Self.said("It rains", by: nil, to: ["Carl"])])
    #expect(lines.contains("It rains,: Ann → Carl"), "\(lines)")
  }

  @Test func `what is no speech is none, and what is some is some`() {
    let none = Correction(work: "W", words: "It rains", before: "", verdict: .notSpeech)
    #expect(Self.lines([none]).contains { $0.hasPrefix("It rains,: none") })
    #expect(Self.lines([]).contains { $0.hasPrefix("Shorty: none") })
    #expect(Self.lines([Self.said("Shorty", by: "Ben")]).contains { $0.hasPrefix("Shorty: Ben") })
  }

  @Test func `a scene begins where the user says, once`() {
    let correction = Correction(
      work: "W",
      words: "The next day",
      before: "",
      verdict: .sceneBreak
    )
    let scenes = Self.work([correction]).chapter.scenes
    #expect(Self.work([]).chapter.scenes.count == 1)
    #expect(scenes.count == 2 && scenes[1].sceneBreak == .correction)
    let text = Self.work([correction]).chapter.text
    #expect(String(decoding: text[scenes[1].span.range], as: UTF8.self).hasPrefix("The next day"))
    #expect(String(decoding: text[scenes[0].span.range], as: UTF8.self).hasSuffix("then."))
    #expect(Self.work([correction, correction]).chapter.scenes.count == 2)
  }

  @Test func `lines with the same words are told apart by those before`() {
    let yes = Self.said("Yes", before: "“No.”", by: "Ann")
    #expect(Self.lines([yes]).suffix(3).last == Self.lines([Self.said("Yes", by: "Ann")]).last)
    let exact = Self.said(
      "Yes",
      before: "over the yard. “Yes,” said Ben. “No.”",
      by: "Ann"
    )
    #expect(Self.work([exact]).unfit == ["2 lines have these words, and none the words before"])
    let whole = Self.said("Yes", before: "out over the yard. “Yes,” said Ben. “No.”", by: "Ann")
    #expect(Self.work([whole]).unfit == [nil])
    #expect(Self.lines([whole]).last?.hasPrefix("Yes,: Ann") == true)
  }

  @Test(arguments: ["It snows", "It rains, always", "rains", "Not in", ""])
  func `what fits no line changes none, and says so`(words: String) {
    let correction = Self.said(words, by: "Carl")
    #expect(Self.work([correction]).unfit == ["no line has these words"])
    #expect(Self.lines([correction]) == Self.lines([]))
  }
}
