import FicModel
import Testing

@testable import FicIndex

@Suite struct CopyGroupingTests {
  private typealias Pair = CopyGrouping.Pair

  private func id(_ number: Int) -> WorkID { WorkID(rawValue: UInt64(number)) }

  private func node(
    _ number: Int,
    chapters: Int = 1,
    updated: String = "",
    form: Int = 0,
    words: Int = 1000
  ) -> CopyGrouping.Node {
    CopyGrouping.Node(
      id: id(number),
      quality: SourceQuality(
        chapters: chapters,
        updated: updated,
        isNamed: true,
        form: form,
        words: words
      )
    )
  }

  private func pairs(_ numbers: [(Int, Int)]) -> Set<Pair> {
    Set(numbers.map { Pair(copy: id($0.0), holder: id($0.1)) })
  }

  @Test func `an excerpt is folded into the whole`() {
    let copies = CopyGrouping.copies(
      [node(1, words: 900), node(2, words: 9000), node(3)],
      pairs([(1, 2)])
    )
    #expect(copies == [id(1): id(2)])
  }

  @Test func `of equal texts the one of the better form is shown`() {
    let copies = CopyGrouping.copies(
      [node(1, words: 1010), node(2, form: 3, words: 1000), node(3, words: 1005)],
      pairs([(1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)])
    )
    #expect(copies == [id(1): id(2), id(3): id(2)])
  }

  @Test func `a later version holds an earlier one`() {
    let copies = CopyGrouping.copies(
      [node(1, chapters: 10, form: 3, words: 10_000), node(2, chapters: 12, words: 12_000)],
      pairs([(1, 2), (2, 1)])
    )
    #expect(copies == [id(1): id(2)])
  }

  @Test
  func `two parts of a whole are not copies of each other, and neither is folded into a part`() {
    let copies = CopyGrouping.copies(
      [node(1, words: 500), node(2, words: 600)],
      pairs([])
    )
    #expect(copies.isEmpty)
    // 1 is in 2 and 2 in 3, but 1 is not in 3: nothing may hide it.
    let chain = CopyGrouping.copies(
      [node(1, words: 500), node(2, words: 900), node(3, words: 2000)],
      pairs([(1, 2), (2, 3)])
    )
    #expect(chain == [id(2): id(3)])
  }

  @Test func `the order of works decides nothing`() {
    let nodes = (1...6).map { node($0, words: 1000 + $0 % 3) }
    let all = pairs((1...6).flatMap { one in (1...6).filter { $0 != one }.map { (one, $0) } })
    let copies = CopyGrouping.copies(nodes, all)
    #expect(CopyGrouping.copies(nodes.reversed(), all) == copies)
    #expect(copies.count == 5)
  }
}
