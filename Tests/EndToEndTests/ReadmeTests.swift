import Foundation
import Testing

/// What README.md shows is what the program prints.
@Suite struct ReadmeTests {
  /// The screen that stands in README.md below a command, without its indent.
  private static func screen(of command: String) throws -> [String] {
    let file = Programs.checkout.appending(path: "README.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let start = try #require(lines.firstIndex { $0 == "    $ \(command)" })
    let screen = lines[(start + 1)...].prefix { $0.isEmpty || $0.hasPrefix("    ") }
    return Self.trimmed(screen.map { String($0.dropFirst(4)) })
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    Array(lines.reversed().drop(while: \.isEmpty).reversed())
  }

  @Test func `its first screen is the answer to that search in the examples`() throws {
    let workspace = try Workspace()
    try workspace.copyExamples()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let shown = try Self.screen(of: "ficsearch Smith")
    let cut = try #require(shown.firstIndex(of: "…"))
    // How long it took is another figure each time.
    let answer = try workspace.ficsearch("Smith").output.replacing(#/ · \d+ ms/#, with: " · 4 ms")
    let lines = Self.trimmed(
      answer.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    )
    let told = lines.filter { !$0.hasPrefix("More: ") }
    #expect(Array(lines.prefix(cut)) == Array(shown[..<cut]))
    let rest = shown.count - cut - 1
    #expect(Array(told.suffix(rest)) == Array(shown.suffix(rest)))
    #expect(daemon.process.isRunning)
  }
}
