import Foundation
import Testing

/// Shells complete words of queries, names and titles from the running daemon.
@Suite struct CompletionTests {
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      "Lamps.txt",
      """
      Title: The Tall Lamp
      Author: Nobody
      Tags: Slow Burn

      Chapter 1

      “Go,” said Emma Woodhouse. Emma laughed, and Mr. Knightley sat down.

      “Stay,” said Knightley.

      """
    )
    return workspace
  }

  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Scripts/completion").standardized.path

  /// What a shell offers for a line.
  private func offers(_ shell: String, _ line: String, _ workspace: Workspace) throws -> [String] {
    let script = workspace.root.appending(path: "completion.\(shell)")
    let generated = try Outcome.of("/bin/bash", [Self.script, Programs.path("ficsearch"), shell])
    #expect(generated.status == 0, "\(generated.errors)")
    try Data(generated.output.utf8).write(to: script)
    let folder = URL(filePath: Programs.path("ficsearch")).deletingLastPathComponent().path
    let command: String
    switch shell {
    case "bash":
      // As readline hands it over: words parted at colons, too.
      let words =
        line.replacing(":", with: " : ").split(separator: " ").map(String.init)
        + (line.hasSuffix(" ") ? [""] : [])
      let last = words.last ?? ""
      command = """
        source '\(script.path)'; COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
        COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
        _ficsearch_with_daemon ficsearch '\(last)' '\(words.dropLast().last ?? "")' 2>/dev/null
        printf '%s\\n' "${COMPREPLY[@]}"
        """
    default:
      command = "source '\(script.path)'; complete -C '\(line)'"
    }
    let outcome = try Outcome.of(
      "/usr/bin/env",
      [shell, "-c", command],
      environment: [
        "FICSEARCH_SOCKET": workspace.socket, "PATH": "\(folder):/usr/bin:/bin",
        "HOME": workspace.root.path,
      ]
    )
    return outcome.output.split(separator: "\n").map {
      String($0.split(separator: "\t").first ?? "")
    }
  }

  private static let shells =
    ["bash"]
    + (FileManager.default.fileExists(atPath: "/usr/bin/fish") ? ["fish"] : [])

  @Test(arguments: shells)
  func `fields, names, titles and tags of the daemon are offered`(shell: String) throws {
    let workspace = try workspace()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    func offers(_ line: String) throws -> [String] { try self.offers(shell, line, workspace) }
    // Bash has what stands before a colon already.
    func value(_ text: String) -> String {
      shell == "bash" ? String(text.split(separator: ":")[1]) : text
    }
    #expect(try offers("ficsearch fro").contains("from:"))
    #expect(try offers("ficsearch from:em").contains(value("from:emma-woodhouse")))
    #expect(try offers("ficsearch search from:Wood").contains(value("from:Woodhouse")))
    #expect(try offers("ficsearch count tag:sl").contains(value("tag:slow-burn")))
    #expect(try offers("ficsearch lamp work:ta").contains(value("work:tall-lamp")))
    #expect(try offers("ficsearch cast the").contains("the-tall-lamp"))
    #expect(try offers("ficsearch timeline knigh").contains("knightley"))
    #expect(try offers("ficsearch sta").contains("status"))
    #expect(try offers("ficsearch search --kw").contains("--kwic"))
    #expect(try offers("ficsearch laug").contains("laughed"))
    #expect(daemon.process.isRunning)
    // What is offered is what is found.
    #expect(try workspace.ficsearch("from:emma-woodhouse").status == 0)
    #expect(try workspace.ficsearch("lamp in:all work:tall-lamp tag:slow-burn").status == 0)
  }

  @Test func `a completion takes a moment, and without a daemon says nothing`() throws {
    let workspace = try workspace()
    let alone = try workspace.ficsearch("complete", "from:e")
    #expect(alone.status == 1 && alone.output.isEmpty && alone.errors.isEmpty)
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    _ = try workspace.ficsearch("complete", "from:e")
    var times: [Duration] = []
    for _ in 0..<9 {
      times.append(
        try ContinuousClock().measure { _ = try workspace.ficsearch("complete", "from:e") }
      )
    }
    // 50 ms in a release build; a debug build beside other tests gets ten times as much.
    #expect(times.sorted()[4] < .milliseconds(500), "\(times)")
    #expect(daemon.process.isRunning)
  }

  @Test(arguments: ["\u{0}", "\"", "from:\"", "((((", "-", "@", ":", "zz:", "\u{1B}[31m", "work:*"])
  func `whatever is typed, a completion ends well`(word: String) throws {
    let workspace = try workspace()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    for kind in ["query", "name", "title", "word"] where word != "\u{0}" {
      let outcome = try workspace.ficsearch("complete", "--kind", kind, "--", word)
      #expect(outcome.status < 2 && outcome.errors.isEmpty, "\(kind) \(word): \(outcome.errors)")
    }
    #expect(daemon.process.isRunning)
  }
}
