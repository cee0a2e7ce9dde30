/// Units that hold a term, ascending, each with how often.
struct Postings {
  /// The units.
  private(set) var units: [UInt32] = []

  /// As many as units.
  private(set) var frequencies: [UInt16] = []

  /// Adds a unit.
  mutating func append(_ unit: Int, frequency: UInt16) {
    units.append(UInt32(truncatingIfNeeded: unit))
    frequencies.append(frequency)
  }

  /// Adds the postings of a list whose units all come after those here.
  mutating func append(_ list: PostingList) {
    list.forEach(in: 0..<list.units) { unit, frequency in
      append(unit, frequency: UInt16(clamping: frequency))
    }
  }

  /// Puts the units in order, each once.
  ///
  /// Complexity: O(n log n), O(n) where they are in order.
  mutating func sort() {
    if zip(units, units.dropFirst()).allSatisfy({ $0 < $1 }) { return }
    var order = units.indices.sorted { units[$0] < units[$1] }
    for index in order.indices.dropFirst().reversed()
    where units[order[index]] == units[order[index - 1]] {
      order.remove(at: index)
    }
    units = order.map { units[$0] }
    frequencies = order.map { frequencies[$0] }
  }
}
