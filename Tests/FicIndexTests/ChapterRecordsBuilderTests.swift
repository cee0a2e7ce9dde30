import FicModel
import Testing

@testable import FicIndex

@Suite struct ChapterRecordsBuilderTests {
  private let key = ChapterKey(work: WorkID(rawValue: 1), chapter: 1)

  private func records(_ chapter: Chapter, cast: [CastMember] = StoryFixture.cast) -> ChapterRecords
  {
    ChapterRecordsBuilder().records(of: chapter, key: key, path: "/a.txt", cast: cast)
  }

  private func chapter(paragraphs: [String]) -> Chapter {
    var chapter = Chapter(text: [])
    for paragraph in paragraphs {
      let start = chapter.text.count
      chapter.text += Array(paragraph.utf8)
      chapter.paragraphs.append(TextSpan(start, chapter.text.count))
      chapter.text += [0x0A, 0x0A]
    }
    let whole = TextSpan(0, chapter.text.count)
    chapter.zones = [Zone(kind: .story, span: whole)]
    chapter.scenes = [Scene(span: whole, sceneBreak: .opening)]
    return chapter
  }

  @Test func `units know words, scenes and who is present`() {
    let records = records(
      StoryFixture.chapter("N: a note\nSmith>Zoë: “Go on,” he said.\n***\nNobody here.\n?: “Hm.”")
    )
    #expect(records.scenes.map(\.words) == [4, 3])
    #expect(records.scenes.map(\.scene) == [0, 1])
    #expect(records.scenes.map { $0.present.map(\.rawValue) } == [[0, 2], []])
    #expect(records.utterances.map(\.words) == [2, 1])
    #expect(records.utterances.map(\.scene) == [0, 1])
    #expect(records.matter.map(\.words) == [2])
  }

  @Test func `a long scene is cut at paragraphs`() {
    let paragraph = Array(repeating: "word", count: 1500).joined(separator: " ")
    let records = records(chapter(paragraphs: Array(repeating: paragraph, count: 5)))
    #expect(records.scenes.map(\.words) == [3000, 3000, 1500])
    #expect(Set(records.scenes.map(\.scene)) == [0])
    for unit in records.scenes.dropFirst() {
      #expect(records.chapter.paragraphs.contains { $0.start == unit.span.start })
    }
  }

  @Test func `a paragraph that is longer than a unit is cut between words`() {
    let long = Array(repeating: "word", count: 9001).joined(separator: " ")
    let records = records(chapter(paragraphs: ["short one", long, "short two"]))
    #expect(records.scenes.map(\.words).reduce(0, +) == 9005)
    #expect(records.scenes.allSatisfy { $0.words <= IndexUnit.maximumWords && $0.words > 0 })
    for index in records.scenes.indices {
      let words = Analyzer().wordCount(of: records.indexedText(of: .scene, at: index).span)
      #expect(words == records.scenes[index].words)
    }
  }

  @Test func `scene units tile their scene`() {
    let long = Array(repeating: "“wörd,” sea", count: 3000).joined(separator: " ")
    let records = records(chapter(paragraphs: ["a", long, "b", long]))
    let spans = records.scenes.map(\.span)
    #expect(spans.first?.start == 0 && spans.last?.end == records.chapter.text.count)
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end == $1.start })
  }

  @Test func `a line of fifty thousand words and one of a million bytes are units`() {
    let many = records(chapter(paragraphs: [String(repeating: "a ", count: 50_000)]))
    #expect(many.scenes.count == 13)
    let one = records(chapter(paragraphs: [String(repeating: "a", count: 1_000_000)]))
    #expect(one.scenes.map(\.words) == [1])
  }

  @Test func `an inline note is no part of the scene's words`() {
    var chapter = chapter(paragraphs: ["the sea", "a note", "the shore"])
    let note = chapter.paragraphs[1]
    chapter.zones = [
      Zone(kind: .story, span: TextSpan(0, note.start)),
      Zone(kind: .authorsNote, span: note, isInline: true),
      Zone(kind: .story, span: TextSpan(note.end, chapter.text.count)),
    ]
    let records = records(chapter)
    #expect(records.scenes.map(\.words) == [4])
    #expect(
      String(decoding: records.indexedText(of: .scene, at: 0), as: UTF8.self).contains("note")
        == false
    )
    #expect(records.matter.map(\.words) == [2])
  }

  @Test func `spans beyond the text do no harm`() {
    var chapter = chapter(paragraphs: ["the sea"])
    let beyond = TextSpan(3, 1_000_000)
    chapter.paragraphs = [beyond, TextSpan(0, 2), TextSpan(900, 901)]
    chapter.scenes = [Scene(span: beyond, sceneBreak: .opening)]
    chapter.zones = [Zone(kind: .story, span: TextSpan(0, 3)), Zone(kind: .summary, span: beyond)]
    chapter.utterances = [
      Utterance(
        kind: .speech,
        quotations: [Quotation(span: beyond, content: beyond)],
        attribution: Attribution(
          speaker: CastID(rawValue: 99),
          form: .implicit,
          rule: "X",
          confidence: 1
        ),
        addressees: [CastID(rawValue: -1)]
      )
    ]
    chapter.mentions = [Mention(span: beyond, member: CastID(rawValue: 77))]
    let records = records(chapter)
    #expect(records.speakerNames(ofUtterance: 0).isEmpty)
    #expect(!records.matter.isEmpty)
  }

  @Test func `anything that is stored changes the fingerprint`() {
    let base = StoryFixture.chapter("N: a note\nSmith>Zoë: “Go on,” he said.\n***\nNobody here.")
    var variants: [Chapter] = [base]
    func vary(_ change: (inout Chapter) -> Void) {
      var chapter = base
      change(&chapter)
      variants.append(chapter)
    }
    vary { $0.text[0] = 0x41 }
    vary { $0.title.title = "T" }
    vary { $0.title.printedNumber = "T" }
    vary { $0.zones[0].kind = .summary }
    vary { $0.zones[0].isInline = true }
    vary { $0.scenes[0].pointOfView = "Zoë" }
    vary { $0.scenes[0].sceneBreak = .slug }
    vary { $0.paragraphs.removeLast() }
    vary { $0.utterances[0].kind = .thought }
    vary { $0.utterances[0].attribution.confidence = 0.123 }
    vary { $0.utterances[0].attribution.rule = "Other" }
    vary { $0.utterances[0].addressees = [] }
    vary { $0.mentions = [Mention(span: TextSpan(0, 1), member: CastID(rawValue: 0))] }
    vary { $0.offsetMap.append(OffsetMap.Checkpoint(text: 5, source: 6, line: 1)) }
    var prints = Set(variants.map { records($0).fingerprint })
    #expect(prints.count == variants.count)
    var cast = StoryFixture.cast
    cast[0].aliases.append("Smithy")
    #expect(prints.insert(records(base, cast: cast).fingerprint).inserted)
    cast = StoryFixture.cast
    cast[3].name = "somebody who is not in the chapter"
    #expect(records(base, cast: cast).fingerprint == records(base).fingerprint)
  }

  @Test func `lines are paragraphs and what lies between them`() {
    var chapter = Chapter(text: Array("one\ntwo\n\nthree\nfour \n\n  \nfive".utf8))
    chapter.paragraphs = [TextSpan(9, 20)]
    let lines = ChapterLines(chapter).spans.map {
      String(decoding: chapter.text[$0.range], as: UTF8.self)
    }
    #expect(lines == ["one", "two", "three\nfour", "five"])
  }
}
