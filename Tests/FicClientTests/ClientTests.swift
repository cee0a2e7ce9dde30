import FicModel
import Testing

@testable import FicClient

@Suite struct ClientTests {
  private func lines(
    _ steps: [ScriptedServer.Step],
    timeout: Int = 5000
  ) throws -> (lines: [String], request: String) {
    let server = ScriptedServer(steps)
    var lines: [String] = []
    try Client(socket: server.path, timeoutMilliseconds: timeout).lines(target: "/v1/status") {
      lines.append(String(decoding: $0, as: UTF8.self))
    }
    return (lines, server.request)
  }

  private static func response(_ body: String, status: String = "200 OK") -> String {
    "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
  }

  @Test func `an answer comes line by line, after one request`() throws {
    let (lines, request) = try lines([.send(Self.response("{\"a\":1}\n{\"b\":2}\n"))])
    #expect(lines == ["{\"a\":1}", "{\"b\":2}"])
    #expect(request.hasPrefix("GET /v1/status HTTP/1.1\r\n"))
    #expect(request.contains("Accept: application/jsonl\r\n"))
  }

  @Test func `a chunked and slow answer is the same`() throws {
    let (lines, _) = try lines([
      .send("HTTP/1.1 200 OK\r\nTransfer-Enc"), .pause(milliseconds: 20),
      .send("oding: chunked\r\n\r\n4\r\n{\"a\"\r\n"), .pause(milliseconds: 20),
      .send("4\r\n:1}\n\r\n0\r\n\r\n"),
    ])
    #expect(lines == ["{\"a\":1}"])
  }

  @Test func `a problem is thrown with the daemon's words`() {
    let body = #"{"code":"unknown_field","status":400,"detail":"no","hint":"yes","span":[0,3]}"#
    #expect(
      throws: Problem(code: "unknown_field", status: 400, detail: "no", hint: "yes", span: [0, 3])
    ) {
      try lines([.send(Self.response(body, status: "400 Bad Request"))])
    }
  }

  @Test func `an error without a problem still names its status`() {
    let error = #expect(throws: Problem.self) {
      try lines([.send(Self.response("<html>", status: "503 Service Unavailable"))])
    }
    #expect(error?.status == 503)
  }

  @Test(arguments: [
    "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/9.9 banana\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
  ])
  func `what is no HTTP is said to be none`(garbage: String) {
    let error = #expect(throws: ClientError.self) { try lines([.send(garbage)]) }
    guard case .notUnderstood = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `an answer that breaks off is no answer`() {
    let error = #expect(throws: ClientError.self) {
      try lines([.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"a\"")])
    }
    guard case .connectionLost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.isUnavailable == true)
  }

  @Test func `a question that an ending daemon left unread is asked again`() throws {
    let (lines, request) = try lines([
      .nextConnection, .nextConnection, .send(Self.response("{\"a\":1}\n")),
    ])
    #expect(lines == ["{\"a\":1}"])
    #expect(request.hasPrefix("GET /v1/status HTTP/1.1\r\n"))
  }

  @Test func `a command is not sent twice`() {
    let server = ScriptedServer([.nextConnection, .send(Self.response("{}"))])
    let error = #expect(throws: ClientError.self) {
      try Client(socket: server.path, timeoutMilliseconds: 5000)
        .lines(method: "POST", target: "/v1/reindex") { _ in }
    }
    guard case .connectionLost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a daemon that says nothing is given up`() {
    let error = #expect(throws: ClientError.self) {
      try lines([.hang(milliseconds: 400)], timeout: 50)
    }
    guard case .timedOut = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a socket that is not there is not reachable, and the hint says how to start`() {
    let error = #expect(throws: ClientError.self) {
      try Client(socket: "/nonexistent/x.sock").lines(target: "/") { _ in }
    }
    #expect(error?.isUnavailable == true)
    #expect(error?.hint.contains("systemctl") == true)
  }

  @Test func `a path that no socket can have is refused`() {
    let path = "/" + String(repeating: "x", count: 200)
    #expect(throws: ClientError.pathTooLong(socket: path, limit: 107)) {
      try Client(socket: path).lines(target: "/") { _ in }
    }
  }
}
