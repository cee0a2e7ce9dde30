import FicModel
import FicPrinter
import FicWire
import Testing

@Suite struct OtherPrinterTests {
  private let style = PrintStyle(width: 80, usesColor: false)

  private func screen(_ records: [SearchRecord], _ printer: some HitPrinter) -> String {
    var printer = printer
    var output = ""
    for record in records { printer.print(record, to: &output) }
    printer.finish(to: &output)
    return output
  }

  @Test func `a count is one line`() {
    let count = SearchRecord.count(
      SearchCount(totals: SearchTotals(works: 1, chapters: 2, scenes: 6, matches: 1012))
    )
    #expect(screen([count], CountPrinter()) == "1,012 matches, 6 scenes, 2 chapters, 1 work\n")
  }

  private static let members: [CastEntry] = {
    [SampleAnswer.lamps, SampleAnswer.lamps, SampleAnswer.tides].enumerated().map {
      CastEntry(
        work: $1,
        name: "Member \($0)",
        aliases: $0 == 0 ? ["M", "The Member"] : [],
        gender: nil,
        lines: 12 - $0,
        scenes: 4,
        appearances: $0 == 0
          ? [.init(chapter: 1, lines: 12, scenes: 4)]
          : [
            .init(chapter: 1, lines: 5, scenes: 2), .init(chapter: $0 + 1, lines: 5, scenes: 2),
          ],
        chaptersOfWork: 4,
        talksWith: $0 == 0 ? [.init(name: "Member 1", lines: 3)] : []
      )
    }
  }()

  private func screen(_ passage: Passage) -> String {
    let printed = AnswerContents.passage(passage).printed(as: FormParameters(form: .text))
    return String(decoding: printed.bytes, as: UTF8.self)
  }

  private func screen(_ members: [CastEntry], _ view: CastParameters.View) -> String {
    let form = FormParameters(form: .text)
    let answer = AnswerContents.cast(members, isCut: false, view).printed(as: form)
    return String(decoding: answer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (CastParameters.View.list, "cast"), (.grid, "cast-grid"), (.timeline, "timeline"),
    (.gexf, "cast.gexf"), (.graphml, "cast.graphml"), (.dot, "cast.dot"),
  ])
  func `a cast is shown by work, in every view`(view: CastParameters.View, name: String) throws {
    try GoldenScreen(name: name).expect(screen(Self.members, view))
  }

  @Test func `a grid that is too wide goes on below`() {
    let member = CastEntry(
      work: SampleAnswer.lamps,
      name: "Crane",
      aliases: [],
      gender: nil,
      lines: 60,
      scenes: 60,
      appearances: (1...60).map { .init(chapter: $0, lines: $0 % 7 == 0 ? 0 : 12, scenes: 1) },
      chaptersOfWork: 62,
      talksWith: []
    )
    let lines = screen([member], .grid).split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 80 }, "\(lines)")
    #expect(lines.count { $0.hasPrefix("Crane") } == 3)
    #expect(lines.contains { $0.hasSuffix("Crane: silent since chapter 60") })
  }

  @Test func `what a name holds cannot break a graph`() {
    var member = Self.members[0]
    member.name = "A <b> & \"c\" \u{1}\\"
    #expect(screen([member], .gexf).contains("A &lt;b&gt; &amp; &quot;c&quot; \u{FFFD}\\"))
    #expect(screen([member], .dot).contains(#"A <b> & \"c\" "#))
  }

  private static let lamps: WorkEntry = {
    var facts = WorkFacts()
    facts.fandoms = ["Harbour Lights", "The Inland Sea"]
    facts.ships = ["Ilse Varga/Tomas Ruell", "Ada & Bess", "Crane/Smith", "Crane & Pask"]
    facts.rating = "teen"
    facts.status = "in-progress"
    facts.language = "en"
    facts.series = "Lamps"
    facts.part = "2"
    facts.words = 114_414
    facts.chapters = 22
    facts.published = CalendarDate(number: 2012_04_28)
    facts.updated = CalendarDate(number: 2013_03_21)
    return WorkEntry(
      work: SampleAnswer.lamps,
      chapters: 3,
      scenes: 9,
      words: 12_345,
      path: "/archive/Lamps",
      facts: facts,
      matches: 12
    )
  }()

  @Test func `works show what they are, how long, and where they stand`() throws {
    var wide = Self.lamps
    wide.work.title = "Un Long Titre, un Très Long Titre, et un Sous-Titre Qui Ne Finit Pas"
    wide.facts = WorkFacts()
    wide.facts.language = "fr"
    wide.facts.rating = "not-rated"
    wide.facts.status = "odd"
    wide.matches = nil
    let plain = WorkEntry(
      work: SampleAnswer.tides,
      chapters: 1,
      scenes: 9,
      words: 345,
      path: "/archive/Tides\u{1B}[2J"
    )
    let page = WorksPage(total: 40, cursor: "1-2-k7f2qdmx")
    let parameters = WorksParameters(
      query: "it's fandom:*",
      sort: .words,
      isReversed: true,
      limit: 3,
      copies: .all
    )
    try GoldenScreen(name: "works").expect(
      screen(
        [.work(Self.lamps), .work(wide), .work(plain), .page(page)],
        WorksPrinter(style: style, parameters: parameters)
      )
    )
  }

  @Test func `works whose headers hold the words are offered`() {
    let end = SearchEnd(
      totals: SearchTotals(),
      elsewhere: [Elsewhere(reason: .works, matches: 2, query: "it's")]
    )
    let text = screen(
      [SampleAnswer.begin, .end(end)],
      TextPrinter(style: style, parameters: SearchParameters(query: "Smith"))
    )
    #expect(
      text.contains("2 works by headers, tags or file names: ficsearch works 'it'\\''s'\n")
    )
    var named = end
    named.elsewhere[0].works = [WorkLabel(id: "k7f2qdmx", title: "Ebb", authors: ["Ann"])]
    let names = screen(
      [SampleAnswer.begin, .end(named)],
      TextPrinter(style: style, parameters: SearchParameters(query: "Smith"))
    )
    #expect(
      names.contains("No line of a text holds it.\n") && names.contains("  Ebb by Ann  k7f2qdmx\n")
    )
  }

  @Test func `near names, narrators and what was cut stand below an answer, with commands`() throws
  {
    var end = SearchEnd(totals: SearchTotals())
    end.cuts = ["Not all was read."]
    end.names = [NearName(name: "Mr. Knightley", lines: 232, query: "from:\"Mr. Knightley\"")]
    let work = WorkLabel(id: "k7f2qdmx", title: "Ebb", authors: ["Ann"])
    end.narrators = [
      KnownNarrator(work: work, name: "I", lines: 1, query: "from:I", alias: "knightly"),
      KnownNarrator(work: work, name: "Ann Lee", lines: 2, query: "from:\"Ann Lee\"", alias: nil),
    ]
    let text = screen(
      [SampleAnswer.begin, .end(end)],
      TextPrinter(
        style: style,
        parameters: SearchParameters(query: "from:knightly", context: 2, isExact: true)
      )
    )
    let expected = """
      Nothing found.
      Not all was read.
      Nobody has that name. The nearest:
        Mr. Knightley, 232 lines: ficsearch 'from:"Mr. Knightley"' --context 2 --exact
      Ebb is told by "I", 1 line: ficsearch 'from:I' --context 2 --exact
        If that is who you mean: ficsearch alias add 'knightly' 'I' --work k7f2qdmx
      Ebb is told by Ann Lee, who is "I", 2 lines: ficsearch 'from:"Ann Lee"' --context 2 --exact

      """
    #expect(text == expected)
    #expect(try SearchEnd(json: JSONValue(end.jsonBytes)) == end)
  }

  @Test func `a list of nothing says so`() {
    #expect(
      screen([.page(WorksPage(total: 0))], WorksPrinter(style: style)) == "Nothing found.\n"
    )
    let page = WorksPage(total: 0, suggestions: ["fandom:harbour", "it's"])
    #expect(
      screen([.page(page)], WorksPrinter(style: style))
        == "Nothing found.\nDid you mean 'fandom:harbour' or 'it'\\''s'?\n"
    )
    let one = screen([.work(Self.lamps), .page(WorksPage(total: 1))], WorksPrinter(style: style))
    #expect(one.hasSuffix("\n\n1 work\n"))
  }

  @Test func `changes stand below the time of their run`() throws {
    let changes = [
      ArchiveChange(
        time: 1_714_566_600,
        kind: .removed,
        work: SampleAnswer.lamps,
        chapter: ChapterLabel(number: 2, removal: .chapter)
      ),
      ArchiveChange(
        time: 1_714_566_600,
        kind: .changed,
        work: SampleAnswer.lamps,
        chapter: ChapterLabel(number: 3, title: "3. The Stairs")
      ),
      ArchiveChange(time: 0, kind: .came, work: SampleAnswer.lamps, chapters: 1204),
    ]
    let text = screen(changes.map(SearchRecord.change), ChangesPrinter(style: style))
    try GoldenScreen(name: "changes").expect(text)
  }

  @Test func `a work of several files names them, and what it keeps`() throws {
    let sources = ["Lamps.epub", "old/Lamps.txt"].enumerated().map { index, name in
      WorkSource(
        path: "/archive/\(name)",
        chapters: 3 - index,
        words: 12_345,
        updated: index == 0 ? nil : "2021-10-31",
        address: "ao3/1234",
        isShown: index == 0
      )
    }
    let entry = WorkEntry(
      work: SampleAnswer.lamps,
      chapters: 3,
      scenes: 9,
      words: 12_345,
      path: "/archive/Lamps.epub",
      sources: sources,
      removedChapters: 1,
      copies: 2
    )
    let passage = Passage(
      ref: "k7f2qdmx:100002",
      work: SampleAnswer.lamps,
      chapter: ChapterLabel(number: 2, title: "The Stairs", removal: .chapter),
      source: SourcePlace(path: "/archive/Lamps.epub", line: 1),
      paragraphs: [],
      sources: sources
    )
    let listed = screen([.work(entry), .page(WorksPage(total: 1))], WorksPrinter(style: style))
    let shown = screen(passage)
    try GoldenScreen(name: "sources").expect(listed + "\n" + shown)
  }

  @Test func `a passage reads on, with speakers in the margin and the place marked`() throws {
    let passage = Passage(
      ref: "k7f2qdmx:1:1045",
      work: SampleAnswer.lamps,
      chapter: ChapterLabel(number: 1, title: "The Clerk"),
      source: SourcePlace(path: "/archive/Lamps/01.txt", line: 14),
      paragraphs: [
        .init(
          text: "Crane looked at the ledger.",
          zone: .story,
          scene: 2,
          speakers: [],
          ref: "k7f2qdmx:1:990",
          isTarget: false
        ),
        .init(
          text: "“I never said that,” said Smith, and put the lamp down on the stairs, where it "
            + "went on burning.",
          zone: .story,
          scene: 2,
          speakers: ["Smith"],
          ref: "k7f2qdmx:1:1045",
          isTarget: true
        ),
        .init(
          text: "A/N: thanks for reading!",
          zone: .authorsNote,
          scene: nil,
          speakers: [],
          ref: "k7f2qdmx:1:1200",
          isTarget: false
        ),
      ]
    )
    try GoldenScreen(name: "passage").expect(screen(passage))
    let printed = AnswerContents.passage(passage).printed(as: FormParameters(form: .text))
    // Where the REF leads, which a pager opens.
    let lines = screen(passage).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(printed.line.map { lines[$0 - 1].hasPrefix("  ▸ “I never") } == true)
  }
}
