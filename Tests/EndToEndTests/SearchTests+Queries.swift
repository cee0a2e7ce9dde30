import Foundation
import Testing

extension SearchTests {
  private func serial() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write("Serial/Chapter 1.txt", "Chapter 1\n\n“I do,” said Ann. Ben sat.\n")
    return workspace
  }

  @Test func `a saved query stands in others by its name`() throws {
    let workspace = try serial()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("save", "--list").status == 1)
    #expect(try workspace.ficsearch("save", "Vow", "from:ann", "do").status == 0)
    let found = try workspace.ficsearch("--json", "@vow")
    #expect(try found.records("hit").count == 1)
    #expect(try found.records("begin").first?["query"] as? String == "@vow")
    #expect(try workspace.ficsearch("@vow zebra").status == 1)
    #expect(try workspace.ficsearch("count", "@vow", "--by", "speaker").output.contains("Ann"))
    let list = try workspace.ficsearch("save", "--list")
    #expect(list.output == "@vow\n  from:ann do\n")
    // One that is taken takes the new query; one that names itself is a word there.
    #expect(try workspace.ficsearch("save", "vow", "@vow OR ben").status == 0)
    #expect(try workspace.ficsearch("@vow").status == 0)
    #expect(try workspace.ficsearch("save", "--remove", "vow").status == 0)
    #expect(try workspace.ficsearch("save", "--remove", "vow").status == 2)
    for wrong in [["a b", "x"], ["", "x"], ["x", "from:"], ["x"], []] {
      #expect(try workspace.ficsearch(["save"] + wrong).status == 2, "\(wrong)")
    }
    #expect(daemon.process.isRunning)
  }

  @Test func `what is wrong in the file of queries is said, and no name leads out of it`() throws {
    let workspace = try serial()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let folder = URL(filePath: workspace.index).deletingLastPathComponent()
    let lines = "vow = from:ann\nnonsense\nvow = ben\na b = x\nempty =\n"
    try Data(lines.utf8).write(to: folder.appending(path: "index.queries"))
    let list = try workspace.ficsearch("save", "--list")
    #expect(list.output.hasPrefix("@vow\n  from:ann\n\n4 lines left out:\n"), "\(list.output)")
    // A folder that a name could lead through.
    try FileManager.default.createDirectory(
      at: folder.appending(path: "index.seen-x"),
      withIntermediateDirectories: false
    )
    let victim = folder.appending(path: "victim")
    try Data("mine".utf8).write(to: victim)
    for name in ["x/../victim", "x/../../victim", "", "."] {
      for command in [["watch", "remove", name], ["save", "--remove", name]] {
        #expect(try workspace.ficsearch(command).status == 2, "\(command)")
      }
    }
    #expect(FileManager.default.fileExists(atPath: victim.path))
    #expect(daemon.process.isRunning)
  }

  @Test func `a watched query tells what came since, once, in any form`() throws {
    let workspace = try serial()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("watch", "new").status == 2)
    #expect(try workspace.ficsearch("watch", "add", "vows", "\"I do\"").status == 0)
    #expect(try workspace.ficsearch("watch", "new").status == 1)
    #expect(try workspace.ficsearch("watch", "list").output.hasPrefix("@vows  0 new since "))

    try workspace.write("Serial/Chapter 2.txt", "Chapter 2\n\n“I do,” said Ben.\n\n“So I do.”\n")
    // An edit elsewhere makes nothing new, nor does a new index.
    try workspace.write(
      "Serial/Chapter 1.txt",
      "Chapter 1\n\nIt rained.\n\n“I do,” said Ann. Ben sat.\n"
    )
    #expect(try workspace.ficsearch("reindex").status == 0)
    #expect(try workspace.ficsearch("watch", "list").output.hasPrefix("@vows  2 new since "))
    let look = try workspace.ficsearch("watch", "new", "--look", "--json")
    #expect(
      try look.records("hit").compactMap { $0["text"] as? String } == [
        "“I do,” said Ben.", "“So I do.”",
      ]
    )
    let csv = try workspace.ficsearch("watch", "new", "vows", "--form", "csv")
    #expect(csv.status == 0 && csv.output.split(whereSeparator: \.isNewline).count == 3)
    #expect(try workspace.ficsearch("watch", "new", "vows").status == 1)
    #expect(try workspace.ficsearch("reindex", "--all").status == 0)
    #expect(try workspace.ficsearch("watch", "new").status == 1)

    #expect(try workspace.ficsearch("watch", "remove", "vows").status == 0)
    #expect(try workspace.ficsearch("watch", "remove", "vows").status == 2)
    #expect(try workspace.ficsearch("watch", "new", "vows").status == 2)
    #expect(try workspace.ficsearch("@vows").status == 0)
    #expect(daemon.process.isRunning)
  }

  @Test func `a command of one's own is told what is new after a run, once`() throws {
    let workspace = try serial()
    let told = workspace.root.appending(path: "told").path
    let failing = workspace.root.appending(path: "failing").path
    let command = """
      echo "$FICSEARCH_NEW_LINES of $FICSEARCH_WATCHES" >>'\(told)'
      cat >>'\(told)'
      test ! -e '\(failing)'
      """
    let daemon = try Daemon(
      workspace,
      arguments: ["--no-watch"],
      environment: ["FICSEARCH_WATCHES_COMMAND": command]
    )
    func records() -> [String] {
      let text = (try? String(contentsOfFile: told, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").map(String.init)
    }
    #expect(try workspace.ficsearch("watch", "add", "vows", "\"I do\"").status == 0)
    // Nothing new: not told.
    try workspace.write("Serial/Chapter 2.txt", "Chapter 2\n\nIt rained.\n")
    #expect(try workspace.ficsearch("reindex").status == 0)
    // Told in vain: told again with what comes next.
    try Data().write(to: URL(filePath: failing))
    try workspace.write("Serial/Chapter 3.txt", "Chapter 3\n\n“I do,” said Ben.\n")
    #expect(try workspace.ficsearch("reindex").status == 0)
    poll("the command was told of a line") { !records().isEmpty }
    #expect(records().first == "1 of vows")
    poll("the failure was logged") { daemon.logged.contains("watches.command failed") }
    try FileManager.default.removeItem(atPath: failing)
    try workspace.write("Serial/Chapter 4.txt", "Chapter 4\n\n“So I do,” said Cid.\n")
    #expect(try workspace.ficsearch("reindex").status == 0)
    poll("the command was told of both") { records().contains("2 of vows") }
    poll("what was told was kept") { daemon.logged.contains("watches.command was told") }
    // What the command was told is new for its user all the same.
    #expect(try workspace.ficsearch("watch", "list").output.hasPrefix("@vows  2 new since "))
    try workspace.write("Serial/Chapter 5.txt", "Chapter 5\n\n“I do, I do,” said Dot.\n")
    #expect(try workspace.ficsearch("reindex").status == 0)
    poll("the command was told of the last") {
      records().filter { $0 == "1 of vows" }.count == 2
    }
    #expect(records().contains { $0.contains("\"type\":\"hit\"") && $0.contains("Dot") })
  }

  @Test func `with --upto nothing behind a chapter shows`() throws {
    let workspace = try serial()
    try workspace.write("Serial/Chapter 2.txt", "Chapter 2\n\n“I do,” said Ann Secret to Zoe.\n")
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let commands = [
      ["--upto", "1", "ann"], ["ann upto:1"], ["cast", "--upto", "1"],
      ["called", "ann", "--upto", "1"],
      ["timeline", "ann", "--upto", "1"], ["count", "do", "--by", "addressee", "--upto", "1"],
      ["--kwic", "do", "--upto", "1"], ["from:secret", "--upto", "1"], ["zoo", "--upto", "1"],
    ]
    for command in commands {
      let answer = try workspace.ficsearch(command)
      #expect(answer.status < 2, "\(command): \(answer.errors)")
      for secret in ["Secret", "Zoe"] where !command.joined().contains(secret.lowercased()) {
        #expect(!answer.output.contains(secret), "\(command): \(answer.output)")
      }
    }
    #expect(try workspace.ficsearch("from:secret").status == 0)
    #expect(try workspace.ficsearch("from:secret", "--upto", "1").status == 1)
    let ref = try #require(
      try workspace.ficsearch("--json", "zoe").records("hit").first?["ref"] as? String
    )
    #expect(try workspace.ficsearch("show", ref).status == 0)
    #expect(try workspace.ficsearch("show", ref, "--upto", "1").status == 2)
    #expect(try workspace.ficsearch("show", ref, "--upto", "0").status == 2)
    #expect(daemon.process.isRunning)
  }
}
