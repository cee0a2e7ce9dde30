import FicModel
import MemoryIndex
import Testing

@testable import FicIndex

@Suite struct ReadingStepTests {
  private static let index = StoryFixture.index([
    "W": ["One a.\n***\nOne b, the sea.\n***\nOne c.", "H: Two\nTwo a.\n***\nTwo b."]
  ])

  private func passage(
    _ ref: String,
    _ extent: PassageExtent,
    _ step: ReadingStep = .here
  ) async throws -> Passage {
    try await SearchEngine(index: Self.index).passage(ref, extent: extent, step: step)
  }

  private func texts(_ passage: Passage) -> [String] { passage.paragraphs.map(\.text) }

  @Test func `scenes follow each other from the first to the last of the work, and back`()
    async throws
  {
    let hit = try #require(
      try await SearchEngine(index: Self.index).search(SearchRequest(query: "sea")).hits.first
    )
    var ref: String? = hit.ref
    var read: [String] = []
    while let own = ref, read.count < 9 {
      let passage = try await passage(own, .scene)
      read += texts(passage)
      ref = passage.next
    }
    #expect(read == ["One b, the sea.", "One c.", "Two a.", "Two b."])
    let last = try await passage(hit.ref, .scene, .next)
    #expect(texts(last) == ["One c."])
    let first = try await passage(hit.ref, .scene, .previous)
    #expect(texts(first) == ["One a."] && first.previous == nil)
  }

  @Test func `chapters follow each other`() async throws {
    let hit = try #require(
      try await SearchEngine(index: Self.index).search(SearchRequest(query: "sea")).hits.first
    )
    let next = try await passage(hit.ref, .chapter, .next)
    #expect(texts(next).first == "Two" && next.next == nil)
    let back = try await passage(next.ref, .scene, .previous)
    #expect(back.paragraphs.contains { $0.text == "One c." })
  }

  @Test func `beyond either end it is said that nothing is there`() async throws {
    let work = WorkID(identity: "W").description
    for (ref, step) in [("\(work):2", ReadingStep.next), ("\(work):1", .previous)] {
      let problem = await #expect(throws: Problem.self) {
        try await passage(ref, .chapter, step)
      }
      #expect(problem?.status == 404 && problem?.hint?.contains("of the work") == true)
    }
  }
}
