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

  /// A block in which every third list lies elsewhere; the others are as long as their place.
  private static func block(_ keys: [[UInt8]]) -> TermBlock {
    var builder = TermBlockBuilder()
    for (number, key) in keys.enumerated() {
      let place =
        number % 3 == 0 ? TermBlock.Place.list(number + 1) : .inline(list(of: number + 1))
      builder.add(TermBlock.Entry(key: key, lines: number + 1, place: place))
    }
    return TermBlock(builder.take().bytes)
  }

  private static func list(of count: Int) -> [UInt8] { (1...count).map { UInt8($0) } }

  /// Whether a place is that of the entry with so many lines.
  private static func isPlace(_ place: TermBlock.Place, of lines: Int) -> Bool {
    switch place {
    case .inline(let bytes): (lines - 1) % 3 != 0 && bytes == list(of: lines)
    case .list(let number): (lines - 1) % 3 == 0 && number == lines
    }
  }

  @Test(arguments: 0..<200)
  func `the entries with a start are those that begin with it`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let keys = Self.keys(&random)
    let block = Self.block(keys)
    for round in 0..<20 {
      let start = (0..<(round == 0 ? 0 : Int.random(in: 1...4, using: &random))).map { _ in
        UInt8.random(in: 96...100, using: &random)
      }
      var found: [Int] = []
      block.readMatches(startingWith: start) { match in
        #expect(match.key == keys[match.lines - 1])
        #expect(Self.isPlace(block.place(of: match), of: match.lines))
        found.append(match.lines - 1)
        return true
      }
      #expect(found == keys.indices.filter { keys[$0].starts(with: start) })
      let entry = block.entry(of: start)
      #expect(entry?.lines == keys.firstIndex(of: start).map { $0 + 1 })
      if let entry { #expect(Self.isPlace(entry.place, of: entry.lines)) }
    }
  }

  @Test(arguments: 0..<50)
  func `all entries come back in order, until the reader has enough`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let keys = Self.keys(&random)
    let block = Self.block(keys)
    for limit in [0, 1, 5, 100] {
      var found: [[UInt8]] = []
      block.readAll { entry in
        #expect(Self.isPlace(entry.place, of: entry.lines))
        found.append(entry.key)
        return found.count < limit
      }
      #expect(found == Array(keys.prefix(max(1, limit))))
    }
  }

  @Test(arguments: 0..<300)
  func `a damaged block gives something or nothing`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let keys = Self.keys(&random)
    var builder = TermBlockBuilder()
    for key in keys {
      builder.add(TermBlock.Entry(key: key, lines: 2, place: .inline([1, 2, 3])))
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
    for start in [[], [97], [97, 98], [99, 97, 98, 97]] as [[UInt8]] {
      block.readMatches(startingWith: start) { match in
        #expect(match.key.starts(with: start))
        _ = block.place(of: match)
        return true
      }
    }
    block.readAll { _ in true }
    for key in keys { #expect(block.entry(of: key).map { $0.key == key } ?? true) }
  }
}
