import FicIndex
import FicModel
import FicWire
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct PageRouteTests {
  @Test(arguments: [
    "/", "/search?q=smith", "/search?q=smith&upto=&in=&sort=works&context=", "/facets?q=smith",
    "/shelf", "/shelf?q=status%3Acomplete&sort=added", "/cast", "/count",
    "/count?q=smith&by=speaker",
    "/count?q=smith&show=dispersion", "/count?q=smith&show=collocates",
    "/count?q=smith&show=concordance&sort=left",
  ])
  func `a page is one, and nothing of elsewhere may be in it`(target: String) async throws {
    try await TestServer().run { server in
      let reply = try await server.ask(target)
      #expect(reply.status == 200)
      #expect(reply.header("Content-Type") == "text/html; charset=utf-8")
      let policy = reply.header("Content-Security-Policy") ?? ""
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
      #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
      #expect(reply.header("X-Content-Type-Options") == "nosniff")
      #expect(reply.body.hasSuffix("</html>\n"))
    }
  }

  @Test(arguments: [
    ("/search?q=x&limit=0", 400),
    ("/works/k7f2qdmx", 404), ("/fix/x", 404), ("/read/a?upto=x", 400),
    ("/count?q=x&by=nothing", 400), ("/count?q=x&show=nothing", 400), ("/read/a?x=1", 400),
    ("/assets/page.exe", 404), ("/assets/..%2F..%2Fetc%2Fpasswd", 404),
  ])
  func `what went wrong is a page too`(target: String, status: Int) async throws {
    try await TestServer().run { server in
      let reply = try await server.ask(target)
      #expect(reply.status == status)
      #expect(reply.header("Content-Type") == "text/html; charset=utf-8")
      #expect(reply.body.contains("role=\"alert\""))
      #expect(reply.header("Content-Security-Policy") != nil)
    }
  }

  @Test(arguments: [
    ("page.css", "text/css; charset=utf-8"), ("page.js", "text/javascript; charset=utf-8"),
    ("icon.svg", "image/svg+xml"),
  ])
  func `what pages are made with may be kept for good`(name: String, type: String) async throws {
    try await TestServer().run { server in
      let reply = try await server.ask("/assets/\(name)?v=1")
      #expect(reply.status == 200 && reply.header("Content-Type") == type)
      #expect(reply.header("Cache-Control")?.contains("immutable") == true)
    }
  }

  @Test func `a search without a query leads to the first page`() async throws {
    try await TestServer().run { server in
      for target in ["/search", "/search?q="] {
        let reply = try await server.ask(target)
        #expect(reply.status == 303 && reply.header("Location") == "/")
      }
    }
  }

  @Test func `the query that was wrong stands in the box to be mended`() async throws {
    try await TestServer().run { server in
      let reply = try await server.ask("/search?q=nofield%3A%3Cb%3E&limit=0")
      #expect(reply.body.contains("value=\"nofield:&lt;b&gt;\""))
    }
  }

  @Test(arguments: [
    ("/v1/search", "GET, HEAD"), ("/healthz", "GET, HEAD"), ("/v1/reindex", "POST"),
    ("/v1/aliases", "GET, HEAD, PUT, DELETE"), ("/v1/watches", "GET, HEAD, PUT, DELETE, POST"),
    ("/mcp", "POST"), ("/shelf", "GET, HEAD"), ("/cast", "GET, HEAD, POST"),
    ("/fix/a", "GET, HEAD, POST"),
  ])
  func `a method that a path has not is told those that it has`(
    path: String,
    methods: String
  ) async throws {
    try await TestServer().run { server in
      let reply = try await server.ask(path, method: "PATCH")
      #expect(reply.status == 405 && reply.header("Allow") == methods)
      let nothing = try await server.ask("/elsewhere", method: "PATCH")
      #expect(nothing.status == 404)
    }
  }

  @Test func `where nothing is indexed it is told what the first run failed of`() async throws {
    var server = try TestServer()
    server.answers.search = { _, _ in
      throw IndexError(code: .notIndexed, operation: "search", path: "/i.sqlite", cause: "empty")
    }
    let failure = Problem(code: "x", status: 500, detail: "no worker is there", hint: "find one")
    server.runner = { _, _ in .failed(failure) }
    try await server.run { server in
      let job = try await server.ask(
        "/v1/reindex?wait=true",
        method: "POST",
        headers: ["Content-Type: application/json"],
        body: "{}"
      )
      #expect(job.body.contains("no worker is there"))
      let reply = try await server.ask("/v1/search?q=smith")
      #expect(reply.status == 503)
      #expect(reply.body.contains("no worker is there") && reply.body.contains("find one"))
    }
  }

  @Test func `a form that renames nobody is refused with a page`() async throws {
    try await TestServer().run { server in
      let reply = try await server.ask(
        "/cast",
        method: "POST",
        headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: "name=&aliases=&change=merge"
      )
      #expect(reply.status == 400 && reply.body.contains("role=\"alert\""))
    }
  }
}
