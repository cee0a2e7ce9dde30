import FicSamples
import Foundation
import Testing

/// Whole libraries of works that are made up, indexed by the real worker and asked for by the
/// client.
@Suite(.serialized) struct LibraryTests {
  private static let count = 200

  /// The works of a library, of one to four chapters each.
  private static func works(seed: UInt64) -> [SampleWork] {
    (0..<count).map { SampleWork(number: $0, seed: seed, chapters: 1 + $0 % 4, paragraphs: 6) }
  }

  /// What the daemon lists, by title.
  private func listing(_ workspace: Workspace) throws -> [String: [String: Any]] {
    let answer = try Outcome.of(
      "/usr/bin/curl",
      [
        "--silent", "--fail", "--unix-socket", workspace.socket,
        // Works that are made up of few sentences are copies to those who compare texts.
        "http://localhost/v1/works?limit=1000&copies=all",
      ]
    )
    #expect(answer.status == 0, "\(answer.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    let works = object?["works"] as? [[String: Any]] ?? []
    #expect(works.count == Self.count)
    let entries = works.compactMap { entry -> (String, [String: Any])? in
      ((entry["work"] as? [String: Any])?["title"] as? String).map { ($0, entry) }
    }
    return Dictionary(entries) { first, _ in first }
  }

  private func facts(_ entry: [String: Any], _ key: String) -> [String] {
    (entry["metadata"] as? [[String: Any]] ?? []).filter { $0["key"] as? String == key }
      .compactMap { $0["value"] as? String }
  }

  /// Indexes the library, and checks that every chapter of every work is there, with its metadata.
  private func check(
    _ works: [SampleWork],
    in workspace: Workspace,
    problems: [String] = [],
    _ more: (SampleWork, [String: Any]) -> Void
  ) throws {
    let outcome = try workspace.ingest()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try #require(try outcome.records("summary").first)
    #expect(summary["added"] as? Int == works.reduce(0) { $0 + $1.chapters.count })
    #expect(summary["failed"] as? Int == 0)
    let codes = try outcome.records("file_problem").compactMap { $0["code"] as? String }
    #expect(codes.sorted() == problems)
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let listing = try listing(workspace)
    for work in works {
      let entry = try #require(listing[work.title], "\(work.title)")
      #expect(entry["chapters"] as? Int == work.chapters.count, "\(work.title)")
      #expect((entry["work"] as? [String: Any])?["authors"] as? [String] == [work.author])
      more(work, entry)
    }
    // The word of each chapter of some works leads to it and to nothing else.
    for work in works where work.number % 20 == 7 {
      for (index, chapter) in work.chapters.enumerated() {
        let hits = try workspace.ficsearch("--json", chapter.marker).records("hit")
        #expect(hits.count == 1, "\(chapter.marker)")
        let hit = hits.first ?? [:]
        #expect((hit["work"] as? [String: Any])?["title"] as? String == work.title)
        let title = (hit["chapter"] as? [String: Any])?["title"] as? String
        #expect(title?.hasSuffix(chapter.title) == true, "\(title ?? "")")
        #expect((hit["chapter"] as? [String: Any])?["number"] as? Int == index + 1)
      }
    }
    withExtendedLifetime(daemon) {}
  }

  @Test func `a FanFicFare library is found whole`() throws {
    let workspace = try Workspace()
    let works = Self.works(seed: 11)
    let formats = [SampleFormat.fanFicFareEPUB, .fanFicFareText, .fanFicFareHTML]
    for work in works {
      let format = formats[work.number % 3]
      try workspace.write(
        "\(work.author)/\(work.title)-ffnet_\(work.number + 1000).\(format.fileExtension)",
        Data(format.file(of: work).bytes)
      )
    }
    try check(works, in: workspace) { work, entry in
      #expect(facts(entry, "fandom") == [work.fandom])
      #expect(facts(entry, "char") == work.characters)
      #expect(facts(entry, "status") == [work.isComplete ? "Completed" : "In-Progress"])
      #expect(facts(entry, "summary") == [work.summary])
      #expect(facts(entry, "series") == [work.series?.name].compactMap(\.self))
      #expect(facts(entry, "part") == [work.series.map { "\($0.part)" }].compactMap(\.self))
      #expect(facts(entry, "url") == ["https://www.fanfiction.net/s/\(work.number + 1000)/1/"])
    }
  }

  @Test func `a library of the Archive's downloads is found whole`() throws {
    let workspace = try Workspace()
    let works = Self.works(seed: 12)
    let formats = [SampleFormat.archiveOfOurOwnEPUB, .archiveOfOurOwnHTML, .archiveOfOurOwnPage]
    for work in works {
      let format = formats[work.number % 3]
      // Downloads have names of 24 characters at most.
      try workspace.write(
        "\(work.number % 7)/\(work.title.prefix(20)) \(SampleWork.coined(work.number)).\(format.fileExtension)",
        Data(format.file(of: work).bytes)
      )
    }
    try check(works, in: workspace) { work, entry in
      #expect(facts(entry, "fandom") == [work.fandom])
      #expect(facts(entry, "ship") == [work.characters.joined(separator: "/")])
      #expect(facts(entry, "tag").starts(with: work.tags))
      #expect(facts(entry, "rating") == [work.rating])
      #expect(facts(entry, "status") == [work.isComplete ? "Completed" : "In-Progress"])
      #expect(facts(entry, "url") == ["https://archiveofourown.org/works/\(work.number + 1000)"])
      #expect(facts(entry, "series") == [work.series?.name].compactMap(\.self))
    }
  }

  @Test func `a Calibre library is found whole, each book once`() throws {
    let workspace = try Workspace()
    let works = Self.works(seed: 13)
    var others = 0
    for work in works {
      let folder = "\(work.author)/\(work.title) (\(work.number + 1))"
      let formats: [SampleFormat] =
        switch work.number % 5 {
        case 0: [.ficHubEPUB, .mobipocket, .fanFicFareText]
        case 1: [.azw3, .richText]
        case 2: [.word, .chaptersZip]
        case 3: [.openDocument]
        default: [.fictionBook, .markdown]
        }
      for format in formats {
        try workspace.write(
          "\(folder)/\(work.title) - \(work.author).\(format.fileExtension)",
          Data(format.file(of: work).bytes)
        )
      }
      others += formats.count - 1
      try workspace.write(
        "\(folder)/metadata.opf",
        SampleBook.description(of: work, tags: work.tags)
      )
      try workspace.write("\(folder)/cover.jpg", "not a picture")
    }
    try workspace.write("metadata.db", "SQLite format 3")
    try workspace.write(".caltrash/b/9/Gone - X.txt", "He ran.\n")
    let skipped = [String](repeating: "other_form", count: others)
    try check(works, in: workspace, problems: skipped) { work, entry in
      #expect(facts(entry, "summary") == [work.summary])
      #expect(facts(entry, "series") == [work.series?.name].compactMap(\.self))
      #expect(Set(facts(entry, "tag")).isSuperset(of: work.tags))
    }
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let status = try workspace.ficsearch("status")
    #expect(status.output.contains("its book is searched in another form"))
    let nothing = try workspace.ficsearch("nosuchwordanywhere")
    #expect(!nothing.output.contains("searchable"), "\(nothing.output)")
    withExtendedLifetime(daemon) {}
  }
}
