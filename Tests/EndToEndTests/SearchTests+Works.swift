import Foundation
import Testing

extension SearchTests {
  private func shelf() throws -> Workspace {
    let workspace = try Workspace()
    let works = [
      (
        "Lamps-ffnet_101.txt",
        "Lamps", "Harbour", "Ilse Varga/Tomas Ruell", "In-Progress", "03-21-13", "1,200", "T"
      ),
      (
        "Tides.txt", "Tides", "Harbour", "Tomas Ruell x Bess Orne", "Completed", "Apr 28, 2020",
        "90,000", "M"
      ),
      (
        "Ebb.txt", "Ebb", "Inland", "Ilse Varga & Tomas Ruell", "Finished", "2021-05-06", "700", "G"
      ),
    ]
    for (file, title, fandom, ship, status, updated, words, rating) in works {
      try workspace.write(
        file,
        """
        Title: \(title)
        Author: Ada Quill
        Fandom: \(fandom)
        Relationships: \(ship)
        Characters: Ilse Varga, Tomas Ruell
        Rating: \(rating)
        Status: \(status)
        Updated: \(updated)
        Words: \(words)
        Mood: salty

        Chapter 1

        “The lamps are out,” said Ilse. Varga was never wrong, and Varga knew it.

        “Then \(title) it is,” said Tomas.

        “Quite,” Ilse said. “Good night.”

        """
      )
    }
    return workspace
  }

  private func titles(_ workspace: Workspace, _ arguments: String...) throws -> [String] {
    let answer = try Outcome.of(
      Programs.path("ficsearch"),
      ["works", "--json"] + arguments,
      environment: ["FICSEARCH_SOCKET": workspace.socket]
    )
    return try answer.records("work").compactMap { work in
      (work["work"] as? [String: Any])?["title"] as? String
    }
  }

  @Test func `works come by lot, page by page, and by the same lot again`() throws {
    let workspace = try Workspace()
    let names = ["Adder", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Gable", "Heron", "Islet"]
    for name in names {
      try workspace.write("\(name).txt", "Title: \(name)\n\nThe \(name) was \(name) to her.\n")
    }
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let orders = try (1...4).map { try titles(workspace, "--sort", "random", "--seed", "\($0)") }
    #expect(Set(orders).count > 2 && orders.allSatisfy { $0.sorted() == names }, "\(orders)")
    #expect(try titles(workspace, "--sort", "random", "--seed", "3") == orders[2])
    // Without a seed the answer says which was drawn, in the command that goes on.
    let page = try workspace.ficsearch("works", "--sort", "random", "--limit", "5")
    let command = try #require(page.output.firstMatch(of: #/More: ficsearch (.*)/#)).1
    let next = try workspace.ficsearch(command.split(separator: " ").map(String.init))
    let shown = (page.output + next.output).split(separator: "\n").compactMap { line in
      names.first { line.hasPrefix($0 + " ") }
    }
    #expect(shown.sorted() == names, "\(page.output)\(next.output)")
    #expect(daemon.process.isRunning)
  }

  @Test func `works are listed by what is known of them, in the order that is asked for`() throws {
    let workspace = try shelf()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    #expect(try titles(workspace) == ["Ebb", "Lamps", "Tides"])
    #expect(try titles(workspace, "--sort", "updated") == ["Ebb", "Tides", "Lamps"])
    #expect(try titles(workspace, "--sort", "words", "--reverse") == ["Ebb", "Lamps", "Tides"])
    #expect(try titles(workspace, "status:complete") == ["Ebb", "Tides"])
    #expect(try titles(workspace, "-status:complete") == ["Lamps"])
    #expect(try titles(workspace, #"ship:"tomas/ilse""#) == ["Lamps"])
    #expect(try titles(workspace, "ship:*/tomas", "fandom:harbour") == ["Lamps", "Tides"])
    #expect(try titles(workspace, "updated:2013..2020 words:>1k") == ["Lamps", "Tides"])
    #expect(try titles(workspace, "rating:teen OR rating:general") == ["Ebb", "Lamps"])
    #expect(try titles(workspace, "ffnet_101") == ["Lamps"])
    #expect(try titles(workspace, "salty inland") == ["Ebb"])
    #expect(try titles(workspace, "in:dialogue tides") == ["Tides"])
    #expect(try titles(workspace, "fandom:atlantis") == [])
    #expect(try workspace.ficsearch("works", "fandom:atlantis").status == 1)

    let page = try workspace.ficsearch("works", "--json", "--limit", "2").records("page").first
    #expect(page?["total"] as? Int == 3)
    let cursor = try #require(page?["cursor"] as? String)
    #expect(try titles(workspace, "--limit", "2", "--cursor", cursor) == ["Tides"])

    let screen = try workspace.ficsearch("works", "--limit", "1", "ebb").output
    #expect(screen.hasPrefix("Ebb by Ada Quill"))
    #expect(screen.contains("Inland · Ilse Varga & Tomas Ruell"))
    #expect(screen.contains("General · complete · 700 words · 1 chapter · updated 2021-05-06"))
    let error = try workspace.ficsearch("works", "words:many")
    #expect(error.status == 2 && error.errors.contains("words:>10000"))
    withExtendedLifetime(daemon) {}
  }

  @Test func `an id means its work, in lists and beside words`() throws {
    let workspace = try shelf()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let entry = try workspace.ficsearch("works", "--json", "Tides").records("work").first
    let id = try #require((entry?["work"] as? [String: Any])?["id"] as? String)
    #expect(try titles(workspace, "work:\(id)") == ["Tides"])
    #expect(try titles(workspace, "-work:\(id)") == ["Ebb", "Lamps"])
    let hits = try workspace.ficsearch("--json", "lamps work:\(id)").records("hit")
    #expect(hits.count == 1)
    #expect(hits.allSatisfy { ($0["work"] as? [String: Any])?["id"] as? String == id })
    withExtendedLifetime(daemon) {}
  }

  @Test func `fields of works stand beside words, and tags name the cast`() throws {
    let workspace = try shelf()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    func works(_ query: String) throws -> Set<String> {
      Set(
        try workspace.ficsearch("--json", query).records("hit").compactMap { hit in
          (hit["work"] as? [String: Any])?["title"] as? String
        }
      )
    }
    #expect(try works("lamps words:<1000") == ["Ebb"])
    #expect(try works("lamps (fandom:inland OR status:wip)") == ["Ebb", "Lamps"])
    #expect(try works(#"from:"ilse varga" lamps -ship:*/ilse"#) == ["Ebb", "Tides"])
    let cast = try workspace.ficsearch("cast", "--json", "tides").records("member")
    let names = cast.compactMap { $0["name"] as? String }
    #expect(names.contains("Ilse Varga") && !names.contains("Varga"))
    // "Ruell" is a word that the text does not have.
    #expect(names.contains("Tomas") && !names.contains("Tomas Ruell"))
    withExtendedLifetime(daemon) {}
  }
}
