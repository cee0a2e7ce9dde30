import FicModel
import FicWire
import SeededRandom
import Testing

@Suite struct SearchParametersTests {
  @Test func `defaults are left out of the target`() {
    let parameters = SearchParameters(query: #"from:elizabeth "you""#)
    #expect(parameters.target == "/v1/search?q=from%3Aelizabeth%20%22you%22")
  }

  @Test(arguments: [
    SearchParameters(query: "Smith"),
    SearchParameters(query: "a&b=c#d+e%20f?g/h"),
    SearchParameters(query: "“don’t” naïve 東京 👩‍🚀 e\u{301}\r\n\t"),
    SearchParameters(query: ""),
    SearchParameters(
      query: "x",
      limit: 1000,
      cursor: "a/b+c==",
      sort: .story,
      context: 20,
      view: .kwic,
      minimumConfidence: 0.25,
      zone: "all"
    ),
    SearchParameters(query: "x", sort: .relevance, view: .count),
    SearchParameters(query: "x", sort: .newest),
    SearchParameters(query: "x", copies: .all),
    SearchParameters(query: "x", isExact: true),
  ])
  func `what is encoded is decoded`(parameters: SearchParameters) throws {
    let encoded = parameters.items.encoded
    #expect(try SearchParameters(QueryItems(encoded: encoded)) == parameters)
    #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test func `a plus is a blank, as browsers and curl write it`() throws {
    #expect(try QueryItems(encoded: "q=in+the%2Bgarden")["q"] == "in the+garden")
  }

  @Test(arguments: [
    ("", "missing_parameter"),
    ("limit=5", "missing_parameter"),
    ("q=x&limit=0", "bad_parameter"),
    ("q=x&limit=1001", "bad_parameter"),
    ("q=x&limit=-1", "bad_parameter"),
    ("q=x&limit=99999999999999999999", "bad_parameter"),
    ("q=x&limit=ten", "bad_parameter"),
    ("q=x&context=21", "bad_parameter"),
    ("q=x&sort=longest", "bad_parameter"),
    ("q=x&view=pages", "bad_parameter"),
    ("q=x&copies=some", "bad_parameter"),
    ("q=x&exact=maybe", "bad_parameter"),
    ("q=x&confidence=1.5", "bad_parameter"),
    ("q=x&confidence=nan", "bad_parameter"),
    ("q=x&colour=red", "unknown_parameter"),
    ("q=%", "bad_parameter"),
    ("q=%4", "bad_parameter"),
    ("q=%zz", "bad_parameter"),
    ("q=%ff%fe", "bad_parameter"),
    ("%ff=x", "bad_parameter"),
  ])
  func `what is out of range is refused with a hint`(encoded: String, code: String) throws {
    let problem = #expect(throws: Problem.self) {
      try SearchParameters(QueryItems(encoded: encoded))
    }
    #expect(problem?.code == code)
    #expect(problem?.status == 400)
    #expect(problem?.hint?.isEmpty == false)
  }

  @Test func `a daemon may allow fewer hits`() throws {
    let items = try QueryItems(encoded: "q=x&limit=11")
    #expect(throws: Problem.self) { try SearchParameters(items, maximumLimit: 10) }
    #expect(try SearchParameters(items, maximumLimit: 11).limit == 11)
  }

  @Test func `any bytes are read or refused, never a crash`() {
    var generator = SplitMix(seed: 20_260_401)
    for _ in 0..<2000 {
      let length = Int.random(in: 0..<40, using: &generator)
      let bytes = (0..<length).map { _ in
        Array("q=&%+01aF#;é\u{0}".utf8).randomElement(using: &generator) ?? 0
      }
      _ = try? SearchParameters(QueryItems(encoded: String(decoding: bytes, as: UTF8.self)))
    }
  }
}
