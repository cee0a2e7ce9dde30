import FicModel
import FicQuery
import Testing

@testable import FicIndex
@testable import MemoryIndex

/// Lower-case words match their inflections, others are meant as written.
@Suite struct InflectionTests {
  private static let lines = [
    "They were walking by the sea.", "He walked to the sea.", "Walk, he said.",
    "A walker stood there.", "It carries on.", "Carry the hat.", "He was carrying it.",
    "She carried.",
    "They were dying.", "One died.", "It is its own.", "Smiths are many.", "Er ging zum Haus.",
    "Ein Haus.",
  ]

  private static let index = StoryFixture.index(["Shore": [lines.joined(separator: "\n***\n")]])

  private func search(_ query: String, isExact: Bool = false) async throws -> SearchAnswer {
    try await SearchEngine(index: Self.index).search(
      SearchRequest(query: query, limit: 100, isExact: isExact)
    )
  }

  /// The first words of the lines that answer, as read.
  private func found(_ query: String, isExact: Bool = false) async throws -> [Int] {
    let answer = try await search(query, isExact: isExact)
    return answer.hits.compactMap { Self.lines.firstIndex(of: $0.text) }.sorted()
  }

  @Test(
    arguments: [
      ("walk", [0, 1, 2]), ("walked", [0, 1, 2]), ("walking", [0, 1, 2]), ("Walk", [2]),
      ("Walked", [1]), ("\"walk\"", [2]), ("walk*", [0, 1, 2, 3]), ("walker", [3]),
      ("carry", [4, 5, 6, 7]), ("carries", [4, 5, 6, 7]), ("die", [8, 9]), ("dying", [8, 9]),
      ("smith", [11]), ("Smith", []), ("walk's", [0, 1, 2]), ("\"walk sea\"~9", []),
      ("NEAR(walk seas, 9)", [0, 1]), ("sea -walking", []), ("sea -Walking", [1]),
      // The commonest words are neither looked for in other forms nor found as one.
      ("its", [10]), ("walk OR \"died\"", [0, 1, 2, 9]),
    ] as [(String, [Int])]
  )
  func `a lower-case word finds its inflections, others are as written`(
    query: String,
    lines: [Int]
  ) async throws {
    #expect(try await found(query) == lines)
  }

  @Test func `exact takes every word as written`() async throws {
    #expect(try await found("walk", isExact: true) == [2])
    #expect(try await found("carries", isExact: true) == [4])
    #expect(try await search("walk", isExact: true).begin.inflections.isEmpty)
  }

  @Test func `what is looked for is told`() async throws {
    let answer = try await search("walk -sea")
    #expect(answer.begin.understood == "walk -sea in:story")
    #expect(
      answer.begin.inflections == [WordInflections(word: "walk", forms: ["walked", "walking"])]
    )
    #expect(answer.begin.readAs == nil)
    #expect(answer.end.cuts.isEmpty)
  }

  @Test func `every form is marked, and the form that was typed comes first`() async throws {
    let words = ["A lamp was lit.", "The lamps were lit.", "All lamps were lit."]
    let index = StoryFixture.index(["Lamps": [words.joined(separator: "\n***\n")]])
    for (query, first) in [("lamps lit", 1), ("lamp lit", 0)] {
      let answer = try await SearchEngine(index: index).search(SearchRequest(query: query))
      #expect(answer.hits.first?.text == words[first])
      #expect(answer.hits.count == 3)
      #expect(answer.hits.allSatisfy { $0.matches.count == 2 })
    }
  }

  @Test func `a language that the query asks for has its own inflections`() throws {
    func language(_ query: String) throws -> InflectedLanguage? {
      try Planner().plan(try QueryParser.parse(query)).leaves[0].phrases[0].inflection
    }
    #expect(try language("haus") == .en)
    #expect(try language("haus lang:german") == .de)
    #expect(try language("haus lang:Deutsch") == .de)
    #expect(try language("haus -lang:de") == .en)
    // Nothing is known of its inflections.
    #expect(try language("dom lang:pl") == nil)
    let german = Stemmer(.de)
    #expect(german?.stem(Array("hauses".utf8)) == Array("haus".utf8))
  }

  @Test(arguments: InflectedLanguage.allCases)
  func `every language has its stemmer`(language: InflectedLanguage) {
    #expect(Stemmer(language) != nil)
    #expect(LanguageName.code(of: language.rawValue) == language.rawValue)
  }

  @Test(
    arguments: [
      "walk walks walked walking", "hope hoped hoping hopes", "hop hopped hopping",
      "carry carries carried carrying", "die died dying dies", "lie lying", "tie tying",
      "sensible sensibly sensibility sensibilities", "happy happily happier happiness",
      "relate relation relational", "gentle gently", "early", "sky skies", "go going",
    ]
  )
  func `words of a stem stand where it is looked for`(words: String) throws {
    let stemmer = try #require(Stemmer(.en))
    for word in words.split(separator: " ").map({ Array($0.utf8) }) {
      let starts = InflectionFinder.starts(of: stemmer.stem(word), in: .en)
      #expect(starts.contains { word.starts(with: $0) })
    }
  }

  @Test func `words that are not looked through are told`() throws {
    let plan = try Planner().plan(try QueryParser.parse("walk carry -sea"))
    let snapshot = MemorySnapshot(Self.index.stored, .never)
    let finder = InflectionFinder(snapshot, mostWords: 3)
    let leaves = try finder.completed(plan).leaves.flatMap(\.phrases)
    #expect(
      leaves.map { $0.forms.map(\.description) } == [["walked"], ["carried", "carries"], []]
    )
    #expect(
      finder.cuts == [
        "Not every inflection of \"walk\" was looked for: too many words begin alike.",
        "Not every inflection of \"carry\" was looked for: too many words begin alike.",
      ]
    )
  }
}
