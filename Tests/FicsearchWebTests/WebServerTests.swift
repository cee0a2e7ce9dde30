import NIOCore
import NIOPosix
import Testing

@testable import ficsearch_web

@Suite(.timeLimit(.minutes(15))) struct WebServerTests {
  /// What a daemon got, and a browser.
  private struct Exchange {
    var request = ""
    var answer = ""
  }

  private typealias Bytes = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  private static func wrapped(_ channel: any Channel) -> EventLoopFuture<Bytes> {
    channel.eventLoop.makeCompletedFuture {
      try Bytes(
        wrappingChannelSynchronously: channel,
        configuration: .init(isOutboundHalfClosureEnabled: true)
      )
    }
  }

  /// Reads until a text is there, or the other side has closed.
  private static func text(
    _ stream: NIOAsyncChannelInboundStream<ByteBuffer>,
    until end: String?
  ) async throws -> String {
    var text = ""
    for try await bytes in stream {
      text += String(buffer: bytes)
      if let end, text.hasSuffix(end) { break }
    }
    return text
  }

  /// Lets a browser ask through a server, and a daemon answer.
  ///
  /// - Parameters:
  ///   - request: What the browser sends; `HOST` and `COOKIE` stand for what lets it in.
  ///   - end: How the request ends that the daemon waits for; nil where no daemon is there.
  ///   - answer: What the daemon says.
  /// - Returns: What arrived on both sides.
  /// - Throws: What breaks a connection off.
  private func ask(
    _ request: String,
    end: String? = "\r\n\r\n",
    answer: [String] = ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", "ok"]
  ) async throws -> Exchange {
    let path = "/tmp/ficsearch-web-\(Secret().text)"
    let daemon = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) { Self.wrapped($0) }
    if end == nil { try await daemon.channel.close() }
    let server = try await WebServer.bound(to: 0)
    let gate = Gatekeeper(port: server.port, hosts: [], passwords: nil)
    return try await withThrowingTaskGroup(of: String.self) { group in
      group.addTask {
        try await server.run(gate, DaemonSocket(path: path))
        return ""
      }
      let host = "127.0.0.1:\(server.port)"
      let first = gate.firstAddress.dropFirst("http://\(host)".count)
      let admission = try await Self.send(
        "GET \(first) HTTP/1.1\r\nHost: \(host)\r\n\r\n",
        to: server
      )
      let cookie = admission.firstRange(of: "Set-Cookie: ").map { start in
        String(admission[start.upperBound...].prefix { $0 != ";" })
      }
      let own = request.replacing("HOST", with: host)
        .replacing("COOKIE", with: try #require(cookie))
      var exchange = Exchange()
      if let end {
        async let asked = Self.serve(daemon, until: end, answer)
        exchange.answer = try await Self.send(own, to: server)
        exchange.request = try await asked
      } else {
        exchange.answer = try await Self.send(own, to: server)
      }
      group.cancelAll()
      return exchange
    }
  }

  /// Answers one connection as a daemon.
  private static func serve(
    _ daemon: NIOAsyncChannel<Bytes, Never>,
    until end: String,
    _ answer: [String]
  ) async throws -> String {
    try await daemon.executeThenClose { connections in
      for try await connection in connections {
        return try await connection.executeThenClose { inbound, outbound in
          let request = try await text(inbound, until: end)
          for piece in answer { try await outbound.write(ByteBuffer(string: piece)) }
          outbound.finish()
          try await connection.channel.closeFuture.get()
          return request
        }
      }
      return ""
    }
  }

  /// Sends a request as a browser, and reads the whole answer.
  private static func send(_ request: String, to server: WebServer) async throws -> String {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: server.port) { wrapped($0) }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(string: request))
      return try await text(inbound, until: nil)
    }
  }

  @Test func `a request goes on as it is, without what is the gatekeeper's`() async throws {
    let exchange = try await ask(
      "GET /search?q=%22a%20b%22 HTTP/1.1\r\nHost: HOST\r\nCookie: COOKIE\r\nAccept: text/html\r\n"
        + "Authorization: Basic x\r\nConnection: keep-alive\r\n\r\n"
    )
    #expect(
      exchange.request
        == "GET /search?q=%22a%20b%22 HTTP/1.1\r\nhost: localhost\r\nAccept: text/html\r\n"
        + "connection: close\r\n\r\n"
    )
    #expect(exchange.answer == "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
  }

  @Test func `a form goes on with its body`() async throws {
    let exchange = try await ask(
      "POST /fix/a HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nCookie: COOKIE\r\n"
        + "Content-Length: 11\r\n\r\nspeaker=Ann",
      end: "speaker=Ann"
    )
    #expect(exchange.request.contains("Content-Length: 11\r\n"))
    #expect(exchange.request.hasSuffix("\r\n\r\nspeaker=Ann"))
    #expect(exchange.answer.hasSuffix("ok"))
  }

  @Test func `an answer of any length arrives whole`() async throws {
    let piece = String(repeating: "lantern ", count: 4096)
    let pieces = ["HTTP/1.1 200 OK\r\n\r\n"] + Array(repeating: piece, count: 200)
    let exchange = try await ask(
      "GET / HTTP/1.1\r\nHost: HOST\r\nCookie: COOKIE\r\n\r\n",
      answer: pieces
    )
    #expect(exchange.answer == pieces.joined())
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: HOST\r\n\r\n", "HTTP/1.1 403 "),
    ("GET / HTTP/1.1\r\nHost: evil.example\r\nCookie: COOKIE\r\n\r\n", "HTTP/1.1 421 "),
    (
      "POST / HTTP/1.1\r\nHost: HOST\r\nCookie: COOKIE\r\nContent-Length: 0\r\n\r\n",
      "HTTP/1.1 403 "
    ),
    (
      "POST / HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nCookie: COOKIE\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 411 "
    ),
    ("GET / HTTP/1.1\r\nHost: HOST\r\nCookie: COOKIE\r\n\r\n", "HTTP/1.1 502 "),
    ("\u{1}\u{2}\r\n\r\n", ""),
  ])
  func `what may not go on gets an answer, and the daemon nothing`(
    request: String,
    start: String
  ) async throws {
    let exchange = try await ask(request, end: nil)
    #expect(exchange.answer.hasPrefix(start))
    #expect(start.isEmpty || exchange.answer.contains("X-Content-Type-Options: nosniff"))
  }
}
