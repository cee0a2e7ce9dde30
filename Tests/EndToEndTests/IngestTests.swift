import Foundation
import Glibc
import Testing

@Suite(.serialized) struct IngestTests {
  private static let chapter = """
    Chapter 1

    “The lamps are out,” said Smith.

    “All of them?” asked Crane.

    """

  @Test func `a file that cannot be indexed is reported and the rest is served`() throws {
    let workspace = try Workspace()
    try workspace.write("good.txt", Self.chapter)
    try workspace.write("empty.txt", "")
    try workspace.write(
      "binary.txt",
      Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
    )
    try workspace.write(
      "broken.txt",
      Data(
        "“Broken \u{FFFD}".utf8.dropLast() + [0xFF, 0xFE, 0x80]
          + Array("bytes,” said Smith, “stay readable.”\n".utf8)
      )
    )
    try workspace.write(
      "note.txt",
      "Author's Note\n\nA/N: On hiatus, sorry! Real life. No chapter this week.\n"
    )
    try workspace.write("nul.txt", "“Nul\u{0}s,” said Smith.\n")
    let outcome = try workspace.ingest()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let problems = try outcome.records("file_problem")
    let codes = Dictionary(
      uniqueKeysWithValues: problems.map {
        (URL(filePath: $0["path"] as? String ?? "").lastPathComponent, $0["code"] as? String ?? "")
      }
    )
    #expect(codes["empty.txt"] == "empty")
    #expect(codes["binary.txt"] == "binary")
    for problem in problems {
      #expect((problem["cause"] as? String)?.isEmpty == false)
      #expect((problem["hint"] as? String)?.isEmpty == false)
    }
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("lamps").status == 0)
    #expect(try workspace.ficsearch("readable").status == 0)
    let note = try workspace.ficsearch("--json", "hiatus in:notes")
    #expect(note.status == 0, "\(note.output) \(note.errors)")
    let answer = try workspace.ficsearch("lamps")
    #expect(answer.output.contains("searchable"), "\(answer.output)")
    let status = try workspace.ficsearch("status")
    #expect(status.output.contains("empty.txt") && status.output.contains("binary.txt"))
    withExtendedLifetime(daemon) {}
  }

  @Test func `unreadable files, loops and links out of the archive do no harm`() throws {
    let workspace = try Workspace()
    try workspace.write("good.txt", Self.chapter)
    let outside = workspace.root.appending(path: "secret.txt")
    try Data("“Outside,” said Smith.\n".utf8).write(to: outside)
    let archive = workspace.root.appending(path: "archive")
    let manager = FileManager.default
    try manager.createSymbolicLink(at: archive.appending(path: "loop"), withDestinationURL: archive)
    try manager.createSymbolicLink(
      at: archive.appending(path: "out.txt"),
      withDestinationURL: outside
    )
    try manager.createSymbolicLink(
      at: archive.appending(path: "gone.txt"),
      withDestinationURL: archive.appending(path: "nothing.txt")
    )
    try #require(unsafe mkfifo(archive.appending(path: "pipe.txt").path, 0o600) == 0)
    let outcome = try workspace.ingest()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try #require(try outcome.records("summary").first)
    #expect(summary["added"] as? Int == 1)
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("outside").status == 1)
    #expect(try workspace.ficsearch("lamps").status == 0)
    withExtendedLifetime(daemon) {}
  }

  @Test func `a second run reads nothing, a changed chapter alone is written`() throws {
    let workspace = try Workspace()
    try workspace.copyExamples()
    let first = try #require(try workspace.ingest().records("summary").first)
    #expect(first["added"] as? Int ?? 0 >= 20)
    let second = try #require(try workspace.ingest().records("summary").first)
    #expect(second["unchanged"] as? Int == second["files"] as? Int)
    #expect(second["bytes"] as? Int == 0)
    let touched = workspace.root.appending(path: "archive/Errata.md")
    try FileManager.default.setAttributes([.modificationDate: Date.now], ofItemAtPath: touched.path)
    let third = try #require(try workspace.ingest().records("summary").first)
    #expect(third["changed"] as? Int == 0 && third["added"] as? Int == 0)
    try workspace.write(
      "Short Measure/05 - Afterwards.txt",
      "5. Afterwards.\n\n\"The xylograph,\" said Smith.\n"
    )
    let fourth = try #require(try workspace.ingest().records("summary").first)
    #expect(fourth["added"] as? Int == 1, "\(fourth)")
    try FileManager.default.removeItem(
      at: workspace.root.appending(path: "archive/Short Measure/05 - Afterwards.txt")
    )
    let fifth = try #require(try workspace.ingest().records("summary").first)
    #expect(fifth["removed"] as? Int == 1)
  }

  @Test func `a written chapter is found without a command`() throws {
    let workspace = try Workspace()
    try workspace.copyExamples()
    let daemon = try Daemon(workspace)
    #expect(try workspace.ficsearch("xylograph").status == 1)
    try workspace.write(
      "Short Measure/05 - Afterwards.txt",
      "5. Afterwards.\n\n\"The xylograph,\" said Smith.\n"
    )
    try poll("the new chapter is found") { try workspace.ficsearch("xylograph").status == 0 }
    try workspace.write("New Folder/Deep/tale.txt", "\"A zeugma,\" said Smith.\n")
    try poll("a file in a new folder is found") { try workspace.ficsearch("zeugma").status == 0 }
    try FileManager.default.removeItem(
      at: workspace.root.appending(path: "archive/New Folder")
    )
    try poll("a removed file goes") { try workspace.ficsearch("zeugma").status == 1 }
    withExtendedLifetime(daemon) {}
  }

  @Test func `a file that turns bad keeps its last good version`() throws {
    let workspace = try Workspace()
    try workspace.write("tale.txt", Self.chapter)
    try workspace.ingest()
    try workspace.write("tale.txt", "")
    let outcome = try workspace.ingest()
    #expect(try outcome.records("file_problem").count == 1)
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("lamps").status == 0)
    try workspace.write("tale.txt", Self.chapter.replacing("lamps", with: "candles"))
    #expect(try workspace.ficsearch("reindex").status == 0)
    #expect(try workspace.ficsearch("candles").status == 0)
    #expect(try workspace.ficsearch("lamps").status == 1)
    withExtendedLifetime(daemon) {}
  }

  @Test func `a killed worker leaves an index that the next run completes`() throws {
    let workspace = try Workspace()
    for work in 0..<60 {
      let text = (1...20).map { chapter in
        "Chapter \(chapter)\n\n"
          + String(repeating: "“Lamp \(chapter),” said Smith of \(work). He waited.\n\n", count: 60)
      }.joined()
      try workspace.write("work \(work).txt", text)
    }
    for delay in [15, 40, 90, 160, 240] as [UInt32] {
      let process = Process()
      process.executableURL = URL(filePath: Programs.path("ficsearch-ingest"))
      process.arguments = ["index", "--archive", workspace.archive, "--index", workspace.index]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(delay * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if FileManager.default.fileExists(atPath: workspace.index) {
        let check = try Outcome.of(
          Programs.path("ficsearch-ingest"),
          ["check", "--deep", "--index", workspace.index]
        )
        #expect(check.status == 0, "after \(delay) ms: \(check.output) \(check.errors)")
      }
    }
    #expect(try workspace.ingest().status == 0)
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let count = try #require(
      try workspace.ficsearch("--json", "--count", "waited").records("count").first
    )
    #expect(count["chapters"] as? Int == 1200)
    #expect(count["matches"] as? Int == 72_000)
    withExtendedLifetime(daemon) {}
  }

  @Test func `search goes on while a reindex runs`() throws {
    let workspace = try Workspace()
    try workspace.write("first.txt", Self.chapter)
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    for work in 0..<40 {
      try workspace.write(
        "work \(work).txt",
        String(repeating: "“Lantern,” said Smith of \(work). He waited.\n\n", count: 250)
      )
    }
    let started = try workspace.ficsearch("reindex", "--no-wait")
    #expect(started.status == 0, "\(started.errors)")
    var answers = 0
    try poll("the reindex ends") {
      let answer = try workspace.ficsearch("lamps")
      #expect(answer.status == 0, "\(answer.errors)")
      answers += 1
      return try workspace.ficsearch("--count", "lantern").output.hasPrefix("10,000 matches")
    }
    #expect(answers > 0)
    withExtendedLifetime(daemon) {}
  }
}
