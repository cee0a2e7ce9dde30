import FicIndex
import FicModel
import Testing

@testable import FicServer

@Suite struct AnswerCacheTests {
  private static func request(_ query: String) -> SearchRequest { SearchRequest(query: query) }

  private static func answer(_ matches: Int, isExact: Bool = true) -> [SearchRecord] {
    [.end(SearchEnd(totals: SearchTotals(matches: matches, exact: isExact)))]
  }

  private static let first = IndexVersion(place: [1, 2], generation: 1)

  private func keep(
    _ cache: AnswerCache,
    _ records: [SearchRecord],
    for query: String,
    at version: IndexVersion = first,
    bytes: Int = 10,
    bound: Int = 100
  ) {
    cache.keep(records, bytes: bytes, for: Self.request(query), at: version, bound: bound)
  }

  @Test func `an answer comes back for the same request and version only`() {
    let cache = AnswerCache()
    keep(cache, Self.answer(3), for: "lamp")
    #expect(cache.records(for: Self.request("lamp"), at: Self.first) == Self.answer(3))
    #expect(cache.records(for: Self.request("lamps"), at: Self.first) == nil)
    var other = Self.request("lamp")
    other.limit += 1
    #expect(cache.records(for: other, at: Self.first) == nil)
    for version in [
      IndexVersion(place: [1, 2], generation: 2), IndexVersion(place: [1, 3], generation: 1),
    ] {
      #expect(cache.records(for: Self.request("lamp"), at: version) == nil)
    }
    let second = IndexVersion(place: [1, 2], generation: 2)
    keep(cache, Self.answer(4), for: "oil", at: second)
    #expect(cache.records(for: Self.request("lamp"), at: Self.first) == nil)
    #expect(cache.records(for: Self.request("oil"), at: second) == Self.answer(4))
  }

  @Test func `what is not exact or too long is not kept`() {
    let cache = AnswerCache()
    keep(cache, Self.answer(3, isExact: false), for: "lamp")
    keep(cache, Self.answer(3), for: "oil", bytes: 26)
    #expect(cache.records(for: Self.request("lamp"), at: Self.first) == nil)
    #expect(cache.records(for: Self.request("oil"), at: Self.first) == nil)
  }

  @Test func `beyond the bound the answers go that were not asked for`() {
    let cache = AnswerCache()
    for number in 0..<10 { keep(cache, Self.answer(number), for: "word\(number)") }
    for number in [0, 1, 2] {
      #expect(cache.records(for: Self.request("word\(number)"), at: Self.first) != nil)
    }
    keep(cache, Self.answer(10), for: "word10")
    let left = (0...10).filter {
      cache.records(for: Self.request("word\($0)"), at: Self.first) != nil
    }
    #expect(left.count == 5)
    #expect(left.contains(0) && left.contains(1) && left.contains(2) && left.contains(10))
  }
}
