import FicIndex
import FicModel
import FicWire
import ServiceLifecycle
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct RouteTests {
  @Test func `a search is one object, or a line for each record`() async throws {
    try await TestServer().run { server in
      let whole = try await server.ask("/v1/search?q=smith")
      #expect(whole.status == 200)
      #expect(whole.header("Content-Type") == "application/json")
      let response = try SearchResponse(json: JSONValue(Array(whole.body.utf8)))
      #expect(response.begin?.query == "smith")
      let lines = try await server.ask(
        "/v1/search?q=smith",
        headers: ["Accept: application/jsonl"]
      )
      #expect(lines.header("Content-Type") == "application/jsonl")
      let types = try lines.body.split(separator: "\n").map { line in
        try JSONValue(Array(line.utf8)).read("type", as: String.self)
      }
      #expect(types == ["begin", "end"])
    }
  }

  @Test func `a cast that is cut says so, in every form`() async throws {
    var server = try TestServer()
    server.answers.cast = { request, _ in
      (0..<min(request.limit, 3)).map { .sample("Smith \($0)") }
    }
    try await server.run { server in
      for (form, mark) in [
        ("json", #""cut":true"#), ("jsonl", #"{"type":"cut"}"#),
        ("text", "2 people shown; more with --limit"),
      ] {
        let cut = try await server.ask("/v1/cast?limit=2&form=\(form)")
        #expect(cut.body.contains(mark))
        let whole = try await server.ask("/v1/cast?limit=3&form=\(form)")
        #expect(!whole.body.contains(mark))
      }
    }
  }

  @Test func `each form has its type, and says how a command ends`() async throws {
    try await TestServer().run { server in
      for (form, type) in [
        ("json", "application/json"), ("jsonl", "application/jsonl"),
        ("csv", "text/csv; charset=utf-8; header=present"), ("text", "text/plain; charset=utf-8"),
        ("tei", "application/tei+xml"), ("html", "text/html; charset=utf-8"),
      ] {
        let reply = try await server.ask("/v1/search?q=smith&form=\(form)")
        #expect(reply.header("Content-Type") == type)
        #expect(["0", "1"].contains(reply.header("Ficsearch-Exit")))
      }
      let accepted = try await server.ask(
        "/v1/status",
        headers: ["Accept: image/png, text/csv;q=0.5"]
      )
      #expect(accepted.header("Content-Type")?.hasPrefix("text/csv") == true)
      let wrong = try await server.ask("/v1/search?q=smith&form=xml")
      #expect(wrong.status == 400 && wrong.header("Ficsearch-Exit") == "2")
      let words = try await server.ask("/v1/search?q=smith&limit=0&form=text")
      #expect(words.status == 400 && words.body.hasPrefix("ficsearch: "))
    }
  }

  @Test func `parameters arrive as they were typed`() async throws {
    try await TestServer().run { server in
      let parameters = SearchParameters(query: "“don’t” & a+b %41 東京")
      let reply = try await server.ask(parameters.target)
      let response = try SearchResponse(json: JSONValue(Array(reply.body.utf8)))
      #expect(response.begin?.query == parameters.query)
    }
  }

  @Test(arguments: [
    ("GET", "/v1", 404, "no_such_path"), ("GET", "/v2/search?q=x", 404, "no_such_path"),
    ("GET", "/v1/search/x", 404, "no_such_path"), ("GET", "/%", 404, "no_such_path"),
    ("DELETE", "/v1/search?q=x", 405, "no_such_method"),
    ("POST", "/v1/aliases", 405, "no_such_method"),
    ("PUT", "/v1/aliases", 400, "bad_body"), ("DELETE", "/v1/aliases", 400, "missing_parameter"),
    ("GET", "/v1/aliases?nome=x", 400, "unknown_parameter"),
    ("GET", "/v1/aliases?work=x", 404, "not_found"),
    ("DELETE", "/v1/aliases?name=x", 404, "no_such_alias"),
    ("GET", "/v1/reindex", 405, "no_such_method"),
    ("GET", "/v1/forget", 405, "no_such_method"),
    ("POST", "/v1/forget", 400, "bad_body"),
    ("GET", "/v1/changes?since=soon", 400, "bad_parameter"),
    ("GET", "/v1/changes?sinse=1d", 400, "unknown_parameter"),
    ("GET", "/v1/search", 400, "missing_parameter"),
    ("GET", "/v1/search?q=x&limit=1001", 400, "bad_parameter"),
    ("GET", "/v1/works?limit=x", 400, "bad_parameter"),
    ("GET", "/v1/cast?nome=x", 400, "unknown_parameter"),
    ("GET", "/v1/works/x", 404, "not_found"),
    ("GET", "/v1/works/k7f2qdmx", 404, "not_found"),
    ("GET", "/v1/search?q=x&in=margins", 400, "bad_parameter"),
    ("GET", "/v1/jobs/1", 404, "no_such_job"),
  ])
  func `errors are problems with a hint`(
    method: String,
    target: String,
    status: Int,
    code: String
  ) async throws {
    try await TestServer().run { server in
      let reply = try await server.ask(target, method: method)
      #expect(reply.status == status)
      #expect(reply.header("Content-Type") == "application/problem+json")
      #expect(reply.problem?.code == code)
      #expect(reply.problem?.hint?.isEmpty == false)
      #expect((reply.header("Allow") != nil) == (status == 405))
    }
  }

  @Test func `an index error is worded, an unknown one is not given away`() async throws {
    struct Secret: Error {}
    var server = try TestServer()
    server.answers.completions = { _, _, _ in throw Secret() }
    server.answers.works = { _, _ in
      throw IndexError(
        code: .notIndexed,
        operation: "read the index",
        path: "/i.sqlite",
        cause: "no file"
      )
    }
    try await server.run { server in
      let unknown = try await server.ask("/v1/complete?prefix=x")
      #expect(unknown.status == 500)
      #expect(unknown.problem?.code == "internal")
      #expect(!unknown.text.contains("Secret"))
      let missing = try await server.ask("/v1/works")
      #expect(missing.status == 503)
      #expect(missing.problem?.code == "not_indexed")
      #expect(missing.header("Retry-After") == "1")
    }
  }

  @Test func `a deadline is handed on`() async throws {
    var server = try TestServer { $0.queryMilliseconds = 50 }
    server.answers.completions = { _, _, deadline in
      try await Task.sleep(for: .milliseconds(100))
      return [deadline.hasPassed ? "late" : "early"]
    }
    try await server.run { server in
      let reply = try await server.ask("/v1/complete?prefix=x")
      #expect(reply.body.contains("late"))
    }
  }

  @Test func `more queries than may wait are turned away and told when to come again`()
    async throws
  {
    var server = try TestServer {
      $0.concurrentQueries = 1
      $0.queuedQueries = 1
    }
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    server.answers.completions = { _, _, _ in
      for await _ in gate {}
      return []
    }
    try await server.run { server in
      async let first = server.ask("/v1/complete?prefix=a")
      async let second = server.ask("/v1/complete?prefix=b")
      #expect(
        try await eventually {
          try await server.ask("/metrics").body.contains("ficsearch_queries_waiting 1")
        }
      )
      let third = try await server.ask("/v1/complete?prefix=c")
      #expect(third.status == 503)
      #expect(third.problem?.code == "too_busy")
      #expect(third.header("Retry-After") == "1")
      // Status and metrics are no queries: they answer also then.
      #expect(try await server.ask("/v1/status").status == 200)
      open.finish()
      let answered = try await [first.status, second.status]
      #expect(answered == [200, 200])
    }
  }

  @Test func `status says what is wrong with the index`() async throws {
    try await TestServer().run { server in
      let reply = try await server.ask("/v1/status")
      #expect(reply.status == 200)
      let report = try StatusReport(json: JSONValue(Array(reply.body.utf8)))
      #expect(report.index.failure?.code == "index_corrupt")
      #expect(report.index.failure?.hint?.isEmpty == false)
      #expect(report.api == 1)
      #expect(report.process > 0)
      // The tests run as whoever owns their process.
      #expect(!report.user.isEmpty && UInt32(report.user) == nil)
      #expect(report.socket.hasPrefix("/"))
    }
  }

  @Test func `a reindex makes a job that tells how it goes`() async throws {
    var server = try TestServer()
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let problem = FileProblem(code: "empty", path: "/a/x.txt", cause: "it is empty")
    server.runner = { scope, report in
      report(.progress(IngestEvent.Progress(filesTotal: 3)))
      report(.fileProblem(problem))
      for await _ in gate {}
      return .succeeded(IngestEvent.Summary(files: 3, failed: 1))
    }
    try await server.run { server in
      let asked = try await server.ask("/v1/reindex", method: "POST", body: #"{"all":true}"#)
      #expect(asked.status == 202)
      let job = try JobReport(json: JSONValue(Array(asked.body.utf8)))
      #expect(job.all)
      #expect(asked.header("Location") == APIPath.job(id: job.id))
      let lines = ["Accept: application/jsonl"]
      async let watched = server.ask(APIPath.job(id: job.id), headers: lines)
      try await Task.sleep(for: .milliseconds(100))
      open.finish()
      let records = try await watched.records
      guard case .job(let first) = records.first, case .job(let last) = records.last else {
        Issue.record("the stream does not begin and end with the job")
        return
      }
      #expect(first.id == job.id)
      #expect(last.state == .succeeded)
      #expect(last.summary?.files == 3)
      #expect(records.contains(.event(.fileProblem(problem))))
      let after = try await server.ask(APIPath.job(id: job.id))
      #expect(try JobReport(json: JSONValue(Array(after.body.utf8))) == last)
    }
  }

  @Test func `a job's stream ends when the daemon stops`() async throws {
    var server = try TestServer()
    server.runner = { _, _ in
      try? await Task.sleep(for: .seconds(60))
      return .cancelled
    }
    try await server.run { server in
      let job = try #require(server.jobs.enqueue(ReindexScope(), trigger: .start))
      let connection = try await server.connect()
      try await connection.send(
        "GET \(APIPath.job(id: job.id)) HTTP/1.1\r\nHost: x\r\nAccept: application/jsonl\r\n\r\n"
      )
      let start = try await connection.read(until: "}\n\r\n")
      #expect(start.status == 200)
      await server.group.triggerGracefulShutdown()
      let rest = try await connection.read()
      guard case .job(let last) = Reply(bytes: start.bytes + rest.bytes).records.last else {
        Issue.record("the stream does not end with the job")
        return
      }
      #expect(last.state == .cancelled)
      #expect(last.failure?.code == "stopping")
    }
  }

  @Test(arguments: [
    #"{"paths":["/etc"]}"#, #"{"paths":["ARCHIVE/../x"]}"#, #"{"paths":["ARCHIVEx"]}"#,
    #"{"paths":["relative"]}"#, #"{"paths":[""]}"#, #"{"paths":["ARCHIVE/a\u0000b"]}"#,
  ])
  func `a path outside the archive is refused`(body: String) async throws {
    try await TestServer().run { server in
      let archive = String(server.socket.dropLast("socket".count)) + "archive"
      let text = body.split(separator: "ARCHIVE", omittingEmptySubsequences: false)
        .joined(separator: archive)
      let reply = try await server.ask("/v1/reindex", method: "POST", body: text)
      #expect(reply.status == 400)
      #expect(reply.problem?.code == "outside_archive")
    }
  }

  @Test func `a body that is too large or not understood is refused`() async throws {
    try await TestServer().run { server in
      let blank = String(repeating: " ", count: 65 * 1024)
      let large = try await server.ask("/v1/reindex", method: "POST", body: blank)
      #expect(large.status == 413)
      #expect(large.problem?.code == "body_too_large")
      let strange = try await server.ask("/v1/reindex", method: "POST", body: "[1]")
      #expect(strange.status == 400)
      #expect(strange.problem?.code == "bad_body")
    }
  }

  @Test func `metrics count what was answered`() async throws {
    try await TestServer().run { server in
      _ = try await server.ask("/v1/search?q=x")
      _ = try await server.ask("/v1/search")
      let reply = try await server.ask("/metrics")
      #expect(reply.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
      let text = reply.body
      #expect(text.contains(#"ficsearch_requests_total{path="/v1/search",status="200"} 1"#))
      #expect(text.contains(#"ficsearch_requests_total{path="/v1/search",status="400"} 1"#))
      #expect(text.contains(#"ficsearch_search_seconds_bucket{le="+Inf"} 2"#))
      #expect(text.contains("ficsearch_index_up 0"))
    }
  }

  @Test func `a head request has no body`() async throws {
    try await TestServer().run { server in
      let reply = try await server.ask("/healthz", method: "HEAD")
      #expect(reply.status == 200)
      #expect(reply.body.isEmpty)
    }
  }
}

extension Reply {
  /// The records of a job's stream; the body may be cut into chunks, whose sizes are no JSON.
  fileprivate var records: [JobRecord] {
    body.split(whereSeparator: \.isNewline).compactMap { line in
      try? JobRecord(json: JSONValue(Array(line.utf8)))
    }
  }
}
