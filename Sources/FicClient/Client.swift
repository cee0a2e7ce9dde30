import FicModel
import FicWire
import NIOCore
import NIOHTTP1

/// Asks a daemon over its Unix socket, one connection a request.
///
/// It blocks; it is for programs that ask, print and end.
public struct Client: Sendable {
  /// The socket's path.
  public var socket: String

  /// How long to wait for the next bytes of an answer, in milliseconds.
  public var timeoutMilliseconds: Int

  /// How often a GET is sent when the connection ends before an answer begins.
  ///
  /// A daemon that ends has accepted connections that it will not read. A GET changes nothing, so
  /// it may be sent again (RFC 9110, 9.2.2); its successor takes it.
  private static let attempts = 4

  /// Creates a client.
  public init(socket: String, timeoutMilliseconds: Int = 60_000) {
    self.socket = socket
    self.timeoutMilliseconds = timeoutMilliseconds
  }

  /// Sends a request and hands each line of the answer's body to `body` as it comes.
  ///
  /// Throws: `ClientError`; `Problem` for an answer that is an error; what `body` throws.
  public func lines(
    method: String = "GET",
    target: String,
    body requestBody: [UInt8] = [],
    each body: ([UInt8]) throws -> Void
  ) throws {
    var splitter = LineSplitter()
    var problem: [UInt8]?
    var problemStatus = 0
    try exchange(method, target, requestBody) { part in
      switch part {
      case .head(let head):
        if head.status.code >= 400 {
          problem = []
          problemStatus = Int(head.status.code)
        }
      case .body(let buffer):
        if problem != nil {
          problem? += buffer.readableBytesView.prefix(1 << 20)
        } else if try !splitter.append(buffer.readableBytesView, body) {
          throw ClientError.notUnderstood(socket: socket, cause: "a line without end")
        }
      case .end:
        try splitter.finish(body)
      }
    }
    if let problem {
      throw ProblemBody.problem(from: problem, status: problemStatus)
    }
  }

  private func exchange(
    _ method: String,
    _ target: String,
    _ body: [UInt8],
    _ handle: (HTTPClientResponsePart) throws -> Void
  ) throws {
    var attemptsLeft = method == "GET" ? Self.attempts : 1
    var isAnswered = false
    while true {
      do {
        return try send(method, target, body) { part in
          isAnswered = true
          try handle(part)
        }
      } catch ClientError.connectionLost(let socket, let code) {
        attemptsLeft -= 1
        guard attemptsLeft > 0, !isAnswered else {
          throw ClientError.connectionLost(socket: socket, code: code)
        }
      }
    }
  }

  private func send(
    _ method: String,
    _ target: String,
    _ body: [UInt8],
    _ handle: (HTTPClientResponsePart) throws -> Void
  ) throws {
    let connection = try UnixSocketConnection(path: socket)
    var headers = HTTPHeaders([
      ("Host", "ficsearch"), ("Accept", WireVersion.jsonLines), ("Connection", "close"),
    ])
    if !body.isEmpty {
      headers.add(name: "Content-Type", value: WireVersion.json)
      headers.add(name: "Content-Length", value: String(body.count))
    }
    let head = HTTPRequestHead(
      version: .http1_1,
      method: HTTPMethod(rawValue: method),
      uri: target,
      headers: headers
    )
    try connection.write(head.bytes + body)
    // Made while the daemon answers: setting it up takes about as long as that.
    let decoder = try ResponseDecoder(for: head)
    var bytes: [UInt8] = []
    while try connection.read(into: &bytes, milliseconds: timeoutMilliseconds) {
      let parts: [HTTPClientResponsePart]
      do {
        parts = try decoder.decode(bytes)
      } catch {
        throw ClientError.notUnderstood(socket: socket, cause: "no HTTP/1.1")
      }
      bytes.removeAll(keepingCapacity: true)
      for part in parts {
        try handle(part)
        if case .end = part { return }
      }
    }
    throw ClientError.connectionLost(socket: socket, code: 0)
  }
}
