import FicModel
import Glibc
import NIOHTTP1
import Testing

@testable import ficsearch_web

@Suite struct PasswordTests {
  /// Hashes as `mkpasswd` writes them, of "open sesame": yescrypt, SHA-512 and bcrypt.
  private static let hashes = [
    "$y$j9T$LdJMENpBABJJ3hIHjB1Bi.$826CG8FDGvFiUqZj8cnWvTTDJ1hfPflm8TfPC/24UR3",
    "$6$rounds=5000$fictionarchive$JsF4KlFPNvt30QiyEvjZMH6bzPV6U2"
      + "Ecd3TIpX7klEp/GjlhdEiSXAeE2dlimDW8/3UvFTHQmccvtoeY8x2Sk.",
    "$2b$05$abcdefghijklmnopqrstuupx2xBUC4954936wVIjyyPHmUBFu0wCW",
  ]

  private func file(_ text: String, mode: mode_t = 0o600) throws -> String {
    let path = "/tmp/ficsearch-passwords-\(Secret().text)"
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    let bytes = Array(text.utf8)
    _ = unsafe write(descriptor, bytes, bytes.count)
    // What the process masks is set all the same.
    _ = fchmod(descriptor, mode)
    close(descriptor)
    return path
  }

  @Test(arguments: hashes) func `a password opens, another does not`(hash: String) throws {
    let path = try file("# who may come\nmary:\(hash)\r\nno line of it\n")
    defer { unsafe _ = unlink(path) }
    let passwords = try PasswordFile(path: path)
    #expect(passwords.holds(Credentials(name: "mary", password: "open sesame")))
    for wrong in ["", "open", "open sesame ", "Open sesame", "a\0b", hash] {
      #expect(!passwords.holds(Credentials(name: "mary", password: wrong)))
    }
    for name in ["", "Mary", "ann", "# who may come"] {
      #expect(!passwords.holds(Credentials(name: name, password: "open sesame")))
    }
  }

  @Test(arguments: ["", "# nobody\n", "mary\n"])
  func `a file that names nobody is refused`(text: String) throws {
    let path = try file(text)
    defer { unsafe _ = unlink(path) }
    #expect(throws: Problem.self) { try PasswordFile(path: path) }
  }

  @Test func `a hash that is none lets nobody in`() throws {
    let path = try file("mary:*\nann:x\neve:\n")
    defer { unsafe _ = unlink(path) }
    let passwords = try PasswordFile(path: path)
    for (name, word) in [("mary", "*"), ("ann", "x"), ("eve", ""), ("mary", "")] {
      #expect(!passwords.holds(Credentials(name: name, password: word)))
    }
  }

  @Test func `a file that others can read, or that is not there, is refused`() throws {
    let path = try file("mary:\(Self.hashes[1])\n", mode: 0o640)
    defer { unsafe _ = unlink(path) }
    #expect(throws: Problem.self) { try PasswordFile(path: path) }
    #expect(throws: Problem.self) { try PasswordFile(path: "/nowhere/passwords") }
  }

  @Test(arguments: [
    ("Basic bWFyeTpvcGVuIHNlc2FtZQ==", "mary", "open sesame"),
    ("basic bWFyeTpvcGVuIHNlc2FtZQ", "mary", "open sesame"), ("Basic bTo6YQ==", "m", ":a"),
  ])
  func `names and passwords are read as browsers send them`(
    header: String,
    name: String,
    password: String
  ) {
    #expect(Credentials(basic: header) == Credentials(name: name, password: password))
  }

  @Test(arguments: ["", "Basic", "Basic !", "Bearer bWFyeTp4", "Basic bWFyeQ==", "Basic gIA6"])
  func `other headers hold none`(header: String) {
    #expect(Credentials(basic: header) == nil)
  }

  @Test func `a password opens the pages, and a cookie keeps them open`() throws {
    let path = try file("mary:\(Self.hashes[1])\n")
    defer { unsafe _ = unlink(path) }
    let gate = Gatekeeper(port: 80, hosts: ["fic.example"], passwords: try PasswordFile(path: path))
    func verdict(_ fields: [(String, String)], _ uri: String = "/shelf") -> Gatekeeper.Verdict {
      let headers = HTTPHeaders([("Host", "fic.example")] + fields)
      return gate.verdict(
        on: HTTPRequestHead(version: .http1_1, method: .GET, uri: uri, headers: headers)
      )
    }
    #expect(verdict([]) == .refuse(.noPassword))
    #expect(verdict([("Authorization", "Basic bWFyeTp4")]) == .refuse(.noPassword))
    let given = ("Authorization", "Basic bWFyeTpvcGVuIHNlc2FtZQ==")
    guard case .admit(let cookie, "/shelf") = verdict([given, ("X-Forwarded-Proto", "https")])
    else {
      Issue.record("the password did not open")
      return
    }
    #expect(cookie.hasSuffix("; Secure"))
    for elsewhere in ["//evil.example/", "http://evil.example/"] {
      guard case .admit(_, "/") = verdict([given], elsewhere) else {
        Issue.record("\(elsewhere) led elsewhere")
        continue
      }
    }
    #expect(verdict([("Cookie", String(cookie.prefix { $0 != ";" }))]) == .pass)
  }
}
