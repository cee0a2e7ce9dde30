import NIOHTTP1
import Testing

@testable import ficsearch_web

@Suite struct GatekeeperTests {
  private let gate = Gatekeeper(port: 8123, hosts: ["Fic.Example.org"], passwords: nil)

  private func head(
    _ uri: String,
    _ method: HTTPMethod = .GET,
    host: String? = "127.0.0.1:8123",
    fields: [(String, String)] = []
  ) -> HTTPRequestHead {
    var headers = HTTPHeaders(fields)
    if let host { headers.add(name: "Host", value: host) }
    return HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: headers)
  }

  /// Opens the address that is printed, and takes the cookie.
  private func cookie() throws -> String {
    let uri = String(gate.firstAddress.dropFirst("http://127.0.0.1:8123".count))
    guard case .admit(let cookie, let path) = gate.verdict(on: head(uri)) else {
      throw Failure()
    }
    #expect(path == "/")
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    return String(cookie.prefix { $0 != ";" })
  }

  private struct Failure: Error {}

  @Test func `the printed address lets one browser in, once`() throws {
    let uri = String(gate.firstAddress.dropFirst("http://127.0.0.1:8123".count))
    let cookie = try cookie()
    #expect(gate.verdict(on: head(uri)) == .refuse(.usedToken))
    #expect(gate.verdict(on: head("/shelf", fields: [("Cookie", "a=b; \(cookie); c=d")])) == .pass)
    #expect(gate.verdict(on: head("/shelf")) == .refuse(.noCookie))
  }

  @Test(arguments: [
    "ficsearch-8123=", "ficsearch-8123=00000000000000000000000000000000", "ficsearch-8124=x",
    "ficsearch-8123", "=", ";;;", "",
  ])
  func `another cookie lets nobody in`(cookie: String) {
    #expect(gate.verdict(on: head("/", fields: [("Cookie", cookie)])) == .refuse(.noCookie))
  }

  @Test(arguments: ["/?token=", "/?token=x", "/?token", "/?x=1&token=%00", "/?token=%zz", "?"])
  func `another token lets nobody in`(uri: String) {
    switch gate.verdict(on: head(uri)) {
    case .refuse(.noCookie), .refuse(.usedToken): break
    default: Issue.record("\(uri) was let in")
    }
  }

  @Test(arguments: [
    "evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:8124",

    "127.0.0.1:8123.evil.example",
    "", "[::1]:8123",
  ])
  func `a name that was not agreed is refused, with the cookie too`(host: String) throws {
    let own = try cookie()
    let verdict = gate.verdict(on: head("/", host: host, fields: [("Cookie", own)]))
    #expect(verdict == .refuse(.wrongHost))
  }

  @Test func `a request with no name or two of them is refused`() throws {
    let own = try cookie()
    #expect(
      gate.verdict(on: head("/", host: nil, fields: [("Cookie", own)])) == .refuse(.wrongHost)
    )
    let two = head("/", fields: [("Cookie", own), ("Host", "127.0.0.1:8123")])
    #expect(gate.verdict(on: two) == .refuse(.wrongHost))
  }

  @Test(arguments: ["127.0.0.1:8123", "localhost:8123", "LOCALHOST:8123", "fic.example.org"])
  func `a name that was agreed is none the worse for its letters`(host: String) throws {
    let own = try cookie()
    #expect(gate.verdict(on: head("/", host: host, fields: [("Cookie", own)])) == .pass)
  }

  @Test(arguments: [HTTPMethod.POST, .PUT, .DELETE, .PATCH, .OPTIONS])
  func `what may change something must come from a page of here`(method: HTTPMethod) throws {
    let own = try cookie()
    let here = ("Origin", "http://127.0.0.1:8123")
    #expect(gate.verdict(on: head("/fix/a", method, fields: [("Cookie", own), here])) == .pass)
    #expect(gate.verdict(on: head("/fix/a", method, fields: [here])) == .refuse(.noCookie))
    for other in ["null", "http://evil.example", "http://127.0.0.1:8124", "http://127.0.0.1:8123/"]
    {
      let verdict = gate.verdict(
        on: head("/fix/a", method, fields: [("Cookie", own), ("Origin", other)])
      )
      #expect(verdict == .refuse(.wrongOrigin))
    }
    #expect(
      gate.verdict(on: head("/fix/a", method, fields: [("Cookie", own)])) == .refuse(.wrongOrigin)
    )
  }

  @Test func `secrets have 128 bits and differ`() {
    let secrets = (0..<100).map { _ in Secret().text }
    #expect(Set(secrets).count == 100)
    #expect(secrets.allSatisfy { $0.utf8.count == 32 })
    let secret = Secret()
    #expect(secret.isSame(as: secret.text))
    #expect(!secret.isSame(as: secret.text.dropLast() + "x"))
    #expect(!secret.isSame(as: ""))
  }
}
