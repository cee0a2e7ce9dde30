import FicIndex
import FicPrinter
import FicWire
import Testing

@testable import FicServer

@Suite struct AnswerCacheTests {
  private static func question(_ query: String, lines: Bool = true) -> AnswerCache.Question {
    AnswerCache.Question(
      parameters: SearchParameters(query: query),
      form: FormParameters(form: lines ? .jsonl : .json),
      request: SearchRequest(query: query)
    )
  }

  /// An answer of ten bytes.
  private static func answer(_ number: Int) -> AnswerCache.KeptAnswer {
    kept(Array("answer \(100 + number)".utf8))
  }

  private static func kept(_ bytes: [UInt8]) -> AnswerCache.KeptAnswer {
    AnswerCache.KeptAnswer(printed: PrintedAnswer(json: bytes), exit: .found)
  }

  private static let first = IndexVersion(place: [1, 2], generation: 1)

  private func keep(
    _ cache: AnswerCache,
    _ answer: AnswerCache.KeptAnswer,
    for query: String,
    at version: IndexVersion = first
  ) {
    cache.keep(answer, for: Self.question(query), at: version, bound: 100)
  }

  @Test func `an answer comes back for the same question and version only`() {
    let cache = AnswerCache()
    keep(cache, Self.answer(3), for: "lamp")
    #expect(cache.answer(to: Self.question("lamp"), at: Self.first) == Self.answer(3))
    #expect(cache.answer(to: Self.question("lamps"), at: Self.first) == nil)
    #expect(cache.answer(to: Self.question("lamp", lines: false), at: Self.first) == nil)
    var other = Self.question("lamp")
    other.request.limit += 1
    #expect(cache.answer(to: other, at: Self.first) == nil)
    for version in [
      IndexVersion(place: [1, 2], generation: 2), IndexVersion(place: [1, 3], generation: 1),
    ] {
      #expect(cache.answer(to: Self.question("lamp"), at: version) == nil)
    }
    let second = IndexVersion(place: [1, 2], generation: 2)
    keep(cache, Self.answer(4), for: "oil", at: second)
    #expect(cache.answer(to: Self.question("lamp"), at: Self.first) == nil)
    #expect(cache.answer(to: Self.question("oil"), at: second) == Self.answer(4))
  }

  @Test func `an answer above a quarter of the bound is not kept`() {
    let cache = AnswerCache()
    keep(cache, Self.kept([UInt8](repeating: 0x20, count: 26)), for: "oil")
    #expect(cache.answer(to: Self.question("oil"), at: Self.first) == nil)
  }

  @Test func `beyond the bound the answers go that were not asked for`() {
    let cache = AnswerCache()
    for number in 0..<10 { keep(cache, Self.answer(number), for: "word\(number)") }
    for number in [0, 1, 2] {
      #expect(cache.answer(to: Self.question("word\(number)"), at: Self.first) != nil)
    }
    keep(cache, Self.answer(10), for: "word10")
    let left = (0...10).filter {
      cache.answer(to: Self.question("word\($0)"), at: Self.first) != nil
    }
    #expect(left.count == 5)
    #expect(left.contains(0) && left.contains(1) && left.contains(2) && left.contains(10))
  }
}
