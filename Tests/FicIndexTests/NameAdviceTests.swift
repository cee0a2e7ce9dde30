import FicModel
import Testing

@testable import FicIndex

/// Where nobody has a name, those that may have been meant are told.
@Suite struct NameAdviceTests {
  private static let index = StoryFixture.index([
    "Shore": [
      """
      Smith>Jones: “Go to the sea.”
      Smith>Jones: “Go.”
      Jones>Smith: “No.”
      I>Smith: “I shall go.”
      """
    ],
    "Hill": ["Smith>Zoë: “Up.”\nI>Zoë: “Down.”\nI>Zoë: “Up.”"],
  ])

  private func end(_ query: String) async throws -> SearchEnd {
    try await SearchEngine(index: Self.index).search(SearchRequest(query: query)).end
  }

  @Test(arguments: [
    ("from:smyth", "from:\"John Smith\""), ("to:smyth hat", "to:\"John Smith\" hat"),
    ("from:\"jon smyth\" -with:zoe", "from:\"John Smith\" -with:zoe"),
    ("about:jonez", "about:\"Mary Jones\""),
  ])
  func `the nearest name stands with its lines and the query for it`(
    asked: String,
    expected: String
  ) async throws {
    let end = try await end(asked)
    let first = try #require(end.names.first)
    #expect(first.query == expected)
    #expect(first.lines == (first.name == "John Smith" ? 3 : 1))
    #expect(end.narrators.isEmpty)
    #expect(end.suggestions.isEmpty)
  }

  @Test func `a name that somebody has brings up no others`() async throws {
    let end = try await end("from:smith zeppelin")
    #expect(end.names.isEmpty && end.narrators.isEmpty)
  }

  @Test func `where no name is near, narrators without a name are told, with the alias for them`()
    async throws
  {
    let end = try await end("from:holmes go")
    #expect(end.names.isEmpty)
    #expect(end.narrators.map(\.work.title) == ["Hill", "Shore"])
    let first = try #require(end.narrators.first)
    #expect(first.name == "I" && first.lines == 2 && first.alias == "holmes")
    #expect(first.query == "from:I go")
  }

  @Test func `the narrators of the works that the query names are told beside near names`()
    async throws
  {
    let end = try await end("from:smyth work:shore")
    #expect(end.names.first?.name == "John Smith")
    #expect(end.narrators.map(\.work.title) == ["Shore"])
  }

  @Test func `who asks for the narrator needs no alias`() async throws {
    let end = try await end("from:me")
    #expect(end.narrators.count == 2 && end.narrators.allSatisfy { $0.alias == nil })
  }
}
