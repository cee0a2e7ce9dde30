import Foundation
import Testing

extension SearchTests {
  private func twoWorks() throws -> Workspace {
    let workspace = try Workspace()
    let openings = [
      "Lock-In": "Nobody had wound the clock since the flood, and the ledger lay open under it.",
      "Low Tide": "A barge slid past the customs house with its bell wrapped in somebody's coat.",
    ]
    for (title, opening) in openings {
      try workspace.write(
        "\(title).txt",
        """
        Title: \(title)

        Chapter 1

        \(opening)

        “Go,” said Smith. Agent Smith waited for Mary.

        “The lamps are out,” said the tall stranger.

        “Stay,” said Mary.

        """
      )
    }
    return workspace
  }

  private func speakers(_ workspace: Workspace, _ query: String) throws -> [String] {
    try workspace.ficsearch("--json", query).records("hit").compactMap { hit in
      hit["speaker"] as? String
    }
  }

  @Test func `an alias is found by all fields, shown, and taken back`() throws {
    let workspace = try twoWorks()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let query = #"from:"the tall stranger" work:lock lamps"#
    #expect(try speakers(workspace, query) == ["the tall stranger"])

    let added = try workspace.ficsearch(
      "alias",
      "add",
      "Edwin Smith",
      "Agent Smith",
      "Smith",
      "the tall stranger",
      "--work",
      "lock-in",
      "--json"
    )
    #expect(added.status == 0, "\(added.errors)")
    let summary = try #require(try added.records("summary").first)
    #expect(summary["changed"] as? Int == 1)
    #expect(summary["unchanged"] as? Int == 1)

    #expect(try speakers(workspace, query) == ["Edwin Smith"])
    #expect(try speakers(workspace, "from:edwin lamps") == ["Edwin Smith"])
    #expect(try workspace.ficsearch(#"with:"the tall stranger" stay work:lock"#).status == 0)
    #expect(
      try speakers(workspace, #"from:"the tall stranger" work:tide lamps"#) == ["the tall stranger"]
    )
    let cast = try workspace.ficsearch("cast", "lock-in")
    #expect(cast.output.contains("Edwin Smith  also Agent Smith, Smith, the tall stranger"))
    #expect(!cast.output.contains("\n  the tall stranger"))
    let card = try workspace.ficsearch("Edwin")
    #expect(card.output.contains("Edwin Smith  also"))

    let list = try workspace.ficsearch("alias", "list")
    #expect(list.status == 0)
    #expect(list.output.contains("Lock In\n  Edwin Smith\n    also Agent Smith, Smith, the tall"))
    #expect(try workspace.ficsearch("alias", "list", "--work", "tide").status == 1)

    let removed = try workspace.ficsearch(
      "alias",
      "remove",
      "Edwin Smith",
      "the tall stranger",
      "--work",
      "lock-in"
    )
    #expect(removed.status == 0, "\(removed.errors)")
    #expect(try speakers(workspace, query) == ["the tall stranger"])
    #expect(daemon.process.isRunning)
  }

  @Test func `mistakes end with 2 and a hint`() throws {
    let workspace = try twoWorks()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try workspace.ficsearch("alias", "list").status == 1)
    #expect(try workspace.ficsearch("alias", "add", "A", "B", "--no-wait").output.contains("job "))
    let wrong: [[String]] = [
      ["add", "A", "B", "--work", "nowhere"], ["add", "A", "B", "--work", "l"], ["add", "C", "B"],
      ["add", "B", "A"], ["add", "A", "\u{1B}[31m"], ["add", "A", ""], ["remove", "Nobody"],
      ["remove", "A", "Nobody"], ["add"], ["list", "--work", "nowhere"],
    ]
    for arguments in wrong {
      let outcome = try Outcome.of(
        Programs.path("ficsearch"),
        ["alias"] + arguments,
        environment: ["FICSEARCH_SOCKET": workspace.socket]
      )
      #expect(outcome.status == 2, "\(arguments): \(outcome.output)")
      let isHelped = outcome.errors.contains("hint:") || outcome.errors.contains("Usage:")
      #expect(isHelped, "\(arguments): \(outcome.errors)")
    }
    #expect(daemon.process.isRunning)
  }

  @Test func `a file kept by hand is used by daemon and worker, its bad lines are said`() throws {
    let workspace = try twoWorks()
    let file = workspace.root.appending(path: "names")
    try Data("Edwin Smith = Smith, the tall stranger  # he\nnonsense\n".utf8).write(to: file)
    let daemon = try Daemon(workspace, arguments: ["--no-watch", "--aliases", file.path])
    #expect(Set(try speakers(workspace, #"from:"the tall stranger" lamps"#)) == ["Edwin Smith"])
    let list = try workspace.ficsearch("alias", "list")
    #expect(list.output.contains("(line 2): there is no '='"))
    #expect(daemon.logged.contains("no '='"))
    daemon.kill(15)
    try Data("".utf8).write(to: file)
    let ingested = try workspace.ingest(["--aliases", file.path])
    #expect(try ingested.records("summary").first?["changed"] as? Int == 2)
    let missing = try workspace.ingest(["--aliases", file.path + ".not"])
    #expect(missing.status == 0)
    #expect(try missing.records("file_problem").first?["code"] as? String == "unreadable_aliases")
  }
}
