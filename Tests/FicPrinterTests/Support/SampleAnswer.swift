import FicModel

/// An answer about a Smith that the printers' tests share.
enum SampleAnswer {
  static let lamps = WorkLabel(id: "k7f2qdmx", title: "The Lamp Rents", authors: ["Ada Quill"])
  static let tides = WorkLabel(id: "0a1b2c3d", title: "Slack Water")

  static let begin = SearchRecord.begin(
    SearchBegin(query: "Smith", understood: "smith in:story", generation: 7, complete: true)
  )

  static let incomplete = SearchRecord.begin(
    SearchBegin(
      query: "Smith",
      understood: "smith in:story",
      generation: 7,
      complete: false,
      missing: "2 files are not searchable (1 damaged, 1 without text): ficsearch status --files"
    )
  )

  static let card = SearchRecord.card(
    CharacterCard(
      name: "John Smith",
      aliases: ["Smith", "Mr Smith"],
      works: [lamps, tides],
      scenes: 1204,
      lines: 52,
      talksWith: [.init(name: "Crane", lines: 21), .init(name: "Mrs Smith", lines: 9)]
    )
  )

  static func hit(
    offset: Int,
    work: WorkLabel = lamps,
    chapter: Int = 1,
    scene: Int? = 2,
    zone: ZoneKind = .story,
    kind: UtteranceKind? = .speech,
    speaker: String? = "Smith",
    addressees: [String] = ["Crane"],
    confidence: Double? = 0.97,
    text: String = "“I never said that,” said Smith, and put the lamp down on the stairs, where "
      + "it went on burning for nobody in particular.",
    matches: [[Int]] = [[26, 31]],
    before: [String] = [],
    after: [String] = [],
    keyword: KeywordInContext? = nil
  ) -> SearchRecord {
    .hit(
      Hit(
        ref: "\(work.id):\(chapter):\(offset)",
        work: work,
        chapter: ChapterLabel(number: chapter, title: chapter == 1 ? "The Clerk" : nil),
        scene: scene,
        zone: zone,
        kind: kind,
        speaker: speaker,
        addressees: addressees,
        confidence: confidence,
        rule: "PostposedSpeechVerb",
        text: text,
        matches: matches,
        before: before,
        after: after,
        source: SourcePlace(path: "/archive/Lamps/01 - The Clerk.txt", line: 14),
        score: 3.25,
        keyword: keyword
      )
    )
  }

  static let end = SearchRecord.end(
    SearchEnd(
      totals: SearchTotals(works: 2, chapters: 2, scenes: 6, matches: 1012),
      works: [
        WorkTotals(id: "k7f2qdmx", scenes: 5, matches: 1011),
        WorkTotals(id: "0a1b2c3d", scenes: 1, matches: 1),
      ],
      elsewhere: [
        Elsewhere(reason: .notes, matches: 3, query: "Smith in:notes"),
        Elsewhere(reason: .unsureSpeaker, matches: 1, query: "Smith"),
      ],
      cursor: "c4",
      elapsedMilliseconds: 3.4
    )
  )

  static let nothing = SearchRecord.end(
    SearchEnd(totals: SearchTotals(), suggestions: ["Smyth", "don't smite"])
  )

  /// The end of an answer in which some lines hold only words that are everywhere.
  static let commonEnd = SearchRecord.end(
    {
      var end = SearchEnd(
        totals: SearchTotals(works: 1, chapters: 1, scenes: 1, matches: 2),
        works: [WorkTotals(id: "k7f2qdmx", scenes: 1, matches: 2)],
        elapsedMilliseconds: 3.4
      )
      end.hardlyTelling = 1210
      return end
    }()
  )

  /// A line that comes close.
  static func closest(_ record: SearchRecord, lacking: [String]) -> SearchRecord {
    guard case .hit(var hit) = record else { return record }
    hit.lacking = lacking
    return .closest(hit)
  }

  static let answer = [
    begin, card,
    hit(offset: 1045, before: ["Crane looked at the ledger."], after: ["Nobody laughed."]),
    hit(
      offset: 1301,
      kind: nil,
      speaker: nil,
      addressees: [],
      confidence: nil,
      text: "The lamp had been Smith’s since the winter of the long rents.",
      matches: [[18, 23]]
    ),
    hit(
      offset: 12,
      work: tides,
      chapter: 3,
      scene: 1,
      kind: .thought,
      addressees: [],
      confidence: 0.4,
      text: "Smith, you fool.",
      matches: [[0, 5]]
    ),
    end,
  ]
}
