import Foundation
import Testing

/// What the programs show of the examples, on screens of three widths, in colour and without.
///
/// The screens are kept in `Tests/Golden/screens/examples`; `FICSEARCH_WRITE_GOLDEN=1 swift test`
/// writes them anew.
@Suite struct ExampleScreenTests {
  /// A screen's name, and the command that shows it.
  private static let commands: [(name: String, arguments: [String])] = [
    ("name", ["Smith"]), ("words", ["lamp", "oil", "stairs"]), ("phrase", ["\"in the garden\""]),
    ("speaker", ["from:elizabeth to:darcy"]), ("misremembered", ["vain", "struggled", "garden"]),
    ("timeline", ["timeline", "smith"]), ("nothing", ["zyzzyva"]),
    ("concordance", ["--kwic", "the lamp"]),
    ("count", ["count", "said", "--by", "speaker"]),
    ("dispersion", ["dispersion", "lamp"]), ("collocates", ["collocates", "lamp"]),
    ("works", ["works", "--sort", "title"]), ("cast", ["cast", "--limit", "5"]),
    ("grid", ["cast", "Short Measure", "--grid"]), ("called", ["called", "smith"]),
    ("understood", ["From: Smith", "light"]),
    ("work", ["work", "Errata"]), ("shelf", ["works", "--long", "rating:teen"]),
    ("bad-query", ["from:"]),
  ]

  private static let screens = Programs.checkout.appending(path: "Tests/Golden/screens/examples")

  /// Compares a screen with the one on file.
  private func expect(_ text: String, _ name: String) throws {
    let file = Self.screens.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["FICSEARCH_WRITE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: Self.screens, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8), "screen \(name)")
  }

  /// What a command shows, but for how long it took.
  private func screen(
    _ workspace: Workspace,
    _ arguments: [String],
    width: Int,
    color: Bool = false
  ) throws -> String {
    let outcome = try Outcome.of(
      Programs.path("ficsearch"),
      ["--color", color ? "always" : "never"] + arguments,
      environment: ["FICSEARCH_SOCKET": workspace.socket, "COLUMNS": "\(width)"]
    )
    let isError = outcome.status == 2
    #expect(!isError || arguments == ["from:"], "\(arguments): \(outcome.errors)")
    return (isError ? outcome.errors : outcome.output).replacing(#/\d+(\.\d+)? ms/#, with: "4 ms")
      .replacing(workspace.archive, with: "/archive")
  }

  @Test func `the examples look the same on every screen`() throws {
    let workspace = try Workspace()
    try workspace.copyExamples()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    for (name, arguments) in Self.commands {
      for width in [60, 80, 120] {
        let plain = try screen(workspace, arguments, width: width)
        try expect(plain, "\(name)-\(width)")
        let color = try screen(workspace, arguments, width: width, color: true)
        if width == 80 { try expect(color, "\(name)-color") }
        #expect(color.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain, "\(name) in colour")
        // What is copied, a command or a chapter's title, stays whole.
        for line in plain.split(separator: "\n") where line.hasPrefix("  ") {
          let isWhole = line.contains("ficsearch ") || line.hasPrefix("  Chapter ")
          #expect(line.count <= width || isWhole, "\(name): \(line)")
        }
      }
    }
    #expect(daemon.process.isRunning)
  }
}
