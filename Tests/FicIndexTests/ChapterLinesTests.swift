import FicModel
import SeededRandom
import Testing

@testable import FicIndex

@Suite struct ChapterLinesTests {
  @Test func `lines are paragraphs and what lies between them`() {
    var chapter = Chapter(text: Array("one\ntwo\n\nthree\nfour \n\n  \nfive".utf8))
    chapter.paragraphs = [TextSpan(9, 20)]
    let lines = ChapterLines(chapter).lines.map {
      String(decoding: chapter.text[$0.span.range], as: UTF8.self)
    }
    #expect(lines == ["one", "two", "three\nfour", "five"])
  }

  // MARK: Turns

  @Test func `the turn of another speaker begins a line`() {
    var fixture = LineFixture("“Go,” said A. “No,” said B. “Yes,” said B.\n\nThey went.")
    fixture.say("“Go,”", by: 0)
    fixture.say("“No,”", by: 1)
    fixture.say("“Yes,”", by: 1)
    #expect(fixture.lines == ["“Go,” said A.", "“No,” said B. “Yes,” said B.", "They went."])
    let lines = ChapterLines(fixture.chapter).lines
    #expect(lines.map(\.utterances) == [0..<1, 1..<3, 0..<0])
    #expect(Set(lines.map(\.stretch)) == [0])
  }

  @Test func `what nobody knows who says is another's turn`() {
    var fixture = LineFixture("“Go,” said A. “No.” “Yes.” “Go,” they said.")
    fixture.say("“Go,”", by: 0)
    fixture.say("“No.”", by: nil)
    fixture.say("“Yes.”", by: nil)
    #expect(fixture.lines == ["“Go,” said A.", "“No.” “Yes.” “Go,” they said."])
  }

  @Test func `a turn that the narrator interrupts is one line, and so is what is no speech`() {
    var fixture = LineFixture("He came. “Go,” he said, “now.” The ‘thing’ lay there.")
    fixture.say("“Go,”", "“now.”", by: 0)
    fixture.say("‘thing’", by: nil, kind: .notSpeech)
    #expect(fixture.lines.count == 1)
    #expect(ChapterLines(fixture.chapter).lines.map(\.utterances) == [0..<2])
  }

  @Test func `a note is no turn, whatever is said in it`() {
    var fixture = LineFixture("“Hi,” says A. “Ho,” says B.")
    fixture.say("“Hi,”", by: 0)
    fixture.say("“Ho,”", by: 1)
    fixture.put("“Hi,” says A. “Ho,” says B.", into: .authorsNote)
    #expect(fixture.lines == ["“Hi,” says A. “Ho,” says B."])
    #expect(ChapterLines(fixture.chapter).lines[0].utterances.isEmpty)
  }

  // MARK: Notes

  @Test func `an inline note interrupts a line and is a line itself`() {
    var fixture = LineFixture("The sea (A/N: it is real) was loud.\n\nThe end came.")
    fixture.put("(A/N: it is real)", into: .authorsNote)
    #expect(fixture.lines == ["The sea | was loud.", "(A/N: it is real)", "The end came."])
    let lines = ChapterLines(fixture.chapter).lines
    #expect(lines.map(\.zone) == [.story, .authorsNote, .story])
    // Words are looked for together in a scene, and rows of a scene are one range.
    #expect(lines.map(\.stretch) == [0, 0, 0])
  }

  @Test func `two notes in one paragraph leave one line of story`() {
    var fixture = LineFixture("One (note) two (hint) three.")
    fixture.put("(note)", into: .authorsNote)
    fixture.put("(hint)", into: .authorsNote)
    #expect(fixture.lines == ["One | two | three.", "(note)", "(hint)"])
  }

  // MARK: Pages

  @Test(arguments: ["117", "[Pg 117]", "- 117 -", "{117}", "(page 5)", "p. 12"])
  func `a page's number parts a paragraph and the halves are one line`(number: String) {
    let fixture = LineFixture("She went down to\n\n\(number)\n\nthe sea and stayed.\n\nHe left.")
    #expect(
      fixture.lines == ["She went down to | the sea and stayed.", number, "He left."]
    )
  }

  @Test func `paragraphs and verses that part a sentence are one line`() {
    #expect(
      LineFixture("Roses in the engine\n\nroom at dusk,\n\nmy love\n\nDear John").lines
        == ["Roses in the engine | room at dusk, | my love", "Dear John"]
    )
    let verses = Array(repeating: "of roses", count: 20).joined(separator: "\n\n")
    #expect(LineFixture(verses).lines.count == 3)
  }

  @Test(
    arguments: [
      "She went.\n\n117\n\nthe sea was loud.", "She went to\n\n117\n\nThe sea was loud.",
      "She went to\n\nChapter 7\n\nthe sea was loud.", "She went to\n\nThe sea was loud.",
      "She went to\n\n117\n\n118\n\nthe sea was loud.", "She went to\n\n123456\n\nthe sea.",
    ]
  )
  func `sentences that end, headings and other lines part for good`(text: String) {
    let fixture = LineFixture(text)
    #expect(ChapterLines(fixture.chapter).lines.allSatisfy { $0.pieces.count == 1 })
    #expect(
      fixture.lines
        == fixture.chapter.paragraphs.map {
          String(decoding: fixture.chapter.text[$0.range], as: UTF8.self)
        }
    )
  }

  @Test func `no sentence goes on from one scene into the next`() {
    var fixture = LineFixture("She went to\n\n117\n\nthe sea.")
    fixture.part(by: "117")
    #expect(fixture.lines == ["She went to", "117", "the sea."])
  }

  @Test func `no sentence goes on from story into a note`() {
    var fixture = LineFixture("It was the last\n\nbridge of mine\n\nhome.")
    fixture.put("bridge of mine", into: .authorsNote)
    #expect(fixture.lines == ["It was the last", "bridge of mine", "home."])
  }

  // MARK: Breaks

  @Test(arguments: ["***", "London, 1849", "May 12th", "Smith's POV"])
  func `a line between two scenes is a break and a stretch by itself`(words: String) {
    var fixture = LineFixture("The sea.\n\n\(words)\n\nThe shore.\n\nThe sky.")
    fixture.part(by: "\(words)\n\n")
    let lines = ChapterLines(fixture.chapter).lines
    #expect(fixture.lines == ["The sea.", words, "The shore.", "The sky."])
    #expect(lines.map(\.zone) == [.story, .sceneBreak, .story, .story])
    #expect(lines.map(\.stretch) == [0, 1, 2, 2])
  }

  @Test func `every line between scenes is a stretch, and a run of one zone is one`() {
    var fixture = LineFixture("***\n\nParis\n\nThe sea.\n\nA note.\n\nAnd more.\n\nThe shore.")
    fixture.part(by: "***\n\nParis\n\n")
    fixture.put("A note.\n\nAnd more.\n\n", into: .authorsNote)
    fixture.part(by: "A note.\n\nAnd more.\n\n")
    let lines = ChapterLines(fixture.chapter).lines
    #expect(
      lines.map(\.zone) == [
        .sceneBreak, .sceneBreak, .story, .authorsNote, .authorsNote, .story,
      ]
    )
    #expect(lines.map(\.stretch) == [0, 1, 2, 3, 3, 4])
  }

  // MARK: Places

  @Test func `a byte leads to its line, and one between lines to the next`() {
    var fixture = LineFixture("One (note) two.\n\nThree.")
    fixture.put("(note)", into: .authorsNote)
    let lines = ChapterLines(fixture.chapter)
    #expect(lines.index(at: 0) == 0)
    #expect(lines.index(at: fixture.span("(note)").start) == 1)
    #expect(lines.index(at: fixture.span("two").start) == 0)
    #expect(lines.index(at: fixture.span("Three").start - 1) == 2)
    #expect(lines.index(at: fixture.span("Three").end - 1) == 2)
    #expect(lines.index(at: fixture.chapter.text.count) == nil)
  }

  @Test func `a chapter without a word has no line`() {
    #expect(ChapterLines(Chapter(text: [])).lines.isEmpty)
    #expect(ChapterLines(Chapter(text: Array(" \n\n\t\n".utf8))).lines.isEmpty)
  }

  @Test(arguments: 0..<300)
  func `whatever is told of a text, every word is in one line, in order`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let chapter = Self.anyChapter(&generator)
    let lines = ChapterLines(chapter).lines
    let spans = lines.map(\.span)
    #expect(spans == spans.sorted())
    #expect(
      lines.allSatisfy { line in
        !line.pieces.isEmpty && line.pieces.allSatisfy { !$0.isEmpty }
          && zip(line.pieces, line.pieces.dropFirst()).allSatisfy { $0.end <= $1.start }
      }
    )
    let stretches = lines.map(\.stretch)
    #expect(stretches.first ?? 0 == 0)
    let pieces = lines.flatMap(\.pieces).sorted()
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.end <= $1.start })
    // Bytes that no line holds are white space.
    var held = [Bool](repeating: false, count: chapter.text.count)
    for piece in pieces { for index in piece.range { held[index] = true } }
    #expect(held.indices.allSatisfy { held[$0] || chapter.text[$0] <= 0x20 })
  }

  /// A chapter whose paragraphs, zones, scenes and utterances have nothing to do with its text, or
  /// lie beyond it.
  private static func anyChapter(_ generator: inout SplitMix) -> Chapter {
    let words = ["sea", "The", "12", "\n", "\n\n", "“", "”", " ", "é", "[Pg 3]", ","]
    var chapter = Chapter(text: [])
    for _ in 0..<Int.random(in: 0...80, using: &generator) {
      chapter.text += Array((words.randomElement(using: &generator) ?? "").utf8)
      if Bool.random(using: &generator) { chapter.text.append(0x20) }
    }
    func spans(_ generator: inout SplitMix) -> [TextSpan] {
      let ends = (0..<8).map { _ in
        Int.random(in: 0...chapter.text.count + 3, using: &generator)
      }.sorted()
      return stride(from: 0, to: 8, by: 2).map { TextSpan(ends[$0], ends[$0 + 1]) }
    }
    chapter.paragraphs = spans(&generator)
    chapter.zones = spans(&generator).map { span in
      Zone(kind: ZoneKind.allCases.randomElement(using: &generator) ?? .story, span: span)
    }
    chapter.scenes = spans(&generator).map { Scene(span: $0, sceneBreak: .ornament) }
    for span in spans(&generator) where span.count > 1 {
      let speaker = Int.random(in: 0...2, using: &generator)
      chapter.utterances.append(
        Utterance(
          kind: Bool.random(using: &generator) ? .speech : .notSpeech,
          quotations: [Quotation(span: span, content: span)],
          attribution: Attribution(
            speaker: speaker == 2 ? nil : CastID(rawValue: speaker),
            form: .implicit,
            rule: "Random",
            confidence: 0.5
          )
        )
      )
    }
    return chapter
  }
}
