import Foundation
import Testing

@Suite(.serialized) struct IdentityTests {
  private static func story(
    _ words: [String],
    url: String = "https://archiveofourown.org/works/77"
  )
    -> String
  {
    let chapters = words.enumerated().map { number, word in
      "Chapter \(number + 1)\n\n"
        + (1...30).map { "The \(word) stood by door \($0) and said \(word) \($0)." }
        .joined(separator: "\n\n") + "\n\n\"A \(word),\" said Smith.\n"
    }
    return """
      The Lamp Rents
      by Ada Quill

      Fandom: Lamps
      Rating: K
      URL: \(url)
      Chapters: \(words.count)


      """ + chapters.joined(separator: "\n")
  }

  private static func page(_ words: [String]) -> String {
    let text = words.enumerated().map { number, word in
      "<h2>Chapter \(number + 1)</h2>"
        + (1...30).map {
          "<p>The \(word) stood by door \($0) and said \(word) \($0).</p>"
        }
        .joined() + "<p>\"A \(word),\" said Smith.</p>"
    }
    return
      "<html><head><title>The Lamp Rents</title><meta name='author' content='Ada Quill'></head>"
      + "<body><h1>The Lamp Rents</h1><p>by Ada Quill</p>\(text.joined())</body></html>"
  }

  @Test func `two forms of a work are one, and both are named`() throws {
    let workspace = try Workspace()
    try workspace.write("text/lamps.txt", Self.story(["xylograph", "zeugma"]))
    try workspace.write("page/lamps.html", Self.page(["xylograph", "zeugma"]))
    try workspace.ingest()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let works = try workspace.ficsearch("works", "--json").records("work")
    #expect(works.count == 1)
    let sources = try #require(works.first?["sources"] as? [[String: Any]])
    #expect(sources.map { $0["isShown"] as? Bool } == [true, false])
    let listed = try workspace.ficsearch("works")
    #expect(listed.output.contains("page/lamps.html\n") && listed.output.contains("also "))
    let hits = try workspace.ficsearch("--json", "\"a zeugma\"").records("hit")
    #expect(hits.count == 1)
    let ref = try #require(hits.first?["ref"] as? String)
    #expect(try workspace.ficsearch("show", ref).output.contains("text/lamps.txt"))
    withExtendedLifetime(daemon) {}
  }

  @Test func `what only another file of a work states is found, and that file is named`() throws {
    let workspace = try Workspace()
    try workspace.write("text/lamps.txt", Self.story(["xylograph"]))
    try workspace.write("page/lamps.html", Self.page(["xylograph", "zeugma"]))
    try workspace.ingest()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let hits = try workspace.ficsearch("--json", "\"a zeugma\" fandom:lamps").records("hit")
    #expect(hits.count == 1)
    let listed = try workspace.ficsearch("works", "rating:k")
    #expect(listed.output.contains("page/lamps.html\n"))
    #expect(
      listed.output.contains("text/lamps.txt, 1 chapter, source of fandom, rating, url\n"),
      "\(listed.output)"
    )
    let named = try workspace.ficsearch("in:all", "lamps")
    #expect(
      named.status == 0 && named.output.contains("  The Lamp Rents by Ada Quill  "),
      "\(named.output)"
    )
    withExtendedLifetime(daemon) {}
  }

  @Test func `a copy under another name is folded and unfolded`() throws {
    let workspace = try Workspace()
    try workspace.write("lamps.txt", Self.story(["xylograph", "zeugma"]))
    try workspace.write(
      "reposts/stolen.txt",
      Self.story(["zeugma"], url: "https://archiveofourown.org/works/78")
        .replacing("The Lamp Rents", with: "My Lamps").replacing("Ada Quill", with: "Bea Quell")
    )
    try workspace.ingest()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let folded = try workspace.ficsearch("\"a zeugma\"")
    #expect(folded.output.contains("+1 copy") && !folded.output.contains("My Lamps"))
    #expect(folded.output.contains("1 more match in 1 copy of these works: ficsearch "))
    let all = try workspace.ficsearch("search", "--all-copies", "\"a zeugma\"")
    #expect(all.output.contains("My Lamps") && all.output.contains("2 works"))
    #expect(try workspace.ficsearch("works").output.contains("+1 copy"))
    #expect(try workspace.ficsearch("works", "--json").records("work").count == 1)
    let listed = try workspace.ficsearch("works", "--all-copies", "--json").records("work")
    #expect(listed.count == 2 && listed.contains { $0["copyOf"] is String })
    let count = try workspace.ficsearch("--count", "\"a zeugma\"")
    #expect(
      count.output.hasPrefix("1 match") && count.output.contains("copies not counted: 1 work")
    )
    #expect(try workspace.ficsearch("\"a zeugma\" work:my").output.contains("My Lamps"))
    withExtendedLifetime(daemon) {}
  }

  @Test func `a removed chapter is found until it is forgotten, and changes tell it all`() throws {
    let workspace = try Workspace()
    try workspace.write("lamps.txt", Self.story(["xylograph", "zeugma", "quincunx"]))
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let came = try workspace.ficsearch("changes", "--json").records("change")
    #expect(came.map { $0["change"] as? String } == ["came"])
    try workspace.write("lamps.txt", Self.story(["xylograph", "quincunx"]))
    #expect(try workspace.ficsearch("reindex").status == 0)
    let found = try workspace.ficsearch("\"a zeugma\"")
    #expect(found.status == 0 && found.output.contains("removed from its file"), "\(found.output)")
    let hit = try #require(
      try workspace.ficsearch("--json", "\"a zeugma\"").records("hit").first
    )
    let chapter = try #require(hit["chapter"] as? [String: Any])
    #expect(chapter["number"] as? Int == 2 && chapter["removed"] as? String == "chapter")
    let changes = try workspace.ficsearch("changes", "--json", "--since", "1d").records("change")
    #expect(changes.map { $0["change"] as? String } == ["removed", "came"])
    #expect(try workspace.ficsearch("changes").output.contains("removed"))
    #expect(try workspace.ficsearch("works").output.contains("1 removed chapter kept"))
    let ref = try #require(hit["ref"] as? String)
    #expect(try workspace.ficsearch("forget", "Lamp Rents:1").status == 2)
    let present = ref.split(separator: ":")[0] + ":1"
    let refused = try workspace.ficsearch("forget", String(present))
    #expect(refused.status == 2 && refused.errors.contains("kept"), "\(refused.errors)")
    let forgotten = try workspace.ficsearch("forget", ref)
    #expect(forgotten.status == 0, "\(forgotten.errors)")
    #expect(try workspace.ficsearch("\"a zeugma\"").status == 1)
    #expect(try workspace.ficsearch("\"a quincunx\"").status == 0)
    let went = try workspace.ficsearch("changes", "--json").records("change")
    #expect(went.map { $0["change"] as? String } == ["went"])
    #expect(try workspace.ficsearch("changes", "--since", "soon").status == 2)
    let check = try Outcome.of(
      Programs.path("ficsearch-ingest"),
      ["check", "--deep", "--index", workspace.index]
    )
    #expect(check.status == 0, "\(check.output)")
    withExtendedLifetime(daemon) {}
  }

  @Test func `a work whose file is gone is kept where the setting says so`() throws {
    let workspace = try Workspace()
    try workspace.write("lamps.txt", Self.story(["xylograph"]))
    try workspace.ingest()
    try FileManager.default.removeItem(
      at: workspace.root.appending(path: "archive/lamps.txt")
    )
    let settings = workspace.root.appending(path: "settings.yaml")
    try Data("archive:\n  keepRemoved: true\n  forgetEmpty: true\n".utf8).write(to: settings)
    let daemon = try Daemon(workspace, arguments: ["--no-watch", "--config", settings.path])
    let answer = try workspace.ficsearch("xylograph")
    #expect(answer.output.contains("its file is gone"), "\(answer.output) \(daemon.logged)")
    #expect(try workspace.ficsearch("changes").output.contains("removed"))
    #expect(try workspace.ficsearch("forget", "Lamp Rents").status == 0)
    #expect(try workspace.ficsearch("xylograph").status == 1)
    try workspace.write("lamps.txt", Self.story(["xylograph"]))
    #expect(try workspace.ficsearch("reindex").status == 0)
    #expect(try workspace.ficsearch("xylograph").status == 0)
  }
}
