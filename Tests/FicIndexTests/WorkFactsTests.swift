import FicIndex
import FicModel
import Testing

@Suite struct WorkFactsTests {
  private func facts(_ fields: [(String, String)]) -> WorkFacts {
    WorkFacts(
      WorkMetadata(fields: fields.map { MetadataField(key: $0.0, value: $0.1, origin: .header) })
    )
  }

  @Test func `what FanFicFare writes becomes facts`() {
    let facts = facts([
      ("fandom", "Outer Harbour"), ("genre", "Adventure"), ("genre", "Hurt/Comfort/Drama"),
      ("lang", "English"), ("char", "Ilse V."), ("ship", "Ilse V./Tomas R."),
      ("status", "In-Progress"), ("published", "2012-04-28"), ("updated", "2013-03-21"),
      ("packaged", "2024-01-02 10:11:12"), ("rating", "T"), ("chapters", "22"),
      ("words", "114,414"), ("url", "https://www.fanfiction.net/s/8067258/1/"),
      ("site", "www.fanfiction.net"), ("series", "Harbours"), ("part", "3"),
    ])
    #expect(facts.genres == ["Adventure", "Hurt/Comfort", "Drama"])
    #expect(facts.language == "en")
    #expect(facts.status == "in-progress")
    #expect(facts.rating == "teen")
    #expect(facts.words == 114_414)
    #expect(facts.chapters == 22)
    #expect(facts.site == "fanfiction.net")
    #expect(facts.published?.description == "2012-04-28")
    #expect(facts.updated?.description == "2013-03-21")
    #expect(facts.packaged?.description == "2024-01-02")
    #expect(facts.series == "Harbours" && facts.part == "3")
  }

  @Test func `tags without what exporters put among them, values without doubles`() {
    let facts = facts([
      ("tag", "Slow Burn"), ("tag", "slow burn"), ("tag", "FanFiction"), ("tag", "Completed"),
      ("tag", "Last Update: 2020/01/02"), ("ship", "A/B"), ("ship", "B / A"), ("ship", "A & B"),
    ])
    #expect(facts.tags == ["Slow Burn"])
    #expect(facts.ships == ["A/B", "A & B"])
    #expect(facts.status == "complete")
  }

  @Test(
    arguments: [
      (["status": "Completed"], "complete"), (["status": "2020-01-02"], "complete"),
      (["chapters": "3/3"], "complete"), (["chapters": "3/?"], "in-progress"),
      (["chapters": "3"], nil), (["status": "Rewriting"], "Rewriting"),
    ] as [([String: String], String?)]
  )
  func `a status is stated or follows`(fields: [String: String], status: String?) {
    #expect(facts(fields.map { ($0.key, $0.value) }).status == status)
  }

  @Test(
    arguments: [
      ("114,414", 114_414), ("114 414 words", 114_414), ("114.414", 114_414), ("~12k", 12_000),
      ("1,5", 1), ("3", 3), ("Макси, 120 страниц", nil), ("long", nil), ("", nil),
      ("99999999999999999999999", 9_999_999_999_999),
    ] as [(String, Int?)]
  )
  func `numbers have separators of all kinds`(text: String, words: Int?) {
    #expect(facts([("words", text)]).words == words)
  }

  @Test(
    arguments: [
      ("https://archiveofourown.org/works/1", nil, "archiveofourown.org"),
      ("http://somebody.livejournal.com/2.html", nil, "livejournal.com"),
      ("https://example.org/x", nil, "example.org"), (nil, "AO3", "archiveofourown.org"),
      (nil, "Archive of Our Own", "archiveofourown.org"), (nil, "ffnet", "fanfiction.net"),
      (nil, "www.example.org", "example.org"), (nil, "A Small Press", "A Small Press"),
    ] as [(String?, String?, String)]
  )
  func `a site is its host`(url: String?, site: String?, host: String) {
    let fields = [url.map { ("url", $0) }, site.map { ("site", $0) }].compactMap { $0 }
    #expect(facts(fields).site == host)
  }

  @Test(
    arguments: [
      ("English", "en"), ("en-GB", "en"), ("eng", "en"), ("Deutsch", "de"), ("Русский", "ru"),
      ("中文-普通话 國語", "zh"), ("Español", "es"), ("Klingon", "Klingon"),
    ]
  )
  func `a language is its code`(text: String, code: String) {
    #expect(facts([("lang", text)]).language == code)
  }

  @Test(
    arguments: [
      ("time travel", "canon time travel fix", true), ("time travel", "time travels", false),
      ("*", "anything", true), ("harr*", "mr harry", true), ("*punk", "steampunk tea", true),
      ("*punk", "punks", false), ("time * fix", "time travel fix", true),
      ("fix * time", "time travel fix", false), ("a*e", "ape", true), ("a*e", "a e", true),
      ("café", "cafe", true), ("*", "", true),
    ]
  )
  func `asterisks fill gaps`(pattern: String, value: String, matches: Bool) throws {
    let pattern = try #require(ValuePattern(pattern))
    #expect(pattern.matches(Array(value.utf8)) == matches)
  }

  @Test(
    arguments: [
      ("harry/draco", "Draco Malfoy/Harry Potter", true), ("draco/harry", "HarryxDraco", true),
      ("harry x draco", "Harry Potter/Draco Malfoy", true),
      ("harry/draco", "Harry & Draco", false), ("harry & draco", "Draco & Harry", true),
      ("harry", "Harry & Draco", true), ("*/mark t.", "Mark T./Ann", true),
      ("*/mark t.", "Mark T.", false), ("*/mark t.", "Mark Tom/Ann", false),
      ("*/mark t*", "Mark Tom/Ann", true), ("harry/harry", "Harry/Draco", false),
      ("a/b", "C/B/A", true), ("drarry", "Drarry", true), ("*", "Drarry", true),
    ]
  )
  func `pairings have no order`(pattern: String, ship: String, matches: Bool) throws {
    let pattern = try #require(ShipPattern(pattern))
    let folded = FoldedFacts(
      facts([("ship", ship)]),
      label: WorkLabel(id: "", title: "t"),
      path: "/t"
    )
    let bytes = try #require(folded.values.first { $0.key == .ship }).bytes
    #expect(pattern.matches(bytes) == matches)
  }

  @Test func `a value without end is cut, and a crowd is no trap`() throws {
    let crowd = (0..<400).map { "Somebody \($0)" }.joined(separator: "/")
    let long = String(repeating: "word ", count: 10_000)
    let folded = FoldedFacts(
      facts([("ship", crowd), ("tag", long)]),
      label: WorkLabel(id: "", title: "t"),
      path: "/t"
    )
    #expect(folded.values.allSatisfy { $0.bytes.count <= 1024 })
    let ship = try #require(folded.values.first { $0.key == .ship })
    let pattern = try #require(ShipPattern("somebody/somebody/somebody/nobody/x/y/z"))
    #expect(!pattern.matches(ship.bytes))
  }

  @Test func `facts go through JSON`() throws {
    let facts = facts([
      ("fandom", "A"), ("ship", "B/C"), ("rating", "M"), ("updated", "2020-05"), ("words", "12"),
      ("summary", "x"),
    ])
    #expect(try WorkFacts(json: JSONValue(facts.jsonBytes)) == facts)
    #expect(
      String(decoding: facts.jsonBytes, as: UTF8.self)
        == #"{"fandoms":["A"],"ships":["B/C"],"rating":"mature","words":12,"updated":"2020-05","#
        + #""summary":"x"}"#
    )
  }
}
