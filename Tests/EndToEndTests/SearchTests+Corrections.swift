import Foundation
import Testing

extension SearchTests {
  private func serial() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      "Lamps.txt",
      """
      Title: Lamps

      Chapter 1

      “It rains,” said Ann. Ben sat down by the fire, and Carl stood at the door.

      “It always rains.”

      “Not in May.”

      They called the dog “Shorty” that year.

      The next day the sun came out.

      “Good,” said Ben.

      """
    )
    return workspace
  }

  /// The REF, speaker and addressees of the line that a query finds.
  private func line(
    _ workspace: Workspace,
    _ query: String
  ) throws -> (ref: String, speaker: String?, to: [String], scene: Int?) {
    let hit = try #require(try workspace.ficsearch("--json", query).records("hit").first)
    return (
      try #require(hit["ref"] as? String), hit["speaker"] as? String,
      hit["addressees"] as? [String] ?? [], hit["scene"] as? Int
    )
  }

  @Test func `a corrected line is so, found so, listed, and taken back`() throws {
    let workspace = try serial()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let before = try line(workspace, #""not in may""#)
    let fixed = try workspace.ficsearch(
      "fix",
      before.ref,
      "--speaker",
      "carl",
      "--to",
      "Ann",
      "--to",
      "Zed"
    )
    #expect(fixed.status == 0, "\(fixed.errors)")
    #expect(fixed.output.contains("Carl → Ann, Zed"))
    #expect(fixed.output.contains("Nobody in Lamps was called Zed so far."))
    let after = try line(workspace, #""not in may""#)
    #expect(after.speaker == "Carl" && after.to == ["Ann", "Zed"])
    #expect(try workspace.ficsearch("from:carl may").status == 0)
    #expect(try workspace.ficsearch("to:zed may").status == 0)

    let list = try workspace.ficsearch("fix", "--list", "--json").records("correction")
    #expect(list.count == 1 && list[0]["words"] as? String == "Not in May.")
    #expect(list[0]["to"] as? [String] == ["Ann", "Zed"])
    let text = try workspace.ficsearch("fix", "--list", "--work", "lamps")
    #expect(text.output == "Lamps\n  Carl → Ann, Zed\n    Not in May.\n")

    let undone = try workspace.ficsearch("fix", before.ref, "--undo")
    #expect(undone.status == 0, "\(undone.errors)")
    #expect(try line(workspace, #""not in may""#).speaker == before.speaker)
    #expect(try workspace.ficsearch("fix", "--list").status == 1)
    #expect(try workspace.ficsearch("fix", before.ref, "--undo").status == 2)
    #expect(daemon.process.isRunning)
  }

  @Test func `what is no speech, and where a scene begins`() throws {
    let workspace = try serial()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let rains = try line(workspace, #""it rains""#)
    #expect(rains.speaker == "Ann")
    #expect(try workspace.ficsearch("fix", rains.ref, "--not-speech").status == 0)
    #expect(try line(workspace, #""it rains""#).speaker == nil)
    #expect(try workspace.ficsearch("in:dialogue", "\"it rains\"").status == 1)
    #expect(try workspace.ficsearch("fix", rains.ref, "--speaker", "Ann").status == 0)
    #expect(try workspace.ficsearch("in:dialogue", "\"it rains\"").status == 0)
    let next = try line(workspace, #""next day""#)
    #expect(next.scene == 1)
    #expect(try workspace.ficsearch("fix", next.ref, "--scene-break").status == 0)
    #expect(try line(workspace, #""next day""#).scene == 2)
    #expect(daemon.process.isRunning)
  }

  @Test func `a correction that fits nothing any more stands in the status`() throws {
    let workspace = try serial()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let ref = try line(workspace, #""not in may""#).ref
    #expect(try workspace.ficsearch("fix", ref, "--speaker", "Carl").status == 0)
    let file = URL(filePath: workspace.archive).appending(path: "Lamps.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "Not in May", with: "Not in June").utf8).write(to: file)
    #expect(try workspace.ficsearch("reindex").status == 0)
    let status = try workspace.ficsearch("status")
    #expect(status.output.contains("1 corrections that fit no line"), "\(status.output)")
    #expect(status.output.contains("Not in May."))
    let list = try workspace.ficsearch("fix", "--list")
    #expect(list.output.contains("does not fit: no line has these words"))
    // Nothing is missing from the archive for it.
    #expect(!(try workspace.ficsearch("rains").output.contains("searchable")))
    #expect(daemon.process.isRunning)
  }

  @Test func `a wrong correction ends with 2 and a hint, and changes nothing`() throws {
    let workspace = try serial()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let ref = try line(workspace, #""next day""#).ref
    let wrong: [[String]] = [
      [], [ref], [ref, "--speaker", "A", "--undo"], ["--speaker", "A"], ["--list", ref],
      [ref, "--speaker", "\u{1B}[31m"], [ref, "--speaker", ""], [ref, "--speaker", "Ann"],
      [ref, "--not-speech"], ["nonsense", "--speaker", "Ann"], ["00000000:1:1", "--undo"],
      ["--list", "--work", "nowhere"], [ref, "--work", "x", "--undo"],
    ]
    for arguments in wrong {
      let outcome = try Outcome.of(
        Programs.path("ficsearch"),
        ["fix"] + arguments,
        environment: ["FICSEARCH_SOCKET": workspace.socket]
      )
      #expect(outcome.status == 2, "\(arguments): \(outcome.output)")
      let isHelped = outcome.errors.contains("hint:") || outcome.errors.contains("Usage:")
      #expect(isHelped, "\(arguments): \(outcome.errors)")
    }
    #expect(try workspace.ficsearch("fix", "--list").status == 1)
    #expect(daemon.process.isRunning)
  }

  @Test func `names are merged and split, and it is said before what comes of it`() throws {
    let workspace = try serial()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let preview = try workspace.ficsearch("alias", "merge", "Ann", "Carl", "--dry-run")
    #expect(preview.status == 0, "\(preview.errors)")
    #expect(preview.output.hasPrefix("In Lamps, Ann ("))
    #expect(preview.output.contains(" and Carl ("))
    #expect(try workspace.ficsearch("alias", "list").status == 1)

    let merged = try workspace.ficsearch("alias", "merge", "Ann", "Carl")
    #expect(merged.output.contains("become one: Ann."))
    #expect(try workspace.ficsearch("cast", "lamps").output.contains("Ann  also Carl"))
    let split = try workspace.ficsearch("alias", "split", "Ann", "Carl")
    #expect(split.output.contains("becomes Ann and Carl"), "\(split.output)\(split.errors)")
    let cast = try workspace.ficsearch("cast", "lamps")
    #expect(cast.output.contains("\n  Carl\n") && !cast.output.contains("also Carl"))
    // The last alias takes its line with it: nobody is kept apart by what was taken back.
    #expect(try workspace.ficsearch("alias", "remove", "Ann").status == 0)
    #expect(try workspace.ficsearch("alias", "remove", "Carl").status == 0)
    #expect(try workspace.ficsearch("alias", "add", "Ben", "Benny").status == 0)
    #expect(try workspace.ficsearch("alias", "remove", "Ben", "Benny").status == 0)
    #expect(try workspace.ficsearch("alias", "list").status == 1)
    #expect(daemon.process.isRunning)
  }
}
