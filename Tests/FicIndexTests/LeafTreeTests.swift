import FicQuery
import SeededRandom
import Testing

@testable import FicIndex

@Suite struct LeafTreeTests {
  /// Words by their number: `a` is 0, `b` is 1.
  private static func leaf(_ number: Int) -> TermClause {
    .phrase(TermPhrase([Term(bytes: [UInt8(ascii: "a") + UInt8(number)])]))
  }

  private static func number(_ leaf: TermClause) -> Int {
    Int(leaf.phrases[0].terms[0].bytes[0] - UInt8(ascii: "a"))
  }

  private static func set(_ numbers: [Int]) -> LeafSet {
    var set = LeafSet()
    for number in numbers { set.insert(number) }
    return set
  }

  private func tree(_ query: String) throws -> LeafTree {
    let plan = try Planner().plan(try QueryParser.parse(query))
    return LeafTree(plan.plans[0].clause, number: Self.number)
  }

  @Test(
    arguments: [
      ("a", [0], [0]), ("a", [1], nil), ("a b", [0, 1, 2], [0, 1]), ("a b", [0], nil),
      ("a OR b", [1], [1]), ("a OR b", [0, 1], [0, 1]), ("a OR b", [2], nil),
      ("a -b", [0], [0]), ("a -b", [0, 1], nil),
      ("(a b) OR c", [0, 2], [2]), ("(a b) OR c", [0, 1], [0, 1]),
      ("a (b OR c)", [0, 2], [0, 2]), ("a (b OR c)", [0], nil),
      ("a OR (b -c)", [0, 1, 2], [0]), ("a OR (b -c)", [0, 1], [0, 1]),
    ] as [(String, [Int], [Int]?)]
  )
  func `leaves of branches that are satisfied count`(
    query: String,
    present: [Int],
    expected: [Int]?
  ) throws {
    #expect(try tree(query).counted(Self.set(present)) == expected.map(Self.set))
  }

  @Test(
    arguments: [
      ("a", [0]), ("a b c", [0, 1, 2]), ("a OR b", []), ("a (b OR c)", [0]), ("a b -c", [0, 1]),
      ("(a b) OR c", []),
    ] as [(String, [Int])]
  )
  func `some leaves must be there whatever else is`(query: String, required: [Int]) throws {
    #expect(try tree(query).required.sorted() == required)
  }

  @Test func `a tree that asks for less takes any of the words, and still none that is excluded`()
    throws
  {
    let relaxed = try tree("a b -c").relaxed
    #expect(relaxed.counted(Self.set([1])) == Self.set([1]))
    #expect(relaxed.counted(Self.set([0, 1])) == Self.set([0, 1]))
    #expect(relaxed.counted(Self.set([0, 2])) == nil)
    #expect(relaxed.counted(LeafSet()) == nil)
  }

  @Test func `without a clause everything satisfies`() {
    let tree = LeafTree(nil, number: Self.number)
    #expect(tree.counted(LeafSet()) == LeafSet())
    #expect(tree.required.isEmpty)
  }

  @Test(arguments: 0..<200)
  func `what counts is there, satisfies by itself, and is all that must be`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let tree = LeafTree(Self.anyClause(depth: 3, &generator), number: Self.number)
    let present = Self.set((0..<6).filter { _ in Bool.random(using: &generator) })
    guard let counted = tree.counted(present) else { return }
    #expect(counted.subtracting(present).isEmpty)
    #expect(tree.counted(counted) == counted)
    #expect(tree.required.allSatisfy(counted.contains))
    #expect(tree.relaxed.counted(present) != nil)
  }

  /// Any clause; what is excluded in it excludes nothing itself.
  private static func anyClause(
    depth: Int,
    excludes: Bool = true,
    _ generator: inout SplitMix
  ) -> TermClause {
    let leaf = leaf(Int.random(in: 0..<6, using: &generator))
    guard depth > 0 else { return leaf }
    let first = anyClause(depth: depth - 1, excludes: excludes, &generator)
    switch Int.random(in: 0..<(excludes ? 4 : 3), using: &generator) {
    case 0: return .and([first, anyClause(depth: depth - 1, excludes: excludes, &generator)])
    case 1: return .or([first, anyClause(depth: depth - 1, excludes: excludes, &generator)])
    case 2: return leaf
    default: return .without(first, anyClause(depth: depth - 1, excludes: false, &generator))
    }
  }
}
