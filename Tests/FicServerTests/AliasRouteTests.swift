import FicIndex
import FicModel
import FicWire
import FoundationEssentials
import Synchronization
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct AliasRouteTests {
  /// Two works of one title, and one of its own.
  private static func server() throws -> TestServer {
    var server = try TestServer()
    let archive = server.options.value.archive[0]
    let works = ["Lock-In", "Twins", "Twins"].enumerated().map { number, title in
      WorkEntry(
        work: WorkLabel(id: WorkID(rawValue: UInt64(number + 1)).description, title: title),
        chapters: 1,
        scenes: 1,
        words: 1,
        path: "\(archive)/\(number).txt",
        metadata: []
      )
    }
    server.answers.worksCalled = { words, _, _ in
      works.filter { work in
        work.work.title.lowercased().contains(words.lowercased()) || work.work.id == words
      }
    }
    return server
  }

  private static func put(
    _ server: TestServer.Running,
    _ name: String,
    _ aliases: [String],
    work: String? = nil
  ) async throws -> Reply {
    let request = AliasRequest(name: name, aliases: aliases, work: work)
    return try await server.ask(
      APIPath.aliases,
      method: "PUT",
      headers: ["Content-Type: \(QueryItems.formType)"],
      body: request.items.encoded
    )
  }

  private static func list(
    _ server: TestServer.Running,
    work: String? = nil
  ) async throws
    -> AliasListing
  {
    let reply = try await server.ask(
      APIPath.aliases(work: work),
      headers: ["Accept: application/jsonl"]
    )
    #expect(reply.status == 200)
    var listing = AliasListing()
    for line in reply.body.split(separator: "\n") {
      try listing.append(line: JSONValue(Array(line.utf8)))
    }
    return listing
  }

  @Test func `an alias is written, listed and removed, and each change makes a job`() async throws {
    let test = try Self.server()
    let file = test.options.value.userFile(AliasFile.kind)
    try await test.run { server in
      let set = try await Self.put(
        server,
        "Edwin Smith",
        ["Smith", "the tall agent"],
        work: "lock"
      )
      #expect(set.status == 202)
      let job = try JobReport(json: JSONValue(Array(set.body.utf8)))
      #expect(job.paths.count == 1 && job.paths[0].hasSuffix("/0.txt"))
      #expect(set.header("Location") == APIPath.job(id: job.id))
      #expect(try await Self.put(server, "Mary", ["Polly"]).status == 202)
      let all = try await Self.list(server)
      #expect(all.aliases.map(\.name) == ["Mary", "Edwin Smith"])
      #expect(all.aliases.map(\.work) == [nil, "Lock-In"])
      #expect(all.aliases.allSatisfy { $0.file == file })
      #expect(try await Self.list(server, work: "lock").aliases.count == 2)
      let removed = try await server.ask(
        APIPath.aliases(name: "edwin smith", aliases: ["SMITH"], work: "Lock-In"),
        method: "DELETE"
      )
      #expect(removed.status == 202)
      #expect(try await Self.list(server).aliases.last?.aliases == ["the tall agent"])
      let gone = try await server.ask(
        APIPath.aliases(name: "Mary", aliases: [], work: nil),
        method: "DELETE"
      )
      #expect(gone.status == 202)
      #expect(try await Self.list(server).aliases.map(\.name) == ["Edwin Smith"])
      let whole = try await server.ask(APIPath.aliases)
      #expect(whole.body.hasPrefix(#"{"aliases":[{"type":"alias","name":"Edwin Smith""#))
    }
  }

  @Test func `a name that means somebody else is refused`() async throws {
    try await Self.server().run { server in
      #expect(try await Self.put(server, "A", ["B"]).status == 202)
      for (name, aliases) in [("B", ["A"]), ("C", ["B"]), ("C", ["a"]), ("b", [])] {
        let reply = try await Self.put(server, name, aliases)
        #expect(reply.status == 409 && reply.problem?.code == "alias_claimed", "\(name)")
        #expect(reply.problem?.hint?.contains("ficsearch alias remove") == true)
      }
      // In a work of its own it may.
      #expect(try await Self.put(server, "B", ["A"], work: "lock").status == 202)
      #expect(try await Self.put(server, "A", ["B", "a", "b"]).status == 202)
    }
  }

  @Test(
    arguments: [
      ("", []), ("A", [""]), ("A", ["…"]), ("A\n[work: x]", ["B"]), ("A", ["\u{1B}[31mred"]),
      ("A", ["b\u{202E}c"]), ("A", ["\u{0}"]), (String(repeating: "x", count: 201), []),
      ("A", ["I"]),
    ] as [(String, [String])]
  )
  func `a hostile name is refused with a hint`(name: String, aliases: [String]) async throws {
    let test = try Self.server()
    try await test.run { server in
      let reply = try await Self.put(server, name, aliases)
      #expect(reply.status == 400 && reply.problem?.code == "bad_alias")
      #expect(reply.problem?.hint?.isEmpty == false)
    }
    #expect(!FileManager.default.fileExists(atPath: test.options.value.userFile(AliasFile.kind)))
  }

  @Test func `names that look like syntax stay names`() async throws {
    try await Self.server().run { server in
      let names = ["= x", "[work: y]", "# z", "a, b", "\"q\" \\", "d # e"]
      for name in names {
        let reply = try await Self.put(server, name, [name + " 2"])
        #expect(reply.status == 202)
      }
      #expect(try await Self.list(server).aliases.map(\.name) == names)
    }
  }

  @Test func `a work is one work`() async throws {
    try await Self.server().run { server in
      let none = try await Self.put(server, "A", ["B"], work: "nowhere")
      #expect(none.status == 404 && none.problem?.code == "not_found")
      let two = try await Self.put(server, "A", ["B"], work: "twins")
      #expect(two.status == 409 && two.problem?.code == "ambiguous_work")
      #expect(two.problem?.hint?.contains("00000002") == true)
      #expect(try await Self.put(server, "A", ["B"], work: "00000002").status == 202)
      #expect(try await Self.list(server).aliases.map(\.work) == ["00000002"])
    }
  }

  @Test func `a file kept by hand is read, and not changed`() async throws {
    let test = try Self.server()
    let hand = try test.folder.write("# mine\nA = B\nbad\n[work: Gone]\nE = F\n", to: "names")
    var options = test.options.value
    options.aliases = hand
    test.options.replace(with: options)
    try await test.run { server in
      let listing = try await Self.list(server)
      #expect(listing.aliases.map(\.name) == ["A", "E"])
      #expect(listing.problems.map(\.place) == ["line 3"])
      #expect(try await Self.put(server, "C", ["B"]).problem?.code == "alias_claimed")
      let removed = try await server.ask(
        APIPath.aliases(name: "A", aliases: [], work: nil),
        method: "DELETE"
      )
      #expect(removed.problem?.code == "alias_kept_by_hand")
      #expect(try await Self.put(server, "A", ["B2"]).status == 202)
    }
    #expect(
      try String(contentsOf: URL(filePath: hand), encoding: .utf8).hasPrefix("# mine\nA = B\nbad")
    )
  }

  @Test func `an alias of a work that has gone can be removed`() async throws {
    let test = try Self.server()
    try Data("[work: Gone]\nE = F\n".utf8).write(
      to: URL(filePath: test.options.value.userFile(AliasFile.kind))
    )
    try await test.run { server in
      let reply = try await server.ask(
        APIPath.aliases(name: "E", aliases: [], work: "gone"),
        method: "DELETE"
      )
      #expect(reply.status == 202)
      #expect(try await Self.list(server).aliases.isEmpty)
    }
  }

  @Test func `a folder that cannot be written and a file that cannot be read are said`()
    async throws
  {
    let folder = try TemporaryFolder()
    var test = try Self.server()
    // The folder of the index is a file: not even root can write there.
    let blocked = try folder.write("x", to: "blocked")
    test = try TestServer {
      $0.index = blocked + "/index.sqlite"
    }
    try await test.run { server in
      let reply = try await Self.put(server, "A", ["B"])
      #expect(reply.status == 500)
      #expect(["aliases_not_written", "aliases_not_read"].contains(reply.problem?.code))
      #expect(reply.problem?.hint?.isEmpty == false)
      #expect(try await Self.list(server).problems.count == 1)
    }
    let missing = try TestServer { $0.index = folder.file("no/such/index.sqlite") }
    try await missing.run { server in
      let reply = try await Self.put(server, "A", ["B"])
      #expect(reply.problem?.code == "aliases_not_written")
    }
    let pipe = try TestServer { $0.aliases = "/dev/null" }
    try await pipe.run { server in
      let reply = try await Self.put(server, "A", ["B"])
      #expect(reply.problem?.code == "aliases_not_read")
    }
  }

  @Test func `many requests at a time lose nothing`() async throws {
    try await Self.server().run { server in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<40 {
          group.addTask {
            let reply = try await Self.put(server, "Name \(number)", ["Alias \(number)"])
            #expect(reply.status == 202)
          }
        }
        try await group.waitForAll()
      }
      #expect(try await Self.list(server).aliases.count == 40)
    }
  }
}
