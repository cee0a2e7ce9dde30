/// Words in one arena of bytes, found by open addressing; look-ups allocate nothing.
struct WordStore: Sendable {
  /// A place of the hash table: most words are told from all others by it alone.
  private struct Slot: Sendable {
    var head: UInt64 = 0
    var tag: UInt32 = 0
    var word: Int32 = -1
  }

  private var arena: [UInt8] = []
  private var starts: [Int32] = [0]
  private var slots: [Slot] = []

  /// The number of words.
  var count: Int { starts.count - 1 }

  /// The number of a word that may be there, counted from 0.
  func find(_ word: FoldedWord, tag: UInt32) -> Int32? {
    guard !slots.isEmpty else { return nil }
    let found = slots[slot(of: word, tag: tag)].word
    return found < 0 ? nil : found
  }

  /// The number of a word, which is given the next one where it is new.
  mutating func intern(_ word: FoldedWord, tag: UInt32) -> Int32 {
    if slots.isEmpty { slots = [Slot](repeating: Slot(), count: 1 << 10) }
    let place = slot(of: word, tag: tag)
    if slots[place].word >= 0 { return slots[place].word }
    let number = Int32(count)
    slots[place] = Slot(head: word.head, tag: tag, word: number)
    for index in 0..<word.length { arena.append(word.bytes[index]) }
    starts.append(Int32(arena.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The bytes of a word.
  func bytes(of word: Int) -> ArraySlice<UInt8> {
    guard word >= 0, word < count else { return [] }
    return arena[Int(starts[word])..<Int(starts[word + 1])]
  }

  /// The number of bytes of a word.
  func length(of word: Int) -> Int {
    guard word >= 0, word < count else { return 0 }
    return Int(starts[word + 1] - starts[word])
  }

  /// The slot that has a word, or the free one that it belongs in.
  private func slot(of word: FoldedWord, tag: UInt32) -> Int {
    var slot = Self.first(tag, slots.count)
    while slots[slot].word >= 0 {
      // The tag tells the length too.
      if slots[slot].tag == tag, slots[slot].head == word.head,
        word.length <= 8 || hasTail(Int(slots[slot].word), of: word)
      {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private static func first(_ tag: UInt32, _ count: Int) -> Int { Int(tag >> 7) & (count - 1) }

  /// Whether a word has the bytes of another of its length after the first eight.
  private func hasTail(_ known: Int, of word: FoldedWord) -> Bool {
    let start = Int(starts[known])
    for index in 8..<word.length where arena[start + index] != word.bytes[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for entry in old where entry.word >= 0 {
      var slot = Self.first(entry.tag, slots.count)
      while slots[slot].word >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
