import FicWire
import Testing

@testable import ficsearch

@Suite struct DaemonRequestTests {
  private func answer(
    _ steps: [ScriptedServer.Step],
    _ request: DaemonRequest = DaemonRequest(target: "/v1/status"),
    patience: Int = 5000
  ) throws -> (body: String, response: HTTPResponse, request: String) {
    let server = ScriptedServer(steps)
    var bytes: [UInt8] = []
    let response = try request.send(to: server.path, patience: patience) { _, piece in
      bytes += piece
    }
    return (String(decoding: bytes, as: UTF8.self), response, server.request)
  }

  private static func response(_ body: String, status: String = "200 OK") -> String {
    "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
  }

  @Test func `an answer comes with its status and fields, after one request`() throws {
    let text = "HTTP/1.1 404 Not Found\r\nFicsearch-Exit:  2 \r\nContent-Length: 3\r\n\r\nno\n"
    let (body, response, request) = try answer([.send(text)])
    #expect(body == "no\n" && response.status == 404)
    #expect(response.fields["ficsearch-exit"] == "2")
    #expect(request.hasPrefix("GET /v1/status HTTP/1.1\r\nHost: ficsearch\r\n"))
    #expect(request.hasSuffix("\r\n\r\n"))
  }

  @Test func `a chunked and slow answer is whole, with its trailers`() throws {
    let (body, response, _) = try answer([
      .send("HTTP/1.1 200 OK\r\nTransfer-Enc"), .pause(milliseconds: 20),
      .send("oding: chunked\r\n\r\n4\r\n{\"a\"\r\n"), .pause(milliseconds: 20),
      .send("4;x=y\r\n:1}\n\r\n0\r\nFicsearch-Exit: 75\r\n\r\n"),
    ])
    #expect(body == "{\"a\":1}\n" && response.fields["ficsearch-exit"] == "75")
  }

  @Test(arguments: 1...9) func `an answer is the same however it is cut`(piece: Int) throws {
    let bytes = Array(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n0\r\n\r\n".utf8
    )
    var response = HTTPResponse()
    var body: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: piece) {
      body += try response.take(Array(bytes[start..<min(start + piece, bytes.count)]))
    }
    #expect(body == Array("hello world".utf8) && response.isWhole)
  }

  @Test func `a body without a length goes to the end of the connection`() throws {
    let (body, _, _) = try answer([.send("HTTP/1.0 200 OK\r\n\r\none\ntwo")])
    #expect(body == "one\ntwo")
  }

  @Test func `what is asked to be done stands in the body, as a form`() throws {
    var items = QueryItems()
    items.append("paths", "/srv/Ash & Ember")
    items.append("all", "true")
    let (_, _, request) = try answer(
      [.send(Self.response("{}"))],
      DaemonRequest(method: "POST", target: "/v1/reindex", body: items)
    )
    #expect(request.hasPrefix("POST /v1/reindex HTTP/1.1\r\n"))
    #expect(request.contains("Content-Type: application/x-www-form-urlencoded\r\n"))
    #expect(request.hasSuffix("\r\n\r\npaths=%2Fsrv%2FAsh%20%26%20Ember&all=true"))
  }

  @Test func `nothing in a target ends the line`() throws {
    let (_, _, request) = try answer(
      [.send(Self.response("{}"))],
      DaemonRequest(target: "/a b\r\nX: é\u{1}")
    )
    #expect(request.hasPrefix("GET /a%20b%0D%0AX:%20%C3%A9%01 HTTP/1.1\r\n"))
  }

  @Test(arguments: [
    "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/9.9 banana\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
    "HTTP/1.1 200 OK\r\nno field\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
    String(repeating: "x", count: 100_000),
  ])
  func `what is no HTTP is said to be none`(garbage: String) {
    let error = #expect(throws: ClientError.self) { try answer([.send(garbage)]) }
    guard case .notUnderstood = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `bytes of any kind are read or refused, and nothing else happens`() {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let start = Array(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n".utf8
    )
    for _ in 0..<20_000 {
      var bytes = start
      for _ in 0..<next(6) { bytes[Int(next(UInt64(bytes.count)))] = UInt8(next(256)) }
      var response = HTTPResponse()
      _ = try? response.take(bytes)
      response.finish()
    }
  }

  @Test func `an answer that breaks off is no answer`() {
    let error = #expect(throws: ClientError.self) {
      try answer([.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"a\"")])
    }
    guard case .connectionLost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.isUnavailable == true)
  }

  @Test func `a question that an ending daemon left unread is asked again`() throws {
    let (body, _, request) = try answer([
      .nextConnection, .nextConnection, .send(Self.response("{\"a\":1}\n")),
    ])
    #expect(body == "{\"a\":1}\n")
    #expect(request.hasPrefix("GET /v1/status HTTP/1.1\r\n"))
  }

  @Test func `a command is not sent twice`() {
    let error = #expect(throws: ClientError.self) {
      try answer(
        [.nextConnection, .send(Self.response("{}"))],
        DaemonRequest(method: "POST", target: "/v1/reindex")
      )
    }
    guard case .connectionLost = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a daemon that says nothing is given up`() {
    let error = #expect(throws: ClientError.self) {
      try answer([.hang(milliseconds: 400)], patience: 50)
    }
    guard case .timedOut = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a socket that is not there is not reachable, and the hint says how to start`() {
    let error = #expect(throws: ClientError.self) {
      try DaemonRequest(target: "/").send(to: "/nonexistent/x.sock") { _, _ in }
    }
    #expect(error?.isUnavailable == true)
    #expect(error?.hint.contains("systemctl") == true)
  }

  @Test func `a path that no socket can have is refused`() {
    let path = "/" + String(repeating: "x", count: 200)
    #expect(throws: ClientError.pathTooLong(socket: path, limit: 107)) {
      try DaemonRequest(target: "/").send(to: path) { _, _ in }
    }
  }
}
