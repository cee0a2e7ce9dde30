import Foundation
import Testing

/// One answer in many forms, and the commands that answers propose.
@Suite(.serialized) struct FormTests {
  private static func examples() throws -> (Workspace, Daemon) {
    let workspace = try Workspace()
    try workspace.copyExamples()
    return (workspace, try Daemon(workspace, arguments: ["--no-watch"]))
  }

  /// What a shell makes of a command line that the program printed.
  private static func paste(_ command: String, _ workspace: Workspace) throws -> Outcome {
    try Outcome.of(
      "/bin/sh",
      ["-c", command],
      environment: [
        "PATH": Programs.folder.path + ":/usr/bin:/bin", "FICSEARCH_SOCKET": workspace.socket,
      ]
    )
  }

  /// The commands in a screen.
  private static func commands(in screen: String) -> [String] {
    screen.split(separator: "\n").compactMap { line in
      guard let start = line.range(of: ": ficsearch ") else { return nil }
      return String(line[start.lowerBound...].dropFirst(2))
    }
  }

  @Test func `every command that is printed does what it says, with the options that were given`()
    throws
  {
    let (workspace, daemon) = try Self.examples()
    let asked: [[String]] = [
      ["said", "--limit", "2"], ["said", "--limit", "2", "--kwic"], ["lamp", "--in", "notes"],
      ["the lamp", "--sort", "relevance", "--limit", "3"],
      ["said", "--context", "1", "--limit", "1"],
      ["said", "--min-confidence", "0.9", "--limit", "1"], ["from:smith said"],
      ["said", "--all-copies", "--limit", "1", "--sort", "newest"],
      ["-smith said", "--limit", "2"],
      ["it's \"you\"", "--limit", "1"], ["in:all smith", "--limit", "1"], ["thanks"], ["reviews"],
      ["works", "--limit", "2"], ["works", "--limit", "1", "--sort", "words", "--reverse"],
      ["works", "-tag:none", "--limit", "1"], ["alias", "list"], ["status"],
    ]
    var seen = 0
    for arguments in asked {
      let answer = try Outcome.of(
        Programs.path("ficsearch"),
        arguments + ["--socket", workspace.socket],
        environment: ["COLUMNS": "80"]
      )
      #expect([0, 1].contains(answer.status), "\(arguments): \(answer.errors)")
      for command in Self.commands(in: answer.output) where !command.contains("NAME") {
        seen += 1
        #expect(command.hasPrefix("ficsearch --socket '\(workspace.socket)'"), "\(command)")
        let again = try Self.paste(command, workspace)
        #expect(again.status == 0, "\(arguments): \(command): \(again.errors)")
        #expect(again.output != answer.output, "\(command)")
        if arguments.contains("--kwic") {
          #expect(!again.output.contains("scene 1\n"), "\(command)")
        }
      }
    }
    #expect(seen >= 15)
    #expect(daemon.process.isRunning)
  }

  @Test func `what is exported as TEI is valid, whatever was asked`() throws {
    let (workspace, daemon) = try Self.examples()
    let asked: [[String]] = [
      ["lamp", "--limit", "100"], ["from:smith"], ["lamp", "--in", "all", "--kwic"], ["zzyx"],
      ["(unclosed AND"], ["works"], ["cast"], ["count", "lamp"], ["status"], ["called", "smith"],
    ]
    let ref = try #require(
      try workspace.ficsearch("--json", "lamp").records("hit").first?["ref"] as? String
    )
    var files: [String] = []
    for (number, arguments) in (asked + [["show", ref, "--chapter"]]).enumerated() {
      let answer = try Outcome.of(
        Programs.path("ficsearch"),
        arguments + ["--form", "tei", "--socket", workspace.socket]
      )
      let file = workspace.root.appending(path: "\(number).xml")
      try Data(answer.output.utf8).write(to: file)
      files.append(file.path)
    }
    let check = try Outcome.of(
      Programs.checkout.appending(path: "Scripts/check-tei").path,
      files
    )
    // A machine without the schema cannot show this; it says so.
    if check.status == 77 { return print(check.errors) }
    #expect(check.status == 0, "\(check.errors)")
    let text = try String(contentsOfFile: files[1], encoding: .utf8)
    #expect(text.contains("<said who=\"#person-1\""))
    withExtendedLifetime(daemon) {}
  }

  @Test func `a page for a browser has lines, marks and no script`() throws {
    let (workspace, daemon) = try Self.examples()
    let page = try workspace.ficsearch("lamp", "--form", "html")
    #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(page.output.contains("<mark>") && page.output.contains("class=\"said\""))
    #expect(!page.output.contains("<script"))
    let list = try workspace.ficsearch("works", "--form", "html")
    #expect(list.output.contains("<th>title</th>"))
    withExtendedLifetime(daemon) {}
  }

  @Test func `pages that follow each other by what is printed hold every line once`() throws {
    let (workspace, daemon) = try Self.examples()
    let all = try workspace.ficsearch("--json", "--limit", "1000", "lamp").records("hit")
    var command: String? = "ficsearch lamp --limit 3"
    var refs: [String] = []
    while let next = command, refs.count <= all.count {
      let page = try Self.paste(next, workspace)
      refs += page.output.split(separator: "\n").compactMap { line in
        guard line.hasPrefix("    "), let last = line.split(separator: " ").last else { return nil }
        return last.split(separator: ":").count == 3 && last.last?.isNumber == true
          ? String(last) : nil
      }
      command = page.output.split(separator: "\n").first { $0.hasPrefix("More: ") }
        .map { String($0.dropFirst(6)) }
    }
    #expect(refs == all.compactMap { $0["ref"] as? String })
    #expect(daemon.process.isRunning)
  }

  @Test func `an answer is text, lines of JSON, one object or a table`() throws {
    let (workspace, daemon) = try Self.examples()
    let hits = try workspace.ficsearch("--json", "smith").records("hit")
    let lines = try workspace.ficsearch("--form", "jsonl", "smith").records("hit")
    #expect(hits.map { $0["ref"] as? String } == lines.map { $0["ref"] as? String })
    let whole = try workspace.ficsearch("--form", "json", "smith").output
    let object = try JSONSerialization.jsonObject(with: Data(whole.utf8)) as? [String: Any]
    #expect((object?["hits"] as? [Any])?.count == hits.count)
    // Python's reader of such tables is the judge.
    let script = """
      import csv, json, sys
      rows = list(csv.DictReader(sys.stdin))
      print(json.dumps([[row["ref"], row["text"], row["query"]] for row in rows]))
      """
    let table = try Outcome.of(
      "/bin/sh",
      [
        "-c", "\"$1\" --form csv smith | python3 -c \"$2\"", "sh", Programs.path("ficsearch"),
        script,
      ],
      environment: ["FICSEARCH_SOCKET": workspace.socket]
    )
    let rows = try JSONSerialization.jsonObject(with: Data(table.output.utf8)) as? [[String]]
    #expect(rows?.map { $0[0] } == hits.compactMap { $0["ref"] as? String })
    #expect(rows?.map { $0[1] } == hits.compactMap { $0["text"] as? String })
    #expect(rows?.allSatisfy { $0[2] == "smith" } == true)
    for command in [
      ["works"], ["cast"], ["changes"], ["status"], ["alias", "list"], ["smith", "--count"],
      ["smith", "--kwic"],
    ] {
      let csv = try Outcome.of(
        Programs.path("ficsearch"),
        command + ["--form", "csv"],
        environment: ["FICSEARCH_SOCKET": workspace.socket]
      )
      let first = csv.output.split(separator: "\n").first ?? ""
      #expect(first.split(separator: ",").count > 2 && !first.contains(" "), "\(command): \(first)")
    }
    #expect(daemon.process.isRunning)
  }

  @Test func `an error is an object for whoever asked for JSON, and words for everybody else`()
    throws
  {
    let (workspace, daemon) = try Self.examples()
    let json = try workspace.ficsearch("--json", "from:")
    #expect(json.status == 2 && json.errors.isEmpty)
    #expect(json.output.hasPrefix(#"{"type":"failure","code":""#))
    let text = try workspace.ficsearch("from:")
    #expect(text.status == 2 && text.output.isEmpty && text.errors.hasPrefix("ficsearch: "))
    let table = try workspace.ficsearch("--form", "csv", "from:\u{1B}[31m\u{7}")
    #expect(!(table.output + table.errors).unicodeScalars.contains("\u{1B}"))
    let wrong = try workspace.ficsearch("--json", "--no-such-option", "x")
    #expect(wrong.status == 2 && wrong.output.hasPrefix(#"{"type":"failure","code":"usage""#))
    let away = try workspace.ficsearch("--json", "--socket", "/nonexistent/s", "x")
    #expect(away.status == 75 && away.output.contains(#""code":"no_answer""#))
    let command = try workspace.ficsearch("statsu")
    #expect(command.status == 1 && command.errors.contains("'ficsearch status'"))
    #expect(daemon.process.isRunning)
  }

  @Test func `a work is shown by its id or its title, with where each fact stands`() throws {
    let (workspace, daemon) = try Self.examples()
    let first = try #require(try workspace.ficsearch("works", "--json").records("work").first)
    let label = try #require(first["work"] as? [String: Any])
    let id = try #require(label["id"] as? String)
    let title = try #require(label["title"] as? String)
    let byID = try workspace.ficsearch("work", id)
    #expect(byID.status == 0 && byID.output.hasPrefix(title), "\(byID.errors)")
    #expect(
      try workspace.ficsearch("work", "errata").output.contains("rating: General (its header)")
    )
    #expect(try workspace.ficsearch("work", title).output == byID.output)
    let none = try workspace.ficsearch("work", "no such work at all")
    #expect(none.status == 2 && none.errors.contains("hint:"))
    #expect(daemon.process.isRunning)
  }

  @Test func `a job that fails says so with its status, in text and in JSON`() throws {
    let (workspace, daemon) = try Self.examples()
    let done = try workspace.ficsearch("reindex")
    #expect(done.status == 0 && done.output.contains("nothing changed"), "\(done.output)")
    let steps = try workspace.ficsearch("reindex", "--json").records("job")
    #expect(steps.last?["state"] as? String == "succeeded")
    let started = try workspace.ficsearch("reindex", "--no-wait")
    #expect(started.status == 0 && started.output.hasPrefix("job "))
    let outside = try workspace.ficsearch("reindex", "/etc/passwd")
    #expect(outside.status == 2 && outside.errors.contains("not in the archive"))
    #expect(daemon.process.isRunning)
  }
}
