import FicIndex
import FicModel
import FicQuery
import MemoryIndex
import Testing

/// Whoever has read up to a chapter sees nothing of what comes later, in no answer.
@Suite struct SpoilerTests {
  /// What only a chapter, and those behind it, know: somebody's name and a word.
  private static let secrets = [
    ("Abelard", "apricot"), ("Brunhild", "bramble"), ("Casimir", "cherry"),
    ("Wickham", "damson"), ("Ekkehard", "elderberry"), ("Felicity", "figtree"),
  ]

  private static func text(_ chapter: Int) -> String {
    let (name, word) = secrets[chapter - 1]
    // Lydia is in all of them, and marries in the fourth.
    let lydia = chapter < 4 ? "Lydia" : "Lydia Wickham"
    let other = chapter == 4 ? "Mr. Wickham" : name
    return """
      Chapter \(chapter)

      \(other) came in with a \(word). \(lydia) laughed, and Lydia sat down.

      “You brought a \(word),” said \(lydia).

      “Yes, Lydia,” said \(other). “It is a very good \(word).”

      “I thank you,” said \(lydia). \(other) smiled at Lydia.

      “Not at all.”

      """
  }

  private static func index(missing: Int? = nil) async throws -> MemoryIndex {
    let archive = try TemporaryArchive()
    for chapter in 1...secrets.count where chapter != missing {
      try archive.write(
        "Serial/Chapter \(chapter).txt",
        "Title: Serial\nAuthor: Nobody\n\n" + text(chapter)
      )
    }
    let index = MemoryIndex()
    try await archive.ingest(into: index)
    return index
  }

  private static let queries =
    [
      "said", "lydia", "from:lydia", "to:lydia", "about:lydia", "with:lydia", "from:wickham",
      "wickam", "from:felicty", "felicty", "elderbery", "brought good", "\"very good\"", "in:all a",
      "chapter:1-9 laughed", "/[a-z]+berry/", "b*", "from:I", "lydia OR felicity",
      "with:abelard with:lydia",
    ] + secrets.flatMap { [$0.0, "from:\($0.0)", $0.1] }

  /// Everything that an engine answers to somebody who has read up to a chapter, with what was
  /// asked.
  private static func answers(
    _ engine: SearchEngine,
    upto: Int
  ) async throws -> [(asked: String, told: String)] {
    var answers: [(String, String)] = []
    func add(_ asked: String, _ told: some JSONWritable) {
      answers.append((asked, String(decoding: told.jsonBytes, as: UTF8.self)))
    }
    for query in queries {
      for view in SearchRequest.View.allCases {
        var request = SearchRequest(query: query, limit: 100, contextLines: 3, view: view)
        request.upto = upto
        for record in try await engine.search(request).records { add(query, record) }
        request.upto = nil
        request.query = "(\(query)) upto:\(upto)"
        guard (try? QueryParser.parse(request.query, limits: QueryLimits())) != nil else {
          continue
        }
        for record in try await engine.search(request).records { add(query, record) }
      }
      guard queries.firstIndex(of: query) ?? 0 < 8 else { continue }
      var request = SearchRequest(query: query, limit: 100)
      request.upto = upto
      for key in CountKey.allCases {
        let table = try await engine.count(CountRequest(request, by: key, limit: 50))
        for group in table.groups { add(query, group) }
      }
      for work in try await engine.dispersion(request).elements { add(query, work) }
      for word in try await engine.collocates(request, window: 5, minimum: 1).elements {
        add(query, word)
      }
    }
    for name in [""] + ["lydia"] + secrets.map(\.0) {
      let asked = CastRequest(name: name, upto: upto)
      for member in try await engine.cast(asked) { add(name, member) }
      for form in try await engine.called(asked) { add(name, form) }
    }
    for (name, word) in secrets {
      for typed in ["from:\(name.prefix(2).lowercased())", "\(word.prefix(2))", "with:"] {
        let words = try await engine.completeQuery(typed, upto: upto)
        answers.append((typed, words.joined(separator: " ")))
      }
    }
    let work = try #require(try await engine.works(called: "serial", limit: 1).first?.work.id)
    for chapter in 1...secrets.count {
      for extent in [PassageExtent.chapter, .scene, .lines(3)] {
        for step in [ReadingStep.here, .next, .previous] {
          let passage = try? await engine.passage(
            "\(work):\(chapter):0",
            extent: extent,
            step: step,
            upto: upto
          )
          if let passage { add("", passage) }
        }
      }
    }
    return answers
  }

  @Test(arguments: 1...6, [nil, 3] as [Int?])
  func `nothing of a later chapter shows`(upto: Int, missing: Int?) async throws {
    let engine = SearchEngine(index: try await Self.index(missing: missing))
    let answers = try await Self.answers(engine, upto: upto)
    #expect(answers.count > 100)
    for (asked, told) in answers {
      for (name, word) in Self.secrets.dropFirst(upto) {
        for secret in [name, word] where !asked.lowercased().contains(secret.lowercased()) {
          #expect(!told.lowercased().contains(secret.lowercased()), "\(asked): \(told)")
        }
      }
    }
    // What was read is there.
    let read = Self.secrets.prefix(upto).enumerated().filter { $0.offset + 1 != missing }
    for (_, (name, word)) in read {
      for secret in [name, word] {
        #expect(answers.contains { $0.told.contains(secret) }, "\(secret)")
      }
    }
  }

  @Test func `whoever is found by a name that comes later is not found by it before`() async throws
  {
    let engine = SearchEngine(index: try await Self.index())
    var request = SearchRequest(query: "from:wickham")
    #expect(try await engine.search(request).hits.contains { $0.speaker == "Lydia" } == false)
    #expect(try await !engine.search(request).hits.isEmpty)
    request.upto = 3
    #expect(try await engine.search(request).hits.isEmpty)
    request.query = "from:lydia"
    let hits = try await engine.search(request).hits
    #expect(hits.count == 6 && hits.allSatisfy { $0.speaker == "Lydia" })
    let cast = try await engine.cast(CastRequest(name: "lydia", upto: 3))
    #expect(cast.map(\.name) == ["Lydia"] && cast[0].aliases.isEmpty && cast[0].lines == 6)
    #expect(cast[0].talksWith.map(\.name).sorted() == ["Abelard", "Brunhild", "Casimir"])
  }

  @Test func `completion names whom one knows by then, and nobody else`() async throws {
    let engine = SearchEngine(index: try await Self.index())
    let known = try await engine.completeQuery("from:", upto: 2).map { $0.lowercased() }
    #expect(known.contains("from:abelard") && known.contains("from:lydia"))
    #expect(!known.contains { $0.contains("wickham") || $0.contains("casimir") })
    let all = try await engine.completeQuery("from:").map { $0.lowercased() }
    #expect(all.contains("from:casimir"))
  }
}
