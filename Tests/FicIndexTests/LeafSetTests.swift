import SeededRandom
import Testing

@testable import FicIndex

@Suite struct LeafSetTests {
  @Test(arguments: 0..<50)
  func `a set of leaves is a set of numbers`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    func numbers(_ generator: inout SplitMix) -> Set<Int> {
      Set((0..<40).map { _ in Int.random(in: 0..<LeafSet.capacity, using: &generator) })
    }
    func set(_ numbers: Set<Int>) -> LeafSet {
      var set = LeafSet()
      for number in numbers { set.insert(number) }
      return set
    }
    let (a, b) = (numbers(&generator), numbers(&generator))
    var union = set(a)
    union.formUnion(set(b))
    #expect(union == set(a.union(b)))
    #expect(set(a).intersection(set(b)) == set(a.intersection(b)))
    #expect(set(a).subtracting(set(b)) == set(a.subtracting(b)))
    #expect(set(a).count == a.count)
    #expect((0..<LeafSet.capacity).filter(set(a).contains) == a.sorted())
  }

  @Test func `leaves beyond the capacity are left out`() {
    var set = LeafSet()
    set.insert(LeafSet.capacity)
    #expect(set.isEmpty && !set.contains(LeafSet.capacity))
    #expect(LeafSet(below: 1000).count == LeafSet.capacity)
    #expect(LeafSet(below: 0).isEmpty)
  }
}
