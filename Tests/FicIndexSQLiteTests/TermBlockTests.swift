import SeededRandom
import Testing

@testable import FicIndexSQLite

/// Keys are found in a block as if all were compared.
@Suite struct TermBlockTests {
  /// Keys of few letters, so that many are starts of others and share much.
  private static func keys(_ random: inout SplitMix) -> [[UInt8]] {
    let keys = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        UInt8.random(in: 97...99, using: &random)
      }
    }
    return Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// A block in which every third list has a row of its own; the others are as long as their place.
  private static func block(_ keys: [[UInt8]]) -> TermBlock {
    var builder = TermBlockBuilder()
    for (number, key) in keys.enumerated() {
      let list = PostingList.encoded(
        units: (0...UInt32(number)).map { $0 },
        frequencies: [UInt16](repeating: 1, count: number + 1),
        total: 100
      )
      let place = number % 3 == 0 ? TermBlock.Place.row(number + 1) : .inline(list)
      builder.add(TermBlock.Entry(key: key, units: number + 1, place: place))
    }
    return TermBlock(builder.take().bytes)
  }

  @Test(arguments: 0..<200)
  func `the entries with a start are those that begin with it`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let keys = Self.keys(&random)
    let block = Self.block(keys)
    for _ in 0..<20 {
      let start = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        UInt8.random(in: 96...100, using: &random)
      }
      var found: [Int] = []
      block.readMatches(startingWith: start) { match in
        #expect(match.keyLength == keys[match.units - 1].count)
        if let list = block.list(of: match, units: 100) {
          #expect(list.count == match.units)
        } else {
          guard case .row(let row) = match.place else {
            Issue.record("an inline list is not read")
            return false
          }
          #expect(row == match.units)
        }
        found.append(match.units - 1)
        return true
      }
      #expect(found == keys.indices.filter { keys[$0].starts(with: start) })
      #expect(block.entry(of: start)?.units == keys.firstIndex(of: start).map { $0 + 1 })
    }
  }

  @Test(arguments: 0..<100)
  func `a damaged block gives something or nothing`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let keys = Self.keys(&random)
    var builder = TermBlockBuilder()
    for key in keys {
      let list = PostingList.encoded(units: [1, 2], frequencies: [1, 300], total: 3)
      builder.add(TermBlock.Entry(key: key, units: 2, place: .inline(list)))
    }
    var bytes = builder.take().bytes
    for _ in 0..<4 where !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255,
        using: &random
      )
    }
    if let end = bytes.indices.randomElement(using: &random) { bytes.removeSubrange(end...) }
    let block = TermBlock(bytes)
    block.readMatches(startingWith: [97]) { match in
      block.list(of: match, units: 3)?.forEach(in: 0..<3) { unit, _ in #expect(unit < 3) }
      return true
    }
    for key in keys { #expect(block.entry(of: key).map { $0.key == key } ?? true) }
  }
}
