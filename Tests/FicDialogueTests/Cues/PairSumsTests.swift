import Testing

@testable import FicDialogue

@Suite struct PairSumsTests {
  @Test func `sums stay with their pairs while the table grows`() {
    var sums = PairSums()
    for round in 0..<3 {
      for one in 0..<40 {
        for other in 0..<40 { sums.add(Double(one * 100 + other) + Double(round), to: one, other) }
      }
    }
    for one in 0..<40 {
      for other in 0..<40 {
        #expect(sums[one, other] == Double(3 * (one * 100 + other) + 3))
      }
    }
    #expect(sums[40, 0] == 0)
  }

  @Test func `each pair is visited once`() {
    var sums = PairSums()
    for one in 0..<100 { sums.add(1, to: one, 7) }
    var seen: Set<Int> = []
    sums.visit { one, other, sum in
      #expect(other == 7)
      #expect(sum == 1)
      #expect(seen.insert(one).inserted)
    }
    #expect(seen == Set(0..<100))
  }

  @Test func `nothing was added to a pair that is not there`() {
    #expect(PairSums()[1, 2] == 0)
    var sums = PairSums()
    sums.add(2, to: -1, 3)
    #expect(sums[-1, 3] == 2)
    #expect(sums[3, -1] == 0)
  }
}
