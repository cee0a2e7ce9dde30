import FicModel
import SeededRandom
import Testing

@testable import FicIndex

@Suite struct SearchCursorTests {
  @Test(arguments: 0..<50)
  func `a cursor is written and read`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let cursor = SearchCursor(
      question: UInt32.random(in: 0...UInt32.max, using: &generator),
      section: Bool.random(using: &generator) ? .closest : .works,
      position: Int.random(in: 0...Int.max, using: &generator),
      chapter: ChapterKey(
        work: WorkID(identity: "\(seed)"),
        chapter: Int.random(in: 0...200_000, using: &generator)
      ),
      offset: Int.random(in: 0...Int(Int32.max), using: &generator)
    )
    #expect(SearchCursor(cursor.description) == cursor)
    #expect(cursor.description.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 })
  }

  @Test(
    arguments: [
      "", "-----", "0-c-0-00000000-0", "0-x-0-00000000-0-0", "0-c--1-00000000-0-0",
      "0-c-0-00000000-0-0-0", "zzzzzzzz-c-0-00000000-0-0", "0-c-zzzzzzzzzzzzzz-00000000-0-0",
    ]
  )
  func `what is no cursor is none`(text: String) {
    #expect(SearchCursor(text) == nil)
  }

  @Test func `each query, order, view and choice of copies is a question of its own`() {
    var requests = [SearchRequest(query: "sea")]
    for sort in SearchRequest.Sort.allCases {
      for view in SearchRequest.View.allCases {
        for showsCopies in [false, true] {
          let request = SearchRequest(
            query: "sea",
            sort: sort,
            view: view,
            showsCopies: showsCopies
          )
          if !requests.contains(request) { requests.append(request) }
        }
      }
    }
    let questions = requests.map { SearchCursor.question("sea in:story", $0) }
    #expect(Set(questions).count == requests.count)
    #expect(
      SearchCursor.question("sea", requests[0]) != SearchCursor.question("shore", requests[0])
    )
    var other = requests[0]
    (other.limit, other.contextLines) = (3, 4)
    #expect(SearchCursor.question("sea", other) == SearchCursor.question("sea", requests[0]))
  }
}
