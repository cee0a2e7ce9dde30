/// Numbers byte strings in the order in which they first come, by open addressing over one arena.
struct TermTable {
  private var arena: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var slots: [UInt32]

  /// Creates an empty table.
  init() {
    slots = Array(repeating: 0, count: 1 << 12)
  }

  /// The number of different strings.
  var count: Int { ends.count }

  /// The string with a number.
  func bytes(of number: Int) -> ArraySlice<UInt8> {
    arena[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// The number of `column` followed by `term`, given now if it has none.
  ///
  /// Complexity: O(length) expected.
  mutating func number(of term: Span<UInt8>, column: UInt8) -> Int {
    // FNV-1a, 32 bits, with its bits mixed once.
    var hash = (0x811C_9DC5 ^ UInt32(column)) &* 0x0100_0193
    for index in term.indices { hash = (hash ^ UInt32(term[index])) &* 0x0100_0193 }
    hash ^= hash >> 15
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, holds(number, column, term) { return number }
      slot = (slot + 1) & mask
    }
    arena.append(column)
    for index in term.indices { arena.append(term[index]) }
    ends.append(UInt32(truncatingIfNeeded: arena.count))
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func holds(_ number: Int, _ column: UInt8, _ term: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == term.count + 1, arena[start] == column else { return false }
    for index in 0..<term.count where arena[start + 1 + index] != term[index] { return false }
    return true
  }

  private mutating func grow() {
    var wider = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = wider.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while wider[slot] != 0 { slot = (slot + 1) & mask }
      wider[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
    slots = wider
  }
}
