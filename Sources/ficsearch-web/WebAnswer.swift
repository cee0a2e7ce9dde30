import NIOCore
import NIOHTTP1

/// The answer to the one request of a connection: the daemon's, or a refusal.
struct WebAnswer {
  typealias Parts = NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator
  typealias Output = NIOAsyncChannelOutboundWriter<ByteBuffer>

  /// What the daemon does not need to see, or what is between browser and gatekeeper alone.
  private static let ownHeaders = [
    "authorization", "connection", "cookie", "host", "keep-alive", "upgrade",
  ]

  private let gatekeeper: Gatekeeper
  private let daemon: DaemonSocket

  init(_ gatekeeper: Gatekeeper, _ daemon: DaemonSocket) {
    self.gatekeeper = gatekeeper
    self.daemon = daemon
  }

  /// Gives it, and closes the connection.
  ///
  /// - Throws: What breaks a connection off.
  func give(on connection: WebServer.Connection) async throws {
    try await connection.executeThenClose { inbound, outbound in
      var parts = inbound.makeAsyncIterator()
      guard case .head(let head) = try await parts.next() else { return }
      switch gatekeeper.verdict(on: head) {
      case .pass:
        // Bytes go on as they come; of what has no length nobody could say where it ends.
        if head.headers.contains(name: "transfer-encoding") {
          try await outbound.write(Self.refusal(.noLength))
        } else {
          try await relay(head, &parts, to: outbound)
        }
      case .admit(let cookie, let path):
        let fields = [("Location", path), ("Set-Cookie", cookie), ("Cache-Control", "no-store")]
        try await outbound.write(Self.answer(.seeOther, fields, ""))
      case .refuse(let refusal): try await outbound.write(Self.refusal(refusal))
      }
      // What is not sent yet would be lost with the connection: the browser closes it when it has
      // all.
      outbound.finish()
      while try await parts.next() != nil {}
    }
  }

  private func relay(
    _ head: HTTPRequestHead,
    _ parts: inout Parts,
    to outbound: Output
  ) async throws {
    let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    do {
      channel = try await daemon.connect()
    } catch {
      return try await outbound.write(Self.refusal(.unreachable("\(error)")))
    }
    try await channel.executeThenClose { answer, request in
      try await request.write(Self.request(head))
      while let part = try await parts.next() {
        guard case .body(let bytes) = part else { break }
        try await request.write(bytes)
      }
      for try await bytes in answer { try await outbound.write(bytes) }
    }
  }

  // MARK: Bytes

  /// The head of a request for the daemon, which closes the connection behind its answer.
  private static func request(_ head: HTTPRequestHead) -> ByteBuffer {
    var text = "\(head.method.rawValue) \(head.uri) HTTP/1.1\r\nhost: localhost\r\n"
    for (name, value) in head.headers where !ownHeaders.contains(name.lowercased()) {
      text += "\(name): \(value)\r\n"
    }
    return ByteBuffer(string: text + "connection: close\r\n\r\n")
  }

  private static func refusal(_ refusal: Refusal) -> ByteBuffer {
    let fields =
      refusal == .noPassword
      ? [("WWW-Authenticate", "Basic realm=\"ficsearch\", charset=\"UTF-8\"")] : []
    return answer(refusal.status, fields, refusal.text + "\n")
  }

  private static func answer(
    _ status: HTTPResponseStatus,
    _ fields: [(String, String)],
    _ body: String
  ) -> ByteBuffer {
    let all =
      fields + [
        ("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "\(body.utf8.count)"),
        ("X-Content-Type-Options", "nosniff"), ("Connection", "close"),
      ]
    let head = all.map { "\($0.0): \($0.1)\r\n" }.joined()
    return ByteBuffer(
      string: "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n\(head)\r\n\(body)"
    )
  }
}
