import FicModel
import Testing

@testable import FicIndex

@Suite struct ChapterRecordsBuilderTests {
  private let key = ChapterKey(work: WorkID(rawValue: 1), chapter: 1)

  private func records(_ chapter: Chapter, cast: [CastMember] = StoryFixture.cast) -> ChapterRecords
  {
    ChapterRecordsBuilder().records(of: chapter, key: key, path: "/a.txt", cast: cast)
  }

  @Test func `the terms of a chapter are made once and the same as by themselves`() {
    let chapter = StoryFixture.chapter("N: a note\nSmith>Zoë: “Go on,” he said.")
    let own = records(chapter)
    #expect(own.terms == ChapterTerms(chapter))
    let given = ChapterTerms(StoryFixture.chapter("Other."))
    let builder = ChapterRecordsBuilder()
    let taken = builder.records(
      of: chapter,
      key: key,
      path: "/a.txt",
      cast: StoryFixture.cast,
      terms: given
    )
    #expect(taken.knownTerms == given)
    #expect(taken.fingerprint == own.fingerprint)
  }

  @Test func `spans beyond the text do no harm`() {
    var chapter = StoryFixture.chapter("the sea")
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
    let terms = records.knownTerms
    #expect(terms.lines.map(\.zone) == [.sceneBreak, .summary])
    #expect(terms.words == [1, 1])
    let people = chapter.people(of: terms.lines)
    #expect(people.allSatisfy { $0.speaker.flatMap(records.name) == nil })
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
    var moved = records(base)
    moved.path = "/b.txt"
    #expect(prints.insert(ChapterFingerprint.fingerprint(of: moved)).inserted)
  }

  @Test func `a name of the cast is the work's and changes no fingerprint`() {
    let base = StoryFixture.chapter("Smith>Zoë: “Go on,” he said.")
    var cast = StoryFixture.cast
    cast[0].aliases.append("Smithy")
    #expect(records(base, cast: cast).fingerprint == records(base).fingerprint)
  }
}
