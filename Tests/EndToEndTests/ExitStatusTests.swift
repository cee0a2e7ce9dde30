import Foundation
import Testing

/// The table "Exit statuses" of `Documentation/Operations.md`, with the programs themselves.
@Suite(.serialized) struct ExitStatusTests {
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write("tale.txt", "Chapter 1\n\n“The lamps are out,” said Smith.\n")
    return workspace
  }

  private func daemon(_ workspace: Workspace, _ arguments: String...) throws -> Outcome {
    try Outcome.of(
      "/usr/bin/timeout",
      ["20", Programs.path("ficsearchd"), "--archive", workspace.archive] + arguments
    )
  }

  private func ingest(_ arguments: String...) throws -> Outcome {
    try Outcome.of(Programs.path("ficsearch-ingest"), arguments)
  }

  @Test func `a daemon that cannot have its socket ends with 2 and leaves the place alone`() throws
  {
    let workspace = try workspace()
    let file = workspace.root.appending(path: "letter").path
    try Data("dear".utf8).write(to: URL(filePath: file))
    let link = workspace.root.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    let long = workspace.root.appending(path: String(repeating: "s", count: 120)).path
    for path in [
      file, link, workspace.archive, file + "/s", "/no/such/folder/s", "/proc/s", long, "",
    ] {
      let outcome = try daemon(workspace, "--index", workspace.index, "--socket", path)
      #expect(outcome.status == 2, "\(path): \(outcome.errors)")
      #expect(outcome.errors.contains("critical: "), "\(path): \(outcome.errors)")
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "dear")
    #expect(!FileManager.default.fileExists(atPath: workspace.index))
  }

  @Test func `a daemon with a wrong option or setting ends with 2`() throws {
    let workspace = try workspace()
    #expect(try daemon(workspace, "--no-such-option").status == 2)
    #expect(try daemon(workspace, "--log-level", "loud").status == 2)
    #expect(try daemon(workspace, "--config", workspace.archive + "/none.yaml").status == 2)
    #expect(try daemon(workspace, "--help").status == 0)
  }

  @Test func `a daemon ends with 75 where another has the socket, and with 0 as told`() throws {
    let workspace = try workspace()
    let first = try Daemon(workspace, arguments: ["--no-watch"])
    let second = try daemon(
      workspace,
      "--index",
      workspace.index,
      "--socket",
      workspace.socket
    )
    #expect(second.status == 75, "\(second.errors)")
    first.process.terminate()
    first.process.waitUntilExit()
    #expect(first.process.terminationStatus == 0)
    #expect(try workspace.ficsearch("lamps").status == 75)
  }

  @Test func `a run without an archive ends with 2 and makes no index`() throws {
    let workspace = try workspace()
    let tale = workspace.archive + "/tale.txt"
    for path in [workspace.archive + "/none", tale] {
      let outcome = try ingest("index", "--archive", path, "--index", workspace.index)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("no folder of the archive can be read: '\(path)'"))
      #expect(outcome.errors.contains("hint: "))
    }
    #expect(!FileManager.default.fileExists(atPath: workspace.index))
    let both = try ingest(
      "index",
      "--archive",
      workspace.archive,
      "--archive",
      workspace.archive + "/none",
      "--index",
      workspace.index
    )
    #expect(both.status == 0)
    #expect(both.output.contains("unreadable_folder"))
  }

  @Test func `the worker ends with 2 where a thing cannot be done`() throws {
    let workspace = try workspace()
    let index = workspace.index
    let archive = workspace.archive
    for arguments in [
      ["index", "--index", index], ["index", "--archive", archive], ["nothing"],
      ["index", "--archive", archive, "--index", archive],
      ["index", "--archive", archive, "--index", index, "--jobs", "-1"], ["check"],
      ["check", "--index", index], ["check", "--index", archive + "/tale.txt"],
      ["parse", archive + "/none.txt"], ["parse"],
    ] {
      let outcome = try Outcome.of(Programs.path("ficsearch-ingest"), arguments)
      #expect(outcome.status == 2, "\(arguments): \(outcome.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: index))
    #expect(try ingest("--help").status == 0)
  }

  @Test func `the client ends with 2 for an error, and a query may begin with a hyphen`() throws {
    let workspace = try workspace()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("-oil lamps").status == 0)
    #expect(try workspace.ficsearch("--json", "-out lamps", "--limit=3").status == 1)
    for arguments in [["-lamps"], ["-help me", "-x"], ["lamps", "--kwik"], ["from:"], ["-q"]] {
      let outcome = try Outcome.of(
        Programs.path("ficsearch"),
        arguments,
        environment: ["FICSEARCH_SOCKET": workspace.socket]
      )
      #expect(outcome.status == 2, "\(arguments): \(outcome.output)")
      #expect(!outcome.errors.isEmpty && !outcome.output.contains("USAGE"))
    }
    withExtendedLifetime(daemon) {}
  }
}
