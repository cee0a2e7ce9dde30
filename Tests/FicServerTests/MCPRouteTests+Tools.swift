import FicIndex
import FicModel
import FicWire
import Testing

@testable import FicServer

/// What the tools of `/mcp` are told to be, and do.
extension MCPRouteTests {
  @Test func `each tool has a schema with its bounds, and only reads`() async throws {
    let server = try TestServer { $0.maximumHits = 50 }
    try await server.run { server in
      let answer = try await ask(Self.message("tools/list"), server)
      guard case .array(let tools) = answer["result"]["tools"] else {
        Issue.record("\(answer)")
        return
      }
      let names = tools.map { $0["name"] }
      #expect(names == ["search", "read", "cast", "count", "works"].map(JSONValue.string))
      for tool in tools {
        #expect(tool["annotations"]["readOnlyHint"] == .bool(true))
        #expect(try tool.read("description", as: String.self).contains("quoted from works of fic"))
        let schema = tool["inputSchema"]
        #expect(schema["type"] == .string("object"))
        #expect(schema["additionalProperties"] == .bool(false))
        #expect(schema["properties"]["from"]["type"] == .string("integer"))
        let limit = schema["properties"]["limit"]
        #expect(limit == .null || limit["maximum"] == .integer(50))
      }
      let search = tools[0]["inputSchema"]
      #expect(search["required"] == .array([.string("query")]))
      #expect(search["properties"]["context"]["maximum"] == .integer(20))
      let zones = ["story", "dialogue", "narration", "thought", "notes", "summary", "all"]
      #expect(search["properties"]["in"]["enum"] == .array(zones.map(JSONValue.string)))
      // Every value that a schema offers is taken by the route behind it.
      for tool in tools {
        guard case .object(let properties) = tool["inputSchema"]["properties"] else { continue }
        for (name, property) in properties {
          var values: [JSONValue] = [property["minimum"], property["maximum"]]
          if case .array(let choices) = property["enum"] { values += choices }
          for value in values where value != .null && name != "from" {
            let arguments = JSONValue.object([
              tool["name"] == .string("read") ? "ref" : "query": .string("k7f2qdmx:1"), name: value,
            ])
            let text = String(decoding: arguments.jsonBytes, as: UTF8.self)
            let said = try await call(
              try tool.read("name"),
              tool["name"] == .string("cast") ? text.replacing("query", with: "name") : text,
              server
            ).text
            #expect(!said.contains("hint: it takes"), "\(text): \(said)")
          }
        }
      }
    }
  }

  @Test func `arguments arrive as what a route is asked`() async throws {
    let asked = Collected<SearchRequest>()
    let casts = Collected<CastRequest>()
    var server = try TestServer()
    let search = server.answers.search
    server.answers.search = { request, deadline in
      asked.append(request)
      return try await search(request, deadline)
    }
    server.answers.cast = { request, _ in
      casts.append(request)
      return []
    }
    try await server.run { server in
      let found = try await call(
        "search",
        #"{"query":"“don’t” & +","limit":3,"sort":"newest","context":2,"upto":4,"in":"notes","exact":true}"#,
        server
      )
      #expect(!found.isError && found.text.contains("Nothing found"))
      let nobody = try await call("cast", #"{"work":"Lamps","name":"Smith","limit":2.0}"#, server)
      #expect(nobody.text == "Nobody found.\n")
    }
    let request = try #require(asked.values.first)
    #expect(request.query == "“don’t” & +" && request.limit == 3 && request.sort == .newest)
    #expect(request.contextLines == 2 && request.upto == 4 && "\(request.zone)".contains("notes"))
    #expect(request.isExact)
    #expect(casts.values.first?.work == "Lamps" && casts.values.first?.name == "Smith")
    #expect(casts.values.first?.limit == 3)
  }

  @Test(arguments: [
    ("search", "{}", "without the argument query"),
    ("search", #"{"query":"x","limit":0}"#, "from 1 to 1000"),
    ("search", #"{"query":"x","limit":"many"}"#, "from 1 to 1000"),
    ("search", #"{"query":["x"]}"#, "one value"),
    ("search", #"{"query":"x","limit":2.5}"#, "from 1 to 1000"),
    ("search", #"{"query":"x","view":"count"}"#, "no argument 'view'"),
    ("search", #"{"query":"x","in":"margins"}"#, "one of story"),
    ("search", #"{"query":"x","from":999999}"#, "at its end"),
    ("search", #"{"query":"x","from":-1}"#, "from 0"),
    ("count", #"{"query":"x","by":"mood"}"#, "one of work"),
    ("read", "{}", "without the argument ref"),
    ("read", #"{"ref":"k7f2qdmx:1","extent":"book"}"#, "one of scene, chapter"),
    ("works", #"{"sort":"colour"}"#, "one of relevance"),
  ])
  func `what goes wrong in a tool is its result, with what to do`(
    tool: String,
    arguments: String,
    hint: String
  ) async throws {
    try await TestServer().run { server in
      let result = try await call(tool, arguments, server)
      #expect(result.isError)
      #expect(result.text.contains("hint: ") && result.text.contains(hint), "\(result.text)")
    }
  }

  @Test func `what nobody has thought of is not given away`() async throws {
    struct Secret: Error {}
    var server = try TestServer()
    server.answers.works = { _, _ in throw Secret() }
    try await server.run { server in
      let result = try await call("works", "{}", server)
      #expect(result.isError && !result.text.contains("Secret"))
    }
  }

  @Test func `a long answer is cut at a line, and says how to go on`() async throws {
    var server = try TestServer()
    server.answers.cast = { request, _ in
      (0..<min(request.limit, 900)).map { .sample("Åsa \($0)") }
    }
    try await server.run { server in
      let whole = try await server.ask("/v1/cast?limit=900&form=text&width=100").body
      #expect(whole.utf8.count > MCPExcerpt.maximumBytes)
      var text = ""
      var from: Int? = 0
      while let start = from {
        let part = try await call("cast", #"{"limit":900,"from":\#(start)}"#, server).text
        #expect(part.utf8.count < MCPExcerpt.maximumBytes + 300)
        let pieces = part.split(separator: "\n[Cut here", omittingEmptySubsequences: false)
        #expect(pieces[0].hasSuffix("\n") && !pieces[0].hasPrefix("\n"))
        text += pieces[0]
        from = part.split(separator: "and from ").dropFirst().last.flatMap {
          Int($0.prefix { $0.isNumber })
        }
        #expect(from ?? .max > start)
      }
      #expect(text == whole)
    }
  }

  @Test func `an answer of one endless line is cut between letters`() throws {
    let bytes = Array(String(repeating: "é…", count: 20_000).utf8)
    var start = 0
    var text = ""
    while start < bytes.count {
      let part = try MCPExcerpt(of: bytes, from: start, tool: "read").text
      let own = part.split(separator: "\n[Cut here")[0]
      #expect(!own.contains("\u{FFFD}"))
      text += own
      start += own.utf8.count
    }
    #expect(Array(text.utf8) == bytes)
    // A number that somebody made up begins at the next letter.
    #expect(try MCPExcerpt(of: Array("é…".utf8), from: 1, tool: "read").text == "…")
  }
}
