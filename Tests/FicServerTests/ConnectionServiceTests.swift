import FicIndex
import FicModel
import FicWire
import ServiceLifecycle
import Testing

@testable import FicServer

@Suite(.serialized, .timeLimit(.minutes(15))) struct ConnectionServiceTests {
  /// Peers may take so long in these tests.
  private static let short = ConnectionState.Limits(
    request: .milliseconds(400),
    stall: .milliseconds(400),
    farewell: .milliseconds(400)
  )

  @Test func `a request is answered and the connection closed on request`() async throws {
    try await TestServer().run { server in
      let reply = try await server.ask("/healthz")
      #expect(reply.status == 200)
      #expect(reply.body == "ok\n")
      #expect(reply.header("Date")?.hasSuffix(" GMT") == true)
      #expect(reply.isClosed)
    }
  }

  @Test func `several requests share a connection`() async throws {
    try await TestServer().run { server in
      let connection = try await server.connect()
      for _ in 0..<3 {
        try await connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        let reply = try await connection.read(until: "ok\n")
        #expect(reply.status == 200)
        #expect(!reply.isClosed)
      }
    }
  }

  @Test func `who has closed his side still gets the answer`() async throws {
    try await TestServer().run { server in
      let connection = try await server.connect()
      try await connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      connection.finishSending()
      #expect(try await connection.read().body == "ok\n")
    }
  }

  @Test(arguments: [
    "\u{0}\u{1}\u{2}\u{3}garbage\r\n\r\n", "EHLO mail\r\n", "GET /\r\n\r\n",
    "GET / HTTP/1.1\r\nno colon\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}",
  ])
  func `what is no HTTP is told so`(garbage: String) async throws {
    try await TestServer().run { server in
      let connection = try await server.connect()
      try await connection.send(garbage)
      let reply = try await connection.read()
      #expect(reply.status == 400)
      #expect(reply.header("Content-Type") == "application/problem+json")
      #expect(reply.problem?.code == "not_http")
      #expect(reply.isClosed)
      #expect(try await server.ask("/healthz").status == 200)
    }
  }

  @Test func `a request line over the bound is refused, one below it is read`() async throws {
    try await TestServer().run { server in
      let long = String(repeating: "a", count: 65 * 1024)
      let refused = try await server.ask("/v1/search?q=\(long)")
      #expect(refused.status == 414)
      #expect(refused.problem?.code == "request_too_long")
      let read = try await server.ask("/v1/search?q=\(long.prefix(60 * 1024))")
      #expect(read.status == 200)
    }
  }

  @Test(arguments: [
    "", "GET /healthz HTT", "POST /v1/reindex HTTP/1.1\r\nContent-Length: 9\r\n\r\n{",
  ])
  func `who sends nothing or half a request is closed on`(half: String) async throws {
    var server = try TestServer()
    server.limits = Self.short
    try await server.run { server in
      let connection = try await server.connect()
      try await connection.send(half)
      #expect(try await server.ask("/healthz").status == 200)
      let reply = try await connection.read()
      #expect(reply.isClosed)
      #expect(reply.bytes.isEmpty)
    }
  }

  @Test func `who sends drop by drop is closed on`() async throws {
    var server = try TestServer()
    server.limits = Self.short
    try await server.run { server in
      let connection = try await server.connect()
      var isOpen = true
      for _ in 0..<200 where isOpen {
        isOpen = try await connection.send("G")
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(!isOpen)
    }
  }

  @Test func `who does not take its answer is closed on, and others are served`() async throws {
    var server = try TestServer()
    server.limits = Self.short
    // More than the kernel keeps for a socket, some 200 KiB.
    let long = String(repeating: "x", count: 512 << 10)
    server.answers.completions = { _, _, _ in [long] }
    try await server.run { server in
      let connection = try await server.connect()
      try await connection.send("GET /v1/complete?prefix=a HTTP/1.1\r\nHost: x\r\n\r\n")
      try await Task.sleep(for: .milliseconds(1500))
      #expect(try await server.ask("/healthz").status == 200)
      let reply = try await connection.read()
      #expect(reply.isClosed)
      #expect(reply.bytes.count < long.utf8.count)
    }
  }

  @Test func `a large answer arrives whole`() async throws {
    var server = try TestServer()
    let long = String(repeating: "x", count: 2 << 20)
    server.answers.completions = { _, _, _ in [long] }
    try await server.run { server in
      let reply = try await server.ask("/v1/complete?prefix=a")
      #expect(reply.body.utf8.count == long.utf8.count + #"{"completions":[""]}"#.utf8.count)
    }
  }

  @Test func `300 connections at once are all answered`() async throws {
    try await TestServer().run { server in
      // The 257th and later ones wait in the socket's queue until others have gone.
      var connections: [RawConnection] = []
      for _ in 0..<300 { connections.append(try await server.connect()) }
      for connection in connections {
        try await connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      }
      for connection in connections {
        #expect(try await connection.read().body == "ok\n")
      }
    }
  }

  @Test func `connections that idle give way to one that asks`() async throws {
    var server = try TestServer { $0.maximumConnections = 4 }
    server.limits = Self.short
    try await server.run { server in
      var idle: [RawConnection] = []
      for _ in 0..<8 { idle.append(try await server.connect()) }
      #expect(try await server.ask("/healthz").status == 200)
      for connection in idle { #expect(try await connection.read().isClosed) }
    }
  }

  @Test func `an answer that is being made is finished at the stop`() async throws {
    var server = try TestServer()
    let (started, hasStarted) = AsyncStream.makeStream(of: Void.self)
    server.answers.completions = { _, _, _ in
      hasStarted.finish()
      try await Task.sleep(for: .milliseconds(300))
      return ["done"]
    }
    try await server.run { server in
      async let reply = server.ask("/v1/complete?prefix=a")
      for await _ in started {}
      await server.group.triggerGracefulShutdown()
      let body = try await reply.body
      #expect(body == #"{"completions":["done"]}"#)
    }
  }

  @Test func `a query ends when its client goes`() async throws {
    var server = try TestServer()
    let (started, hasStarted) = AsyncStream.makeStream(of: Void.self)
    let wasCancelled = Flag()
    server.answers.completions = { _, _, _ in
      hasStarted.finish()
      do {
        try await Task.sleep(for: .seconds(60))
      } catch {
        wasCancelled.raise()
      }
      return []
    }
    try await server.run { server in
      var connection: RawConnection? = try await server.connect()
      try await connection?.send("GET /v1/complete?prefix=a HTTP/1.1\r\nHost: x\r\n\r\n")
      for await _ in started {}
      connection = nil
      #expect(try await eventually { wasCancelled.isRaised })
    }
  }
}
