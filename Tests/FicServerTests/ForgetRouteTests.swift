import FicIndex
import FicModel
import FicWire
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct ForgetRouteTests {
  /// A work without anything removed, two of one title with something.
  private static func server() throws -> TestServer {
    var server = try TestServer()
    let works = ["Lock-In", "Twins", "Twins", "Lamps"].enumerated().map { number, title in
      WorkEntry(
        work: WorkLabel(id: WorkID(rawValue: UInt64(number + 1)).description, title: title),
        chapters: 1,
        scenes: 1,
        words: 1,
        path: "/archive/\(number).txt",
        removedChapters: number
      )
    }
    server.answers.worksCalled = { words, _, _ in
      works.filter { work in
        work.work.title.lowercased().contains(words.lowercased()) || work.work.id == words
      }
    }
    server.answers.passage = { reference, _, _, _, _ in
      Passage(
        ref: reference,
        work: works[3].work,
        chapter: ChapterLabel(number: 2, removal: reference.contains("100002") ? .chapter : nil),
        source: SourcePlace(path: "/archive/3.txt", line: 1),
        paragraphs: []
      )
    }
    return server
  }

  private static func forget(
    _ server: TestServer.Running,
    _ what: [String]
  ) async throws -> Reply {
    try await server.ask(
      APIPath.forget,
      method: "POST",
      body: #"{"forget":["\#(what.joined(separator: #"",""#))"]}"#
    )
  }

  @Test func `a job forgets the chapters and works that are named`() async throws {
    try await Self.server().run { server in
      let id = WorkID(rawValue: 4).description
      let reply = try await Self.forget(server, ["lamps", "\(id):100002:55"])
      #expect(reply.status == 202)
      let job = try JobReport(json: JSONValue(Array(reply.body.utf8)))
      #expect(job.forgets == [id, "\(id):100002"])
      #expect(job.paths == ["/archive/3.txt"])
      #expect(reply.header("Location") == APIPath.job(id: job.id))
    }
  }

  @Test(
    arguments: [
      ("lock", 409, "not_removed"), ("twins", 409, "ambiguous_work"), ("nothing", 404, "not_found"),
      ("", 404, "not_found"), ("00000004:2", 409, "not_removed"),
    ]
  )
  func `what is in the archive, or means several works, is refused`(
    text: String,
    status: Int,
    code: String
  ) async throws {
    try await Self.server().run { server in
      let reply = try await Self.forget(server, [text])
      #expect(reply.status == status)
      #expect(reply.problem?.code == code)
      #expect(reply.problem?.hint?.isEmpty == false)
    }
  }
}
