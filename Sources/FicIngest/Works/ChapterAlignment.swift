import FicIndex
import FicModel

/// Finds the chapters of a text among those that the index has of the work, wherever they stand
/// now.
struct ChapterAlignment {
  /// What a chapter of the text is to the index.
  enum Fate: Hashable {
    /// It says what the one stored under a number says.
    case same(Int)
    /// It takes the place of the one stored under a number, which says something else.
    case changed(Int)
    /// There is none.
    case new
  }

  /// How much of the shorter of two chapters must be in the longer, for one to be the other
  /// changed.
  private static let leastOverlap = 0.5

  /// What is in the text so far is there, wherever: the rest was edited.
  private static let leastShare = 0.8

  /// A chapter of less than a tenth of the words of the one before it is a stub.
  private static let stubTenths = 10

  /// For each chapter of the text, what it is.
  private(set) var fates: [Fate]

  /// Stored chapters of the text as it was that it does not hold any more, by number.
  private(set) var vanished: [ChapterCard] = []

  /// How many stored chapters the text does not take up, those among them that it holds elsewhere.
  private(set) var leftOver = 0

  /// Stored chapters that were gone and that the text holds again.
  private(set) var returned: [ChapterCard] = []

  private let sketches: [TextSketch]
  private let addresses: [ChapterAddress?]
  private var waiting: [Int: ChapterCard] = [:]

  /// Aligns the chapters of a text with the stored ones.
  ///
  /// By their addresses first, then by equal text, by text that is much the same, and by number.
  ///
  /// - Parameters:
  ///   - stored: The stored chapters.
  ///   - sketches: What the chapters of the text say, in order.
  ///   - addresses: Where each of them is published; empty where nothing is known.
  init(stored: [ChapterCard], text sketches: [TextSketch], addresses: [String?] = []) {
    self.sketches = sketches
    self.addresses = sketches.indices.map { index in
      addresses.indices.contains(index) ? addresses[index].flatMap { ChapterAddress($0) } : nil
    }
    fates = sketches.map { _ in .new }
    let kept = stored.filter { $0.number >= ChapterRemoval.firstNumber }
    for card in stored where card.number < ChapterRemoval.firstNumber {
      waiting[card.number] = card
    }
    matchAddresses()
    matchEqual()
    matchAlike()
    matchNumbers()
    leftOver = waiting.count
    let whole = TextSketch(of: sketches)
    let contents = Set(sketches.map(\.content))
    func isHeld(_ sketch: TextSketch) -> Bool {
      contents.contains(sketch.content) || sketch.share(in: whole) ?? 0 >= Self.leastShare
    }
    // A chapter without a sketch is one that an older version stored.
    vanished = waiting.values.filter { $0.sketch.map { !isHeld($0) } ?? false }
      .sorted { $0.number < $1.number }
    returned = kept.filter { $0.sketch.map(isHeld) ?? false }
  }

  /// An address that several chapters have names none of them.
  private mutating func matchAddresses() {
    var numbers: [ChapterAddress: [Int]] = [:]
    for card in waiting.values {
      if let address = Self.address(of: card) { numbers[address, default: []].append(card.number) }
    }
    guard !numbers.isEmpty else { return }
    let own = Dictionary(grouping: addresses.compactMap(\.self)) { $0 }
    for index in sketches.indices {
      guard let address = addresses[index], own[address]?.count == 1,
        let found = numbers[address], found.count == 1, let card = waiting[found[0]],
        let sketch = card.sketch, !isStub(sketches[index], of: sketch)
      else { continue }
      let isSame = sketch.content == sketches[index].content
      take(card, as: isSame ? .same(card.number) : .changed(card.number), at: index)
    }
  }

  private static func address(of card: ChapterCard) -> ChapterAddress? {
    card.address.flatMap { ChapterAddress($0) }
  }

  /// Whether both have an address on one site, and not the same.
  private func isOther(_ index: Int, than card: ChapterCard) -> Bool {
    guard let own = addresses[index], let other = Self.address(of: card) else { return false }
    return own.site == other.site && own != other
  }

  private mutating func matchEqual() {
    for index in sketches.indices {
      guard let card = waiting[index + 1], card.sketch?.content == sketches[index].content else {
        continue
      }
      take(card, as: .same(card.number), at: index)
    }
    var numbers: [UInt64: [Int]] = [:]
    for card in waiting.values.sorted(by: { $1.number < $0.number }) {
      if let content = card.sketch?.content { numbers[content, default: []].append(card.number) }
    }
    for index in sketches.indices where fates[index] == .new {
      guard let number = numbers[sketches[index].content]?.popLast(), let card = waiting[number]
      else { continue }
      take(card, as: .same(number), at: index)
    }
  }

  private mutating func matchAlike() {
    var numbers: [UInt32: [Int]] = [:]
    for card in waiting.values {
      for hash in card.sketch?.hashes ?? [] { numbers[hash, default: []].append(card.number) }
    }
    guard !numbers.isEmpty else { return }
    for index in sketches.indices where fates[index] == .new {
      var shared: [Int: Int] = [:]
      for hash in sketches[index].hashes {
        for number in numbers[hash] ?? [] { shared[number, default: 0] += 1 }
      }
      let best = shared.filter { waiting[$0.key] != nil }.max { left, right in
        // Of two that share as much, the one at the place, then the earlier.
        (left.value, left.key == index + 1 ? 1 : 0, right.key)
          < (right.value, right.key == index + 1 ? 1 : 0, left.key)
      }
      guard let card = best.flatMap({ waiting[$0.key] }), let sketch = card.sketch,
        sketches[index].overlap(with: sketch) ?? 0 >= Self.leastOverlap,
        !isStub(sketches[index], of: sketch), !isOther(index, than: card)
      else { continue }
      take(card, as: .changed(card.number), at: index)
    }
  }

  private mutating func matchNumbers() {
    for index in sketches.indices where fates[index] == .new {
      guard let card = waiting[index + 1], !isOther(index, than: card),
        !(card.sketch.map { isStub(sketches[index], of: $0) } ?? false)
      else { continue }
      // Nothing is known of what an older version stored; its number must do.
      take(card, as: card.sketch == nil ? .same(card.number) : .changed(card.number), at: index)
    }
  }

  private mutating func take(_ card: ChapterCard, as fate: Fate, at index: Int) {
    waiting[card.number] = nil
    fates[index] = fate
  }

  private func isStub(_ sketch: TextSketch, of other: TextSketch) -> Bool {
    let limit = min(sketch.limit, other.limit)
    let before = other.hashes.count { $0 < limit }
    return before >= TextSketch.leastHashes
      && sketch.hashes.count { $0 < limit } * Self.stubTenths < before
  }
}
