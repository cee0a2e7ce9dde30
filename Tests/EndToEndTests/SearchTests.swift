import Foundation
import Testing

/// The example archive, indexed once, with a daemon on it.
private struct Examples {
  let workspace: Workspace
  let daemon: Daemon

  init() throws {
    workspace = try Workspace()
    try workspace.copyExamples()
    daemon = try Daemon(workspace, arguments: ["--no-watch"])
  }
}

@Suite(.serialized) struct SearchTests {
  @Test func `a bare name gives the character's card, then lines with speaker and REF`() throws {
    let examples = try Examples()
    let answer = try examples.workspace.ficsearch("Smith")
    #expect(answer.status == 0, "\(answer.errors)")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.first?.contains("Smith") == true)
    #expect(answer.output.contains("talks with"))
    #expect(answer.output.contains("Short Measure by halfpennyweight"))
    #expect(answer.output.contains("Chapter 1"))

    let hits = try examples.workspace.ficsearch("--json", "Smith").records("hit")
    let hit = try #require(hits.first)
    let ref = try #require(hit["ref"] as? String)
    #expect(answer.output.contains(ref))
    let shown = try examples.workspace.ficsearch("show", ref)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.output.contains("▸"))
    let source = try #require(hit["source"] as? [String: Any])
    let opened = try examples.workspace.ficsearch("open", ref)
    #expect(
      opened.output == "\(source["path"] as? String ?? ""):\(source["line"] as? Int ?? 0)\n"
    )
    let text = try #require(hit["text"] as? String)
    let match = try #require((hit["matches"] as? [[Int]])?.first)
    let scalars = Array(text.unicodeScalars)[match[0]..<match[1]]
    #expect(String(String.UnicodeScalarView(scalars)).lowercased().hasPrefix("smith"))
  }

  @Test func `fields, phrases and exclusions narrow an answer`() throws {
    let examples = try Examples()
    let workspace = examples.workspace
    let said = try workspace.ficsearch("--json", "--limit", "1000", "from:smith you")
      .records("hit")
    #expect(!said.isEmpty)
    for hit in said {
      #expect((hit["speaker"] as? String)?.contains("Smith") == true)
    }
    let together = try workspace.ficsearch("--json", "with:smith with:pask").records("hit")
    #expect(!together.isEmpty)
    let phrase = try workspace.ficsearch("--json", #""in the garden""#).records("hit")
    #expect(phrase.count >= 2)
    for hit in phrase {
      #expect((hit["text"] as? String)?.lowercased().contains("in the garden") == true)
    }
    let narration = try workspace.ficsearch(
      "--json",
      "--limit",
      "1000",
      "smith -in:dialogue"
    ).records("hit")
    let all = try workspace.ficsearch("--json", "--limit", "1000", "smith").records("hit")
    #expect(!narration.isEmpty && narration.count < all.count)
    let oneWork = try workspace.ficsearch("--json", "work:kiln the").records("hit")
    #expect(!oneWork.isEmpty)
    for hit in oneWork {
      #expect((hit["work"] as? [String: Any])?["title"] as? String == "Kiln Time")
    }
    let chapter = try workspace.ficsearch("--json", "chapter:2 smith").records("hit")
    for hit in chapter {
      #expect((hit["chapter"] as? [String: Any])?["number"] as? Int == 2)
    }
  }

  @Test func `a word finds its inflections unless it is asked for as written`() throws {
    let examples = try Examples()
    let workspace = examples.workspace
    func found(_ query: String, _ option: String = "--json") throws -> Set<String> {
      let hits = try workspace.ficsearch("--json", "--limit", "1000", option, query).records("hit")
      var words: Set<String> = []
      for hit in hits {
        let text = Array((hit["text"] as? String ?? "").unicodeScalars)
        for match in hit["matches"] as? [[Int]] ?? [] {
          let word = text[match[0]..<match[1]].map(String.init).joined()
          words.insert(word.lowercased())
        }
      }
      return words
    }
    let forms = try found("walk")
    #expect(forms.isSuperset(of: ["walk", "walked", "walking"]))
    #expect(try found("walked") == forms)
    #expect(try found("walk", "--exact") == ["walk"])
    #expect(try found("Walk") == ["walk"])
    #expect(try found(#""walk""#) == ["walk"])
    let more = try workspace.ficsearch("--exact", "--limit", "1", "walk").output
    #expect(more.contains("--exact"))
  }

  @Test
  func `a regular expression finds lines, is narrowed by fields, and says what is wrong in it`()
    throws
  {
    let examples = try Examples()
    let workspace = examples.workspace
    let hits = try workspace.ficsearch("--json", "--limit", "1000", #"/\bwalk(s|ed)?\b/"#)
      .records("hit")
    #expect(hits.count >= 10)
    for hit in hits {
      let text = Array((hit["text"] as? String ?? "").unicodeScalars)
      let matches = (hit["matches"] as? [[Int]] ?? []).map { match in
        text[match[0]..<match[1]].map(String.init).joined().lowercased()
      }
      #expect(!matches.isEmpty)
      #expect(Set(matches).isSubset(of: ["walk", "walks", "walked"]))
    }
    let said = try workspace.ficsearch("--json", "--limit", "1000", #"in:dialogue /walk/"#)
      .records("hit")
    #expect(!said.isEmpty && said.count < hits.count)
    let none = try workspace.ficsearch("/zq+xj/")
    #expect(none.status == 1)
    let bad = try workspace.ficsearch("--json", "garden /(walk/")
    #expect(bad.status == 2)
    let failure = try #require(try bad.records("failure").first)
    #expect(failure["code"] as? String == "regular_expression")
    #expect((failure["span"] as? [Int])?.first == 12)
    #expect((failure["hint"] as? String)?.contains(")") == true)
  }

  @Test func `the number above a chapter finds it however it is printed`() throws {
    let examples = try Examples()
    for (work, title) in [("bees", "II"), ("forty-one", "Two"), ("errata", "2")] {
      let query = "printed:2 work:\(work)"
      let hits = try examples.workspace.ficsearch("--json", query).records("hit")
      #expect(!hits.isEmpty, "\(work)")
      for hit in hits {
        let chapter = hit["chapter"] as? [String: Any]
        #expect((chapter?["title"] as? String)?.hasPrefix(title) == true, "\(work)")
      }
    }
    #expect(try examples.workspace.ficsearch("printed:99 the").status == 1)
  }

  @Test func `a name that nobody has brings the nearest, whose command finds lines`() throws {
    let examples = try Examples()
    let workspace = examples.workspace
    let answer = try workspace.ficsearch("from:smyth")
    #expect(answer.status == 1)
    #expect(answer.output.contains("Nobody has that name. The nearest:"))
    let end = try #require(try workspace.ficsearch("--json", "from:smyth").records("end").first)
    let names = try #require(end["names"] as? [[String: Any]])
    let name = try #require(names.first { ($0["name"] as? String)?.contains("Smith") == true })
    let query = try #require(name["query"] as? String)
    #expect(answer.output.contains(query))
    let found = try workspace.ficsearch("--json", "confidence:0 " + query).records("hit")
    #expect(!found.isEmpty && (name["lines"] as? Int ?? 0) > 0)
  }

  @Test func `json, count and concordance agree on how much there is`() throws {
    let examples = try Examples()
    let workspace = examples.workspace
    let end = try #require(try workspace.ficsearch("--json", "smith").records("end").first)
    let totals = try #require(end["totals"] as? [String: Any])
    let count = try #require(
      try workspace.ficsearch("--json", "--count", "smith").records("count").first
    )
    #expect(count["matches"] as? Int == totals["matches"] as? Int)
    let lines = try workspace.ficsearch("--kwic", "--limit", "1000", "--json", "smith")
      .records("hit")
    #expect(lines.count == count["matches"] as? Int)
    for line in lines {
      #expect((line["match"] as? String)?.lowercased().hasPrefix("smith") == true)
    }
    let screen = try workspace.ficsearch("--kwic", "smith")
    #expect(screen.status == 0 && screen.output.contains("Smith"))
    let counted = try workspace.ficsearch("--count", "smith")
    #expect(counted.output.hasPrefix("\(count["matches"] as? Int ?? -1) match"))
    withExtendedLifetime(examples) {}
  }

  @Test func `pages join to the whole answer`() throws {
    let examples = try Examples()
    let workspace = examples.workspace
    let whole = try workspace.ficsearch("--json", "--limit", "1000", "smith").records("hit")
      .compactMap { $0["ref"] as? String }
    var joined: [String] = []
    var cursor: String?
    repeat {
      var arguments = ["--json", "--limit", "7", "smith"]
      if let cursor { arguments += ["--cursor", cursor] }
      let page = try Outcome.of(
        Programs.path("ficsearch"),
        arguments,
        environment: ["FICSEARCH_SOCKET": workspace.socket]
      )
      joined += try page.records("hit").compactMap { $0["ref"] as? String }
      cursor = try page.records("end").first?["cursor"] as? String
    } while cursor != nil && joined.count < 5000
    #expect(joined == whole)
    #expect(Set(whole).count == whole.count)
    withExtendedLifetime(examples) {}
  }

  @Test(arguments: ["don't", "don’t", "DON'T", "don`t", "donʼt"])
  func `apostrophes of any kind are one`(query: String) throws {
    let workspace = try Workspace()
    try workspace.write(
      "a.txt",
      "Chapter 1\n\n“I don’t know,” said Smith.\n\n\"I don't,\" said Crane.\n"
    )
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let hits = try workspace.ficsearch("--json", query).records("hit")
    #expect(hits.count == 2)
    withExtendedLifetime(daemon) {}
  }

  @Test func `nothing that a user types shows a database error`() throws {
    let examples = try Examples()
    let nasty = [
      "\"", "“", "\"\"", "(", ")", "((((", "*", "^smith", "smith*", "*smith", "a AND b", "NEAR",
      "NEAR(", "NEAR(a b, x)", "OR", "NOT", "a OR", "smith's", "'", "col:smith", "text:smith",
      "{text}: x", "a + b", "a\u{0}b", "🦊", "-", "--", "- -", "a -", "-a", "from:", "from:\"",
      "from:smith to:", "\u{202E}abc", "e.g. this", "C:\\x", "http://x.y/z", "1 = 1; DROP TABLE x",
      "%_", "a\nb", "\"a b\"~", "\"a b\"~99999999999999999999", "chapter:x",
      "chapter:99999999999999999999",
      "in:nowhere", String(repeating: "(", count: 2000), String(repeating: "a ", count: 300),
      String(repeating: "x", count: 5000),
    ]
    for query in nasty {
      let answer = try examples.workspace.ficsearch("--json", "--", query)
      #expect(
        [0, 1, 2].contains(answer.status),
        "\(query.prefix(40)): \(answer.status) \(answer.errors)"
      )
      let text = (answer.output + answer.errors).lowercased()
      for word in ["sqlite", "fts5", "syntax error near", "sql", "grdb"] {
        #expect(!text.contains(word), "\(query.prefix(40)): \(text.prefix(300))")
      }
      if answer.status == 2 {
        #expect(answer.output.hasPrefix(#"{"type":"failure""#), "\(query.prefix(40))")
      }
    }
    #expect(try examples.workspace.ficsearch("smith").status == 0)
  }

  @Test func `exit statuses are 0, 1, 2 and 75`() throws {
    let examples = try Examples()
    #expect(try examples.workspace.ficsearch("smith").status == 0)
    let none = try examples.workspace.ficsearch("xyzzyplugh")
    #expect(none.status == 1)
    #expect(none.output.contains("Nothing found"))
    let error = try examples.workspace.ficsearch("frmo:smith you")
    #expect(error.status == 2)
    #expect(error.errors.contains("from"))
    examples.daemon.kill(SIGTERM)
    let gone = try examples.workspace.ficsearch("smith")
    #expect(gone.status == 75)
    #expect(gone.errors.contains("hint: "))
  }

  @Test func `works and casts are listed`() throws {
    let examples = try Examples()
    let works = try examples.workspace.ficsearch("works", "--json").records("work")
    #expect(works.count == 7)
    let cast = try examples.workspace.ficsearch("cast", "short measure")
    #expect(cast.status == 0 && cast.output.contains("Pask"), "\(cast.output)")
  }

  @Test func `HTTP clients get the same answer`() throws {
    let examples = try Examples()
    let body = try Outcome.of(
      "/usr/bin/curl",
      ["--silent", "--unix-socket", examples.workspace.socket, "http://x/v1/search?q=Smith"]
    )
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(body.output.utf8)) as? [String: Any]
    )
    let hits = try #require(object["hits"] as? [[String: Any]])
    let own = try examples.workspace.ficsearch("--json", "Smith").records("hit")
    #expect(hits.map { $0["ref"] as? String } == own.map { $0["ref"] as? String })
    let problem = try Outcome.of(
      "/usr/bin/curl",
      ["--silent", "--unix-socket", examples.workspace.socket, "http://x/v1/search?q=frmo:x"]
    )
    #expect(problem.output.contains(#""code":"unknown_field""#), "\(problem.output)")
  }
}
