import FicModel
import FicWire
import Testing

/// One line of JSON for each message of the API: a change of a line is a change of the contract.
@Suite struct GoldenLineTests {
  /// The items of a body, read as JSON.
  private static func items(_ json: String) throws -> QueryItems {
    try #require(QueryItems(body: Array(json.utf8), type: nil))
  }

  @Test func `a reindex request, as JSON and as a form`() throws {
    let request = ReindexRequest(paths: ["/srv/fiction/Ash & Ember"], all: true)
    let json = #"{"paths":["/srv/fiction/Ash & Ember"],"all":true}"#
    #expect(try ReindexRequest(Self.items(json)) == request)
    #expect(request.items.encoded == "paths=%2Fsrv%2Ffiction%2FAsh%20%26%20Ember&all=true")
    let form = try #require(
      QueryItems(body: Array(request.items.encoded.utf8), type: QueryItems.formType)
    )
    #expect(try ReindexRequest(form) == request)
    #expect(try ReindexRequest(Self.items("{}")) == ReindexRequest())
    #expect(try ReindexRequest(Self.items(#"{"paths":[],"rebuild":true}"#)).rebuild)
  }

  @Test(arguments: ["[]", "1", #""all""#, #"{"paths":[1]}"#, #"{"paths":{}}"#, "{"])
  func `a body of another shape is none`(text: String) {
    #expect(QueryItems(body: Array(text.utf8), type: "application/json") == nil)
  }

  @Test(arguments: [#"{"all":1}"#, #"{"path":["x"]}"#, #"{"gone":"maybe"}"#])
  func `a reindex request of other values is refused`(text: String) throws {
    let items = try Self.items(text)
    #expect(throws: Problem.self) { try ReindexRequest(items) }
  }

  @Test func `a request to forget, and its job`() throws {
    let json = #"{"forget":["k7f2qdmx:100003","a title"]}"#
    #expect(try ForgetRequest(Self.items(json)).forget == ["k7f2qdmx:100003", "a title"])
    try expect(
      JobReport(id: "1", state: .queued, trigger: .request, forgets: ["k7f2qdmx"]),
      #"{"type":"job","id":"1","state":"queued","trigger":"request","paths":[],"all":false,"#
        + #""forgets":["k7f2qdmx"]}"#
    )
    for text in [#"{}"#, #"{"forget":[]}"#, #"{"forgot":"x"}"#] {
      let items = try Self.items(text)
      #expect(throws: Problem.self) { try ForgetRequest(items) }
    }
  }

  @Test func `a change`() throws {
    let work = WorkLabel(id: "k7f2qdmx", title: "Lamps", authors: ["Ada Quill"])
    try expect(
      ArchiveChange(time: 1_714_566_600, kind: .came, work: work, chapters: 3),
      #"{"type":"change","time":"2024-05-01T12:30:00Z","change":"came","#
        + #""work":{"id":"k7f2qdmx","title":"Lamps","authors":["Ada Quill"]},"chapter":null,"#
        + #""chapters":3}"#
    )
    let chapter = ChapterLabel(number: 2, title: "II", removal: .chapter)
    try expect(
      ArchiveChange(time: 0, kind: .removed, work: work, chapter: chapter),
      #"{"type":"change","time":"1970-01-01T00:00:00Z","change":"removed","#
        + #""work":{"id":"k7f2qdmx","title":"Lamps","authors":["Ada Quill"]},"#
        + #""chapter":{"number":2,"title":"II","removed":"chapter"},"chapters":null}"#
    )
    #expect(APIPath.changes(since: "2w") == "/v1/changes?since=2w")
  }

  @Test func `a start of changes`() throws {
    #expect(try ChangesStart("last") == .last)
    #expect(try ChangesStart("2w") == .ago(1_209_600))
    #expect(try ChangesStart("30m") == .ago(1800))
    #expect(try ChangesStart("2024-05-01") == .local(1_714_521_600))
    #expect(try ChangesStart("2024-05-01T12:30Z") == .utc(1_714_566_600))
    for text in ["", "d", "-1d", "soon", "1000000d", "2024-13-01", "5"] {
      #expect(throws: Problem.self) { try ChangesStart(text) }
    }
  }

  @Test func `an alias request and an alias`() throws {
    let request = AliasRequest(name: "Edwin Smith", aliases: ["the tall agent"], work: "lock-in")
    let json = #"{"name":"Edwin Smith","aliases":["the tall agent"],"work":"lock-in"}"#
    #expect(try AliasRequest(Self.items(json)) == request)
    #expect(try AliasRequest(request.items) == request)
    #expect(throws: Problem.self) { try AliasRequest(Self.items(#"{"aliases":["x"]}"#)) }
    try expect(
      AliasRecord(name: "A", aliases: ["B"], work: nil, file: "/f", line: 2),
      #"{"type":"alias","name":"A","aliases":["B"],"work":null,"file":"/f","line":2}"#
    )
    #expect(
      APIPath.aliases(name: "A", aliases: ["B C", "D"], work: "x")
        == "/v1/aliases?name=A&alias=B%20C&alias=D&work=x"
    )
  }

  @Test func `a job that waits`() throws {
    try expect(
      JobReport(id: "k3-1", state: .queued, trigger: .watch, paths: ["/a/b.txt"]),
      #"{"type":"job","id":"k3-1","state":"queued","trigger":"watch","paths":["/a/b.txt"],"#
        + #""all":false}"#
    )
  }

  @Test func `a job that runs`() throws {
    let progress = IngestEvent.Progress(
      scanned: true,
      filesDone: 1,
      filesTotal: 2,
      chaptersDone: 3,
      bytesDone: 4,
      bytesTotal: 5,
      failures: 6,
      elapsedMilliseconds: 7000,
      file: "/a/b.txt"
    )
    try expect(
      JobReport(id: "k3-2", state: .running, trigger: .start, progress: progress),
      #"{"type":"job","id":"k3-2","state":"running","trigger":"start","paths":[],"all":false,"#
        + #""progress":{"type":"progress","scanned":true,"filesDone":1,"filesTotal":2,"#
        + #""chaptersDone":3,"bytesDone":4,"bytesTotal":5,"failures":6,"elapsedMilliseconds":7000,"#
        + #""remainingMilliseconds":1750,"file":"/a/b.txt"}}"#
    )
  }

  @Test func `a job that has failed`() throws {
    let failure = Problem(code: "worker_failed", status: 500, detail: "it ended", hint: "look")
    try expect(
      JobReport(id: "k3-3", state: .failed, trigger: .request, all: true, failure: failure),
      #"{"type":"job","id":"k3-3","state":"failed","trigger":"request","paths":[],"all":true,"#
        + #""failure":{"type":"failure","code":"worker_failed","status":500,"detail":"it ended","#
        + #""hint":"look"}}"#
    )
  }

  @Test func `a job that has succeeded`() throws {
    let summary = IngestEvent.Summary(
      files: 9,
      unchanged: 8,
      failed: 1,
      added: 2,
      changed: 3,
      removed: 4,
      bytes: 5,
      elapsedMilliseconds: 6
    )
    try expect(
      JobReport(id: "k3-4", state: .succeeded, trigger: .request, summary: summary),
      #"{"type":"job","id":"k3-4","state":"succeeded","trigger":"request","paths":[],"all":false,"#
        + #""summary":{"type":"summary","files":9,"unchanged":8,"failed":1,"added":2,"changed":3,"#
        + #""removed":4,"bytes":5,"elapsedMilliseconds":6}}"#
    )
  }

  @Test func `the status of a daemon that has an index`() throws {
    let report = StatusReport(
      version: "0.2.0",
      process: 42,
      user: "ficsearch",
      socket: "/s.sock",
      uptimeSeconds: 60,
      archive: ["/srv/fiction"],
      index: IndexReport(
        path: "/i.sqlite",
        engine: "e 1",
        capabilities: .init(near: true, exactTotals: true, suggestions: false),
        generation: 3,
        counts: IndexCounts(
          works: 1,
          chapters: 2,
          scenes: 3,
          utterances: 4,
          words: 5,
          textBytes: 6,
          files: 7
        )
      ),
      failedFiles: 1,
      problemCounts: [FileProblemCount(code: "empty", files: 1)],
      problems: [FileProblem(code: "empty", path: "/srv/fiction/x.txt", cause: "it is empty")],
      watch: WatchReport(enabled: true, folders: 8)
    )
    try expect(
      report,
      #"{"type":"status","version":"0.2.0","api":1,"process":42,"user":"ficsearch","#
        + #""socket":"/s.sock","uptimeSeconds":60,"#
        + #""archive":["/srv/fiction"],"index":{"path":"/i.sqlite","engine":"e 1","#
        + #""capabilities":{"near":true,"exactTotals":true,"suggestions":false},"generation":3,"#
        + #""counts":{"works":1,"chapters":2,"scenes":3,"utterances":4,"words":5,"textBytes":6,"#
        + #""files":7}},"failedFiles":1,"problemCounts":[{"code":"empty","files":1}],"#
        + #""problems":[{"type":"file_problem","code":"empty","#
        + #""path":"/srv/fiction/x.txt","cause":"it is empty"}],"#
        + #""watch":{"enabled":true,"folders":8}}"#
    )
  }

  @Test func `the status of a daemon without a usable index`() throws {
    let failure = Problem(code: "index_corrupt", status: 500, detail: "it is damaged")
    let report = StatusReport(
      version: "0.2.0",
      process: 42,
      user: "ficsearch",
      socket: "/s.sock",
      uptimeSeconds: 0,
      archive: [],
      index: IndexReport(path: "/i.sqlite", failure: failure),
      watch: WatchReport(enabled: true, failure: failure)
    )
    try expect(
      report,
      #"{"type":"status","version":"0.2.0","api":1,"process":42,"user":"ficsearch","#
        + #""socket":"/s.sock","uptimeSeconds":0,"archive":[],"#
        + #""index":{"path":"/i.sqlite","failure":{"type":"failure","code":"index_corrupt","#
        + #""status":500,"detail":"it is damaged"}},"failedFiles":0,"problemCounts":[],"problems":[],"#
        + #""watch":{"enabled":true,"folders":0,"failure":{"type":"failure","#
        + #""code":"index_corrupt","status":500,"detail":"it is damaged"}}}"#
    )
  }

  @Test func `a whole answer`() throws {
    let response = SearchResponse([
      .begin(SearchBegin(query: "q", understood: "q", generation: 1, complete: true)),
      .end(SearchEnd(totals: SearchTotals())),
    ])
    try expect(
      response,
      #"{"begin":{"type":"begin","format":1,"query":"q","understood":"q","generation":1,"#
        + #""complete":true},"cards":[],"closest":[],"hits":[],"end":{"type":"end","totals":{"works":0,"#
        + #""chapters":0,"scenes":0,"matches":0,"exact":true},"works":[],"elsewhere":[],"#
        + #""suggestions":[],"cursor":null,"elapsedMilliseconds":0.0}}"#
    )
  }

  @Test func `an answer of lines that come close`() throws {
    var end = SearchEnd(totals: SearchTotals())
    end.hardlyTelling = 2
    let hit = Hit(
      ref: "k7f2qdmx:1:2",
      work: WorkLabel(id: "k7f2qdmx", title: "T", authors: []),
      chapter: ChapterLabel(number: 1),
      scene: 1,
      zone: .sceneBreak,
      text: "a b",
      matches: [[0, 1]],
      source: SourcePlace(path: "/p", line: 9),
      score: 0.5,
      lacking: ["c d", "e*"]
    )
    try expect(
      SearchResponse([.closest(hit), .end(end)]),
      #"{"begin":null,"cards":[],"closest":[{"type":"closest","ref":"k7f2qdmx:1:2","#
        + #""work":{"id":"k7f2qdmx","title":"T","authors":[]},"chapter":{"number":1,"#
        + #""title":null},"scene":1,"zone":"break","kind":null,"speaker":null,"addressees":[],"#
        + #""confidence":null,"rule":null,"text":"a b","matches":[[0,1]],"said":[],"#
        + #""before":[],"after":[],"source":{"path":"/p","line":9},"score":0.5,"lacking":["c d","e*"]}],"#
        + #""hits":[],"end":{"type":"end","totals":{"works":0,"chapters":0,"scenes":0,"#
        + #""matches":0,"exact":true},"works":[],"hardlyTelling":2,"elsewhere":[],"#
        + #""suggestions":[],"cursor":null,"elapsedMilliseconds":0.0}}"#
    )
  }

  @Test func `a count`() throws {
    let totals = SearchTotals(works: 1, chapters: 2, scenes: 3, matches: 4)
    try expect(
      SearchResponse([.count(SearchCount(totals: totals))]),
      #"{"count":{"type":"count","matches":4,"scenes":3,"chapters":2,"works":1}}"#
    )
  }

  @Test func `a page of works`() {
    var facts = WorkFacts()
    facts.fandoms = ["F"]
    facts.rating = "teen"
    facts.updated = CalendarDate(number: 2020_05_00)
    let work = WorkEntry(
      work: WorkLabel(id: "k7f2qdmx", title: "T", authors: ["A"]),
      chapters: 1,
      scenes: 2,
      words: 3,
      path: "/p",
      facts: facts,
      metadata: [MetadataField(key: "rating", value: "T", origin: .header)]
    )
    let page = WorksPage(total: 9, understood: "fandom:f", cursor: "c")
    let response = WorksResponse(works: [work], page: page)
    #expect(
      String(decoding: response.jsonBytes, as: UTF8.self)
        == #"{"works":[{"type":"work","work":{"id":"k7f2qdmx","title":"T","authors":["A"]},"#
        + #""chapters":1,"scenes":2,"words":3,"path":"/p","facts":{"fandoms":["F"],"#
        + #""rating":"teen","updated":"2020-05"},"metadata":[{"key":"rating","value":"T","#
        + #""origin":"header"}]}],"total":9,"understood":"fandom:f","suggestions":[],"cursor":"c"}"#
    )
    #expect(
      String(decoding: page.jsonBytes, as: UTF8.self)
        == #"{"type":"page","total":9,"understood":"fandom:f","suggestions":[],"cursor":"c"}"#
    )
  }

  @Test func `works parameters are read as they are written`() throws {
    let parameters = WorksParameters(
      query: "fandom:* & more",
      sort: .updated,
      isReversed: true,
      limit: 7,
      cursor: "c",
      copies: .all
    )
    #expect(try WorksParameters(QueryItems(encoded: parameters.items.encoded)) == parameters)
    #expect(throws: Problem.self) { try WorksParameters(QueryItems(encoded: "sort=size")) }
    #expect(throws: Problem.self) { try WorksParameters(QueryItems(encoded: "reverse=yes")) }
    #expect(throws: Problem.self) { try WorksParameters(QueryItems(encoded: "order=up")) }
    #expect(throws: Problem.self) { try WorksParameters(QueryItems(encoded: "copies=some")) }
    #expect(throws: Problem.self) { try WorksParameters(QueryItems(encoded: "limit=0")) }
  }

  @Test func `a list`() {
    let bytes = Listing("completions", ["smith", "smoke"]).jsonBytes
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"completions":["smith","smoke"]}"#)
  }

  @Test func `a job's records are told apart by their type`() throws {
    let job = JobRecord.job(JobReport(id: "1", state: .running, trigger: .start))
    let event = JobRecord.event(.summary(IngestEvent.Summary(files: 1)))
    for record in [job, event] {
      #expect(try JobRecord(json: JSONValue(record.jsonBytes)) == record)
    }
    #expect(throws: JSONError.self) {
      try JobRecord(json: JSONValue(Array(#"{"type":"hit"}"#.utf8)))
    }
  }

  /// The value is written as the line, and read back from it.
  private func expect<Message: JSONWritable & JSONReadable & Equatable>(
    _ message: Message,
    _ line: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let bytes = message.jsonBytes
    #expect(String(decoding: bytes, as: UTF8.self) == line, sourceLocation: sourceLocation)
    let back = try Message(json: JSONValue(bytes))
    #expect(back == message, sourceLocation: sourceLocation)
  }
}
