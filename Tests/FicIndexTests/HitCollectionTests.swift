import FicModel
import MemoryIndex
import Testing

@testable import FicIndex

@Suite struct HitCollectionTests {
  private static let index = StoryFixture.index([
    "A": ["The red sea rose.\nA blue sea fell.\nThe old sea slept, an old sea woke."],
    "B": ["Some calm sea sang.\n***\nOne more sea came."],
  ])

  private func hits(_ request: SearchRequest) async throws -> [Hit] {
    try await SearchEngine(index: Self.index).search(request).hits
  }

  @Test func `a concordance is sorted by the words before or behind`() async throws {
    let left = try await hits(SearchRequest(query: "sea", sort: .left, view: .kwic))
    #expect(
      left.compactMap { $0.keyword?.left.split(separator: " ").last.map(String.init) }
        == ["blue", "calm", "more", "old", "old", "red"]
    )
    let right = try await hits(SearchRequest(query: "sea", sort: .right, view: .kwic))
    #expect(
      right.compactMap { $0.keyword?.right.split(separator: " ").first.map(String.init) }
        == ["came.", "fell.", "rose.", "sang.", "slept,", "woke."]
    )
  }

  @Test func `the same seed draws the same hits, in the order of the answer`() async throws {
    var request = SearchRequest(query: "sea", view: .kwic)
    let all = try await hits(request).map(\.keyword)
    request.sample = 3
    let drawn = try await hits(request).map(\.keyword)
    #expect(drawn.count == 3)
    #expect(try await hits(request).map(\.keyword) == drawn)
    let places = drawn.compactMap(all.firstIndex)
    #expect(places.count == 3 && places == places.sorted())
    var others: Set<[Int]> = []
    for seed in 1...20 {
      request.seed = UInt64(seed)
      others.insert(try await hits(request).compactMap { all.firstIndex(of: $0.keyword) })
    }
    #expect(others.count > 5)
  }

  @Test func `each hit is drawn about as often`() {
    var counts = [Int](repeating: 0, count: 10)
    var lot = Lot(seed: 7)
    for _ in 0..<10_000 { counts[lot.number(below: 10)] += 1 }
    #expect(counts.allSatisfy { (850...1150).contains($0) })
  }

  @Test func `a sample that is larger than the answer is the answer`() async throws {
    var request = SearchRequest(query: "sea")
    let all = try await hits(request)
    request.sample = 100
    #expect(try await hits(request) == all)
  }

  @Test func `a long line is shown whole where that is asked for`() async throws {
    let long = "The sea " + String(repeating: "rolled and rolled ", count: 200) + "home."
    let engine = SearchEngine(index: StoryFixture.index(["Long": [long]]))
    var request = SearchRequest(query: "sea")
    let cut = try await engine.search(request).hits[0].text
    #expect(cut.unicodeScalars.count < 500 && cut.hasSuffix("…"))
    request.isFull = true
    #expect(try await engine.search(request).hits[0].text == long)
  }
}
