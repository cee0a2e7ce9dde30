/// Makes the terms of pairs of frequent words from the terms of a text, one after the other.
struct FrequentPairs {
  private let frequent = FrequentWords.standard

  /// The joiner and the word before, where that is frequent; else empty.
  private var pair: [UInt8] = []

  /// Takes in the next term; hands the pair of it and the term before to `body`, where both are
  /// frequent.
  @inline(__always)
  mutating func read(_ term: borrowing Span<UInt8>, _ body: (_ pair: Span<UInt8>) -> Void) {
    guard frequent.contains(term) else {
      pair.removeAll(keepingCapacity: true)
      return
    }
    let hasWordBefore = !pair.isEmpty
    let start = pair.count
    pair.append(FrequentWords.joiner)
    for index in term.indices { pair.append(term[index]) }
    guard hasWordBefore else { return }
    body(pair.span)
    pair.removeSubrange(0..<start)
  }
}
