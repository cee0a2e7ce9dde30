import FicModel
import FicPrinter
import FicWire
import Testing

@Suite struct PageTests {
  /// What a story may hold in the place of any word.
  private static let hostile = "<script>x</script>\" onload='y' {{title}} &amp; \u{202E}\u{7}"

  private static let records = [
    SampleAnswer.incomplete, SampleAnswer.card, SampleAnswer.hit(offset: 40),
    SampleAnswer.hit(offset: 90, confidence: 0.3),
    SampleAnswer.hit(offset: 10, work: SampleAnswer.tides, scene: nil, zone: .authorsNote),
    SampleAnswer.end,
  ]

  private func search(_ records: [SearchRecord], _ asked: SearchParameters) -> String {
    SearchPage(records, asked).html
  }

  /// What stands between two texts the first time.
  private func part(of html: String, from start: String, to end: String) -> String {
    guard let head = html.firstRange(of: start) else { return "" }
    let rest = html[head.upperBound...]
    return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
  }

  @Test func `a search shows who speaks to whom, and how sure`() {
    let html = search(Self.records, SearchParameters(query: "Smith"))
    #expect(html.contains("Smith → Crane"))
    #expect(html.contains(">97 %<"))
    #expect(html.contains("Smith? → Crane"))
    #expect(html.contains("author's note") || html.contains("author&#39;s note"))
    #expect(html.contains("<mark>Smith</mark>"))
    #expect(html.contains("href=\"/read/k7f2qdmx%3A1%3A40?q=Smith#k7f2qdmx%3A1%3A40\""))
    #expect(html.contains("2 files are not searchable"))
    #expect(html.contains("1,012 matches in 6 scenes"))
  }

  @Test func `of a scene the best line stands above the others`() {
    func hit(_ offset: Int, _ score: Double) -> SearchRecord {
      guard case .hit(var hit) = SampleAnswer.hit(offset: offset) else {
        return SampleAnswer.hit(offset: offset)
      }
      hit.score = score
      return .hit(hit)
    }
    let html = search(
      [SampleAnswer.begin, hit(1, 1), hit(2, 3), hit(3, 2), SampleAnswer.end],
      SearchParameters(query: "Smith")
    )
    let scene = part(of: html, from: "<div class=\"scene\">", to: "</div>")
    #expect(part(of: scene, from: "id=\"", to: "\"") == "k7f2qdmx:1:2")
    #expect(scene.contains("2 more lines of this scene"))
  }

  @Test func `every note leads on with a link`() {
    let html = search(Self.records, SearchParameters(query: "Smith"))
    let notes = part(of: html, from: "<ul class=\"notes\">", to: "</ul>")
    #expect(notes.contains("<a href=\"/search?q="))
    #expect(!notes.contains("ficsearch "))
  }

  @Test func `the lock says what it hides, and goes with every link`() {
    var asked = SearchParameters(query: "Smith")
    asked.upto = 3
    let html = search(Self.records, asked)
    #expect(html.contains("Nothing after chapter 3 of a work shows."))
    #expect(html.contains("?q=Smith&amp;upto=3#k7f2qdmx%3A1%3A40"))
    #expect(html.contains("name=\"upto\" min=\"1\" max=\"100000\" value=\"3\""))
  }

  private static let passage: Passage = {
    func paragraph(
      _ place: Int,
      _ zone: ZoneKind,
      _ text: String,
      _ scene: Int? = nil
    )
      -> Passage.Paragraph
    {
      Passage.Paragraph(
        text: text,
        zone: zone,
        scene: scene,
        speakers: scene == nil ? [] : ["Smith"],
        ref: "k7f2qdmx:1:\(place)",
        isTarget: place == 30
      )
    }
    var passage = Passage(
      ref: "k7f2qdmx:1:30",
      work: SampleAnswer.lamps,
      chapter: ChapterLabel(number: 1, title: "The Clerk"),
      source: SourcePlace(path: "/archive/a.txt", line: 3),
      address: "javascript:alert(1)",
      paragraphs: [
        paragraph(0, .heading, "The Clerk"), paragraph(10, .authorsNote, "Hello there."),
        paragraph(20, .story, "One line.", 1), paragraph(30, .story, "Another line.", 1),
        paragraph(40, .sceneBreak, "* * *"), paragraph(50, .story, "A third line.", 2),
      ]
    )
    passage.next = "k7f2qdmx:2"
    return passage
  }()

  private func hit(_ offset: Int, chapter: Int = 1) -> Hit? {
    let record = SampleAnswer.hit(offset: offset, chapter: chapter, matches: [[0, 3]])
    guard case .hit(let hit) = record else { return nil }
    return hit
  }

  @Test func `a chapter opens at its line, with notes folded and hits marked`() {
    let hits = [hit(20), hit(50), hit(7, chapter: 2)].compactMap(\.self)
    let html = ReadPage(Self.passage, query: "line", hits: hits, total: 3).html
    #expect(part(of: html, from: "<div class=\"para target", to: ">").contains("k7f2qdmx:1:30"))
    #expect(html.contains("<details class=\"note\"><summary>author"))
    #expect(html.contains("<mark>One</mark> line."))
    #expect(
      html.contains("href=\"/read/k7f2qdmx%3A1%3A50?q=line#k7f2qdmx%3A1%3A50\" data-key=\"n\"")
    )
    #expect(
      html.contains("href=\"/read/k7f2qdmx%3A1%3A20?q=line#k7f2qdmx%3A1%3A20\" data-key=\"p\"")
    )
    #expect(html.contains("rel=\"next\" href=\"/read/k7f2qdmx%3A2?q=line#k7f2qdmx%3A2\""))
    #expect(html.contains("id=\"scene-1\"") && html.contains("id=\"scene-2\""))
    #expect(html.contains("<a href=\"#scene-2\">Scene 2</a>"))
  }

  @Test func `an address that is none of the web is no link`() {
    #expect(!ReadPage(Self.passage).html.contains("javascript:"))
  }

  @Test func `a note that holds what was asked for is open`() {
    let hits = [hit(10)].compactMap(\.self)
    let html = ReadPage(Self.passage, query: "Hello", hits: hits, total: 1).html
    #expect(!html.contains("<details class=\"note\">"))
    #expect(html.contains("<mark>Hel</mark>lo there."))
  }

  private static func member(
    _ name: String,
    _ talks: [CharacterCard.Partner],
    alias: String = "The Captain"
  ) -> CastEntry {
    CastEntry(
      work: SampleAnswer.lamps,
      name: name,
      aliases: [alias],
      gender: nil,
      lines: 4,
      scenes: 2,
      appearances: [
        .init(chapter: 1, lines: 4, scenes: 1), .init(chapter: 3, lines: 0, scenes: 1),
      ],
      chaptersOfWork: 3,
      talksWith: talks
    )
  }

  @Test func `a cast shows its people, their chapters and who talks to whom`() {
    let members = [
      Self.member("Smith", [.init(name: "Crane", lines: 9)]), Self.member("Crane", []),
    ]
    let html = CastPage(members, isCut: false, CastParameters(work: "k7f2qdmx")).html
    #expect(html.contains("2 people"))
    #expect(html.contains("1–3, in 2 of 3"))
    #expect(html.contains("<svg viewBox=\"0 0 640 640\""))
    #expect(html.contains("Smith and Crane: 9 lines"))
    #expect(html.contains("<td class=\"number heat4\">4</td>"))
    #expect(html.contains("/v1/cast?work=k7f2qdmx&amp;view=gexf"))
    #expect(CastPage([], isCut: false, CastParameters()).html.contains("Nobody found."))
  }

  /// What somebody may type, who sees it as it is.
  private static let typed = "<script>x</script>\" onload='y' {{title}}"

  /// Each page, with the text in every place of it that a file fills.
  private static func pages(_ text: String) -> [(String, String)] {
    let label = WorkLabel(id: "k7f2qdmx", title: text, authors: [text])
    var entry = WorkEntry(work: label, chapters: 2, scenes: 3, words: 400, path: "/a/\(text)")
    entry.facts.summary = text
    entry.facts.tags = [text]
    entry.facts.ships = [text]
    entry.facts.series = text
    entry.metadata = [MetadataField(key: text, value: text, origin: .header)]
    entry.contents = [
      .init(chapter: ChapterLabel(number: 1, title: text), ref: "k7f2qdmx:1", words: 7)
    ]
    var hits = [
      SampleAnswer.hit(
        offset: 1,
        work: label,
        speaker: text,
        addressees: [text],
        text: text,
        matches: [[2, 6]],
        before: [text],
        keyword: KeywordInContext(left: text, match: text, right: text)
      )
    ]
    hits.append(SampleAnswer.end)
    var kwic = SearchParameters(query: typed)
    kwic.view = .kwic
    var passage = passage
    passage.work = label
    passage.chapter.title = text
    passage.source.path = text
    passage.address = "http://\(text)"
    passage.paragraphs[2].text = text
    passage.paragraphs[2].speakers = [text]
    let begin = SearchBegin(
      query: text,
      understood: text,
      readAs: text,
      generation: 1,
      complete: false,
      missing: text
    )
    let group = CountGroup(by: .speaker, name: text, work: label)
    let table = CountTable(
      begin: begin,
      by: .speaker,
      groups: [group],
      more: 2,
      totals: SearchTotals(matches: 3),
      words: 9,
      copies: nil
    )
    let strip = Dispersion(
      work: label,
      parts: [.init(chapter: ChapterLabel(number: 1, title: text), ref: "r", matches: 1, words: 3)]
    )
    let collocate = Collocate(word: text, beside: 1, total: 2, logLikelihood: 3)
    let asked = SearchParameters(query: typed)
    let works = WorksParameters(query: typed)
    let problem = Problem(code: "bad", status: 404, detail: text, hint: text)
    return [
      ("search", SearchPage([.begin(begin), SampleAnswer.card] + hits, asked).html),
      ("facets", FacetsPage([table], asked).html),
      ("read", ReadPage(passage, query: typed, hits: [], total: 0).html),
      ("shelf", ShelfPage([entry], WorksPage(total: 9, suggestions: [text]), works).html),
      ("work", WorkPage(entry).html),
      (
        "cast",
        CastPage(
          [member(text, [.init(name: "Crane", lines: 9)], alias: text), member("Crane", [])],
          isCut: true,
          CastParameters(work: "k7f2qdmx", name: typed)
        ).html
      ),
      ("parts", CountPage(.counts(table), asked, showing: .parts, by: .speaker).html),
      (
        "dispersion",
        CountPage(
          .dispersion(CountAnswer(begin: begin, elements: [strip], more: 1, cuts: [text])),
          asked,
          showing: .dispersion
        ).html
      ),
      (
        "collocates",
        CountPage(
          .collocates(CountAnswer(begin: begin, elements: [collocate], more: 1)),
          asked,
          showing: .collocates
        ).html
      ),
      ("concordance", CountPage(.search(hits, kwic), kwic, showing: .concordance).html),
      ("nothing", CountPage(nil, SearchParameters(query: ""), showing: .parts).html),
      (
        "fix",
        FixPage(
          ref: "k7f2qdmx:1:2",
          work: label,
          line: text,
          speaker: text,
          isSaid: true,
          people: [text]
        ).html
      ),
      ("problem", ProblemPage(problem, query: typed).html),
    ]
  }

  @Test func `no page lets a text be more than text`() throws {
    for (name, html) in Self.pages(Self.hostile) {
      let own = html.replacing("<script src=", with: "")
      #expect(!own.contains("<script"), "\(name)")
      // What stands within an attribute is a value; outside of it a name would be live.
      let values = try Regex("\"[^\"]*\"")
      let bare = html.replacing(values, with: "\"\"")
      for tag in bare.matches(of: try Regex("<[^>]*>")) {
        #expect(!bare[tag.range].contains("onload"), "\(name)")
      }
      // What a form sends back is as it was; all else can be seen.
      #expect(name == "fix" || !html.contains("\u{7}"), "\(name)")
      #expect(!html.contains("style="), "\(name)")
    }
  }

  @Test func `every page is whole and has one heading`() {
    for (name, html) in Self.pages("The Lamp") {
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"), "\(name)")
      #expect(html.hasSuffix("</html>\n"), "\(name)")
      #expect(html.split(separator: "<h1").count == 2, "\(name)")
      let filled = html.replacing(Self.typed, with: "").replacing("{{title}}", with: "")
      #expect(!filled.contains("{{"), "\(name)")
      #expect(html.contains("<main id=\"main\""), "\(name)")
    }
  }

  @Test func `parts that nothing can be asked of have no link`() {
    let asked = SearchParameters(query: "lamp OR wick")
    let begin = SearchBegin(
      query: asked.query,
      understood: "(lamp OR wick) in:story",
      generation: 1,
      complete: true
    )
    func table(_ by: CountKey, _ name: String, _ work: WorkLabel?) -> CountTable {
      CountTable(
        begin: begin,
        by: by,
        groups: [CountGroup(by: by, name: name, work: work)],
        more: 1,
        totals: SearchTotals(matches: 3),
        words: 9,
        copies: nil
      )
    }
    let tables = [
      table(.speaker, "Crane", SampleAnswer.lamps),
      table(.zone, "author_note", nil), table(.fandom, "Lamps \"at\" sea", nil),
    ]
    let html = FacetsPage(tables, asked).html
    let nobody = FacetsPage([table(.speaker, "(narration)", nil)], asked).html
    #expect(!nobody.contains("(narration)"))
    // A field binds closer than OR.
    let query = "((lamp OR wick) in:story) from:\"Crane\" work:k7f2qdmx"
    #expect(html.contains("q=\(APIPath.encode(query))\""))
    #expect(html.contains("in=notes"))
    #expect(html.contains(APIPath.encode("fandom:\"Lamps at sea\"")))
  }

  @Test func `what is not counted beside the lines is offered there`() {
    #expect(FacetsPage.isCounted(.speaker, SearchTotals(works: 3, matches: 2000)))
    #expect(!FacetsPage.isCounted(.speaker, SearchTotals(works: 3, matches: 2001)))
    #expect(FacetsPage.isCounted(.chapter, SearchTotals(works: 1, matches: 9000)))
    let html = FacetsPage([], SearchParameters(query: "lamp")).html
    #expect(html.contains("<h2>Speaker</h2>"))
    #expect(html.contains("<a href=\"/count?q=lamp&amp;by=speaker\">count them</a>"))
  }

  @Test func `assets have an address that changes with them`() {
    for asset in PageAsset.allCases {
      #expect(!asset.bytes.isEmpty)
      let html = SearchPage([], SearchParameters(query: "x")).html
      #expect(html.contains("/assets/\(asset.rawValue)?v="))
    }
  }
}
