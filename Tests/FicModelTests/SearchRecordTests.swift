import FicModel
import Testing

@Suite struct SearchRecordTests {
  private static let work = WorkLabel(id: "k7f2qdmx", title: "A “Title”", authors: ["A", "B"])

  private static let records: [SearchRecord] = [
    .begin(
      SearchBegin(
        query: "q",
        understood: "u",
        generation: 3,
        complete: false,
        missing: "2 of 3 files"
      )
    ),
    .card(
      CharacterCard(
        name: "Smith",
        aliases: ["S"],
        works: [work],
        scenes: 1,
        lines: 2,
        talksWith: [.init(name: "Crane", lines: 2)]
      )
    ),
    .hit(
      Hit(
        ref: "k7f2qdmx:1:2",
        work: work,
        chapter: ChapterLabel(number: 1, title: "T"),
        scene: 2,
        zone: .story,
        kind: .textMessage,
        speaker: "Smith",
        addressees: ["Crane"],
        confidence: 0.75,
        rule: "Rule",
        text: "a b",
        matches: [[0, 1], [2, 3]],
        before: ["x"],
        after: ["y"],
        source: SourcePlace(path: "/p", line: 9),
        score: 1.25,
        keyword: KeywordInContext(left: "l", match: "m", right: "r")
      )
    ),
    .hit(
      Hit(
        ref: "k7f2qdmx:1:2",
        work: work,
        chapter: ChapterLabel(number: 1),
        scene: nil,
        zone: .authorsNote,
        text: "a",
        matches: [],
        source: SourcePlace(path: "/p", line: 9),
        score: 0
      )
    ),
    .closest(
      Hit(
        ref: "k7f2qdmx:1:2",
        work: work,
        chapter: ChapterLabel(number: 1),
        scene: 1,
        zone: .story,
        text: "a",
        matches: [[0, 1]],
        source: SourcePlace(path: "/p", line: 9),
        score: 0.5,
        lacking: ["b", "c d"]
      )
    ),
    .count(SearchCount(totals: SearchTotals(works: 1, chapters: 2, scenes: 3, matches: 4))),
    .member(
      CastEntry(
        work: work,
        name: "Smith",
        aliases: [],
        gender: .female,
        lines: 1,
        scenes: 2,
        appearances: [
          .init(chapter: 4, lines: 1, scenes: 2), .init(chapter: 6, lines: 0, scenes: 1),
        ],
        chaptersOfWork: 7,
        talksWith: []
      )
    ),
    .work(
      WorkEntry(
        work: work,
        chapters: 1,
        scenes: 2,
        words: 3,
        path: "/p",
        facts: {
          var facts = WorkFacts()
          facts.fandoms = ["v"]
          facts.updated = CalendarDate(number: 2020_05_00)
          return facts
        }(),
        matches: 4,
        metadata: [MetadataField(key: "fandom", value: "v", origin: .header)]
      )
    ),
    .page(WorksPage(total: 3, understood: "x", cursor: "c", suggestions: ["y"])),
    .passage(
      Passage(
        ref: "k7f2qdmx:1",
        work: work,
        chapter: ChapterLabel(number: 1),
        source: SourcePlace(path: "/p", line: 1),
        paragraphs: [
          .init(
            text: "t",
            zone: .story,
            scene: 1,
            speakers: ["Smith"],
            ref: "k7f2qdmx:1:0",
            isTarget: true
          )
        ]
      )
    ),
    .end(
      SearchEnd(
        totals: SearchTotals(works: 1, chapters: 2, scenes: 3, matches: 4, exact: false),
        works: [WorkTotals(id: "k7f2qdmx", scenes: 3, matches: 4)],
        elsewhere: [Elsewhere(reason: .notes, matches: 1, query: "q in:notes")],
        suggestions: ["s"],
        cursor: "c",
        elapsedMilliseconds: 1.5
      )
    ),
    .end(
      {
        var end = SearchEnd(totals: SearchTotals(), elapsedMilliseconds: 1.5)
        (end.hardlyTelling, end.unranked) = (7, 8)
        return end
      }()
    ),
    .failure(
      Problem(code: "unknown_field", status: 400, detail: "d", hint: "h", span: [1, 2])
    ),
  ]

  @Test(arguments: records) func `a record reads back as it was written`(
    record: SearchRecord
  ) throws {
    let bytes = record.jsonBytes
    #expect(try SearchRecord(json: JSONValue(bytes)) == record)
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(#"{"type":""#))
    #expect(!bytes.contains(UInt8(ascii: "\n")))
  }

  @Test func `an unknown type is an error`() {
    #expect(throws: JSONError.self) {
      try SearchRecord(json: JSONValue(Array(#"{"type":"banana"}"#.utf8)))
    }
  }

  @Test func `a missing field is named`() {
    let error = #expect(throws: JSONError.self) {
      try SearchRecord(json: JSONValue(Array(#"{"type":"begin","format":1}"#.utf8)))
    }
    #expect(error?.expected.contains("query") == true)
  }
}
