import FoundationEssentials
import NIOCore
import NIOPosix
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct ListeningSocketTests {
  private let folder: TemporaryFolder
  private let group = MultiThreadedEventLoopGroup.singleton

  init() throws {
    folder = try TemporaryFolder()
  }

  private func prepare(_ path: String) async -> SocketError? {
    do {
      try await ListeningSocket.path(path).prepare(group)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a socket is made for owner and group, and removed at the end`() async throws {
    let server = try TestServer()
    let path = server.options.value.socket
    try await server.run { _ in
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o660)
      #expect(attributes[.type] as? FileAttributeType == .typeSocket)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a stale socket is replaced`() async throws {
    let server = try TestServer()
    let path = server.options.value.socket
    let dead = try await ServerBootstrap(group: group).bind(unixDomainSocketPath: path).get()
    // As after a kill: the path stays, nobody listens.
    try FileManager.default.moveItem(atPath: path, toPath: path + "-kept")
    try await dead.close()
    try FileManager.default.moveItem(atPath: path + "-kept", toPath: path)
    try await server.run { running in
      let reply = try await running.ask("/healthz")
      #expect(reply.status == 200)
    }
  }

  @Test func `a socket on which a daemon answers is left alone`() async throws {
    let server = try TestServer()
    try await server.run { running in
      let error = await prepare(running.socket)
      #expect(error?.operation == .takeOver)
      #expect(error?.isTemporary == true)
      #expect(error?.description.contains("another daemon") == true)
      let reply = try await running.ask("/healthz")
      #expect(reply.status == 200)
    }
  }

  @Test func `a file that is no socket is left alone`() async throws {
    let path = try folder.write("mine", to: "s")
    #expect(await prepare(path)?.operation == .replace)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  @Test func `the socket's folder is made`() async throws {
    #expect(await prepare(folder.file("run/s")) == nil)
    #expect(FileManager.default.fileExists(atPath: folder.file("run")))
    #expect(await prepare(folder.file("a/b/c/s"))?.operation == .makeFolder)
  }

  @Test(arguments: ["", String(repeating: "x", count: 200)])
  func `a path that cannot be is an error with its cause`(name: String) async throws {
    let server = try TestServer { $0.socket = name.isEmpty ? "" : "/tmp/" + name }
    let error = await #expect(throws: SocketError.self) { try await server.run { _ in } }
    #expect(error?.description.isEmpty == false)
  }

  @Test func `without a service manager nothing is inherited`() throws {
    #expect(try ListeningSocket.inherited() == nil)
  }
}
