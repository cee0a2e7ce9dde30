import Testing

@testable import FicQuery

@Suite struct EditDistanceTests {
  @Test(
    arguments: [
      ("smith", "smith", 0), ("smith", "smyth", 1), ("smith", "smit", 1), ("smith", "ssmith", 1),
      ("smith", "simth", 1), ("form", "from", 1), ("", "ab", 2), ("kitten", "sitting", 3),
    ])
  func `letters are counted`(left: String, right: String, expected: Int) {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    #expect(EditDistance.between(a, b, limit: 3) == expected)
    #expect(EditDistance.between(b, a, limit: 3) == expected)
    #expect(expected == 0 || EditDistance.between(a, b, limit: expected - 1) == nil)
  }

  @Test func `the nearest of several is found and a far one is none`() {
    #expect(
      EditDistance.nearest(to: "dialog", among: ["story", "dialogue"], within: 3) == "dialogue"
    )
    #expect(EditDistance.nearest(to: "zz", among: ["to", "in"], within: 2) == nil)
  }
}
