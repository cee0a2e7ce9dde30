import Foundation
import SeededRandom
import Testing

/// Whatever a keyboard can send is answered or refused in the words of this program.
@Suite struct KeyboardDirtTests {
  /// How many strings are sent: `make dirt` asks for more.
  private static let count =
    ProcessInfo.processInfo.environment["FICSEARCH_DIRT"].flatMap { Int($0) } ?? 1500

  /// What strings are made of: what the language means something by, what it does not, and what
  /// nobody means to type.
  private static let pieces = [
    "smith", "Smith", "the", "a", "don't", "don’t", "\"", "“", "”", "'", "‘", "«", "(", ")", "((",
    "))", "-", "--", "+", "*", "?", "**", "~", "~3", "^", "$", "\\", "/", "//", "/[/", "/(/",
    "/a{9,}/",
    "/(a+)+$/", "/\\1/", "/(?<=x)y/", "|", "||", "&", "&&", "!", "@", "@x", "#", "%", "%00", "%zz",
    "{", "}", "[", "]", "<", ">", "=", ";", ":", "::", ",", ".", "..", "...", "…", "—", "OR", "AND",
    "NOT", "or", "NEAR(", "NEAR(a b", "NEAR(a b,", "NEAR(a b, -1)", "NEAR(a b, 99999999999)",
    "from:",
    "FROM:", "from: ", "from:*", "to:\"", "with:(", "in:", "in:nowhere", "in:all", "chapter:",
    "chapter:0", "chapter:-1", "chapter:9-2", "chapter:99999999999999999999", "upto:", "upto:x",
    "words:>", "words:1e9", "updated:2024-13-45", "updated:yesterday", "added:7d", "printed:1.5",
    "confidence:2", "confidence:nan", "ship:a/b/c", "work:\u{0}", "rowid:1", "line:1", "unknown:x",
    "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{FFFD}",
    "\u{301}",
    "e\u{301}", "ﬁ", "ß", "İ", "東京", "한", "🙂", "👩‍👩‍👧", "مرحبا", "\t", "\n", "\r\n", "  ",
    "'; DROP TABLE line; --", "\" OR \"\"=\"", "SELECT", "MATCH", "NULL", "asdfjkl;", "qqqqqqq",
    "1234567890",
    "0x41", "1e400", "-0", "../../etc/passwd", "http://x.example/?a=b&c", "C:\\x", "a_b", "x@y.z",
  ]

  /// What only the engine below says.
  private static let engineWords = [
    "sqlite", "fts5", "sql logic", "syntax error near", "no such column", "unterminated string",
    "malformed match", "rowid", "posting", "pcre", "fatal error", "precondition",
  ]

  private static let paths = [
    "/v1/search?q=", "/v1/search?view=kwic&q=", "/v1/count?by=speaker&q=", "/v1/works?q=",
    "/v1/cast?name=", "/v1/complete?q=", "/v1/dispersion?q=", "/v1/collocates?q=", "/search?q=",
  ]

  private func string(_ generator: inout SplitMix) -> String {
    let joint = Bool.random(using: &generator) ? " " : ""
    return (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
    }.joined(separator: joint)
  }

  /// Every byte escaped, so that all of it arrives.
  private func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  @Test func `no string is too much for the daemon`() throws {
    let workspace = try Workspace()
    try workspace.copyExamples()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let seed = UInt64.random(in: 0...999_999)
    var generator = SplitMix(seed: seed)
    var sent = 0
    var answered = 0
    while sent < Self.count {
      // One run of curl keeps its connection for all of its addresses.
      let strings = (0..<min(500, Self.count - sent)).map { _ in string(&generator) }
      var config = ""
      for (number, text) in strings.enumerated() {
        let path = Self.paths[number % Self.paths.count]
        config += "url = \"http://localhost\(path)\(encoded(text))\"\n"
      }
      let file = workspace.root.appending(path: "addresses")
      try Data(config.utf8).write(to: file)
      let outcome = try Outcome.of(
        "/usr/bin/curl",
        [
          "--silent", "--globoff", "--unix-socket", workspace.socket, "--config", file.path,
          "--write-out", "\n#status %{http_code}\n",
        ]
      )
      let answers = outcome.output.split(separator: "\n#status ", omittingEmptySubsequences: false)
      #expect(answers.count == strings.count + 1, "seed \(seed)")
      // Each answer but the first stands behind the status of the one before.
      var body = answers[0]
      for (text, next) in zip(strings, answers.dropFirst()) {
        let status = Int(next.prefix(3)) ?? 0
        #expect((200..<500).contains(status), "seed \(seed), \(text.debugDescription): \(status)")
        if status == 200 { answered += 1 }
        if status >= 400 {
          let said = body.lowercased()
          // What was typed is shown again, so only what nobody typed counts.
          let typed = text.lowercased()
          for word in Self.engineWords where said.contains(word) && !typed.contains(word) {
            Issue.record("seed \(seed), \(text.debugDescription): \(body)")
          }
        }
        body = next.dropFirst(3)
      }
      sent += strings.count
    }
    #expect(daemon.process.isRunning)
    #expect(answered > Self.count / 4, "\(answered) of \(sent)")
    #expect(try workspace.ficsearch("smith").status == 0)
  }
}
