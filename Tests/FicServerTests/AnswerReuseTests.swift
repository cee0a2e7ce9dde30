import FicIndex
import FicModel
import Synchronization
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct AnswerReuseTests {
  /// An index of one number, which every search tells.
  private final class Library: Sendable {
    struct State {
      var version = IndexVersion(place: [1], generation: 1)
      var searches = 0
      var isExact = true
    }

    let state = Mutex(State())

    var answers: QueryAnswers {
      var answers = QueryAnswers.fixed
      answers.version = { _ in self.state.withLock { $0.version } }
      answers.search = { _, _ in
        self.state.withLock { state in
          state.searches += 1
          let totals = SearchTotals(matches: state.searches, exact: state.isExact)
          return [.end(SearchEnd(totals: totals, elapsedMilliseconds: 1234.5))]
        }
      }
      return answers
    }
  }

  private static func server(
    _ library: Library,
    _ change: (inout DaemonOptions) -> Void = { _ in }
  ) throws -> TestServer {
    var server = try TestServer(change)
    server.answers = library.answers
    return server
  }

  /// What an answer says but for its time.
  private static func told(_ reply: Reply) throws -> SearchEnd {
    var end = try SearchEnd(json: JSONValue(Array(reply.body.utf8))["end"])
    end.elapsedMilliseconds = 0
    return end
  }

  @Test func `an answer is given again, with another time, until the index changes`() async throws {
    let library = Library()
    try await Self.server(library).run { server in
      let first = try await server.ask("/v1/search?q=lamp")
      let again = try await server.ask("/v1/search?q=lamp")
      #expect(first.body.contains("1234.5") && !again.body.contains("1234.5"))
      #expect(try Self.told(first) == Self.told(again))
      #expect(again.header("Content-Type") == "application/json")
      #expect(library.state.withLock(\.searches) == 1)
      library.state.withLock { $0.version.generation = 2 }
      #expect(try Self.told(try await server.ask("/v1/search?q=lamp")).totals.matches == 2)
      library.state.withLock { $0.version = IndexVersion(place: [2], generation: 2) }
      #expect(try Self.told(try await server.ask("/v1/search?q=lamp")).totals.matches == 3)
      #expect(try Self.told(try await server.ask("/v1/search?q=lamp")).totals.matches == 3)
    }
  }

  @Test func `lines and one object are answers of their own`() async throws {
    let library = Library()
    try await Self.server(library).run { server in
      for _ in 0..<2 {
        let lines = try await server.ask(
          "/v1/search?q=lamp",
          headers: ["Accept: application/jsonl"]
        )
        #expect(lines.header("Content-Type") == "application/jsonl")
        #expect(lines.body.hasPrefix(#"{"type":"end""#) && lines.body.hasSuffix("}\n"))
        let whole = try await server.ask("/v1/search?q=lamp")
        #expect(whole.body.hasPrefix(#"{"begin":"#))
      }
      #expect(library.state.withLock(\.searches) == 2)
    }
  }

  @Test func `what is not exact is not given again`() async throws {
    let library = Library()
    library.state.withLock { $0.isExact = false }
    try await Self.server(library).run { server in
      _ = try await server.ask("/v1/search?q=lamp")
      _ = try await server.ask("/v1/search?q=lamp")
      #expect(library.state.withLock(\.searches) == 2)
    }
  }

  @Test func `nothing is kept where the setting says so`() async throws {
    let library = Library()
    try await Self.server(library) { $0.cacheBytes = 0 }.run { server in
      _ = try await server.ask("/v1/search?q=lamp")
      _ = try await server.ask("/v1/search?q=lamp")
      #expect(library.state.withLock(\.searches) == 2)
    }
  }

  @Test func `an answer made while the index changed is not given again`() async throws {
    let library = Library()
    var server = try Self.server(library)
    let search = server.answers.search
    server.answers.search = { request, deadline in
      library.state.withLock { $0.version.generation += 1 }
      return try await search(request, deadline)
    }
    try await server.run { server in
      _ = try await server.ask("/v1/search?q=lamp")
      _ = try await server.ask("/v1/search?q=lamp")
      #expect(library.state.withLock(\.searches) == 2)
    }
  }
}
