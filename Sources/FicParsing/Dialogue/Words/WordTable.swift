/// Gives every word form, without its case, a number, so that the parser compares numbers.
///
/// Open addressing over one arena of bytes; look-ups allocate nothing.
struct WordTable: Sendable {
  /// Words longer than this many bytes are told apart by their first bytes only.
  static let longestWord = 64

  private var arena: [UInt8] = []
  private var starts: [Int32] = [0]
  private var hashes: [UInt32] = []
  private var slots: [Int32]

  /// Creates an empty table.
  init() {
    slots = [Int32](repeating: -1, count: 1 << 14)
  }

  /// The number of words.
  var count: Int { hashes.count }

  /// The number of the word whose folded bytes are the first `length` of `bytes`.
  ///
  /// Complexity: O(length) expected.
  mutating func intern(_ bytes: [UInt8], length: Int) -> Int32 {
    let hash = Self.hash(bytes, length)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let word = slots[slot]
      if hashes[Int(word)] == hash, matches(word, bytes, length) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    let word = Int32(hashes.count)
    slots[slot] = word
    hashes.append(hash)
    for index in 0..<length { arena.append(bytes[index]) }
    starts.append(Int32(arena.count))
    if hashes.count * 2 > slots.count { grow() }
    return word
  }

  /// The number of `word`, given folded.
  mutating func intern(_ word: String) -> Int32 {
    let bytes = Array(word.utf8.prefix(Self.longestWord))
    return intern(bytes, length: bytes.count)
  }

  /// The number of `word`, given folded, if the table has it.
  func find(_ word: String) -> Int32? {
    let bytes = Array(word.utf8.prefix(Self.longestWord))
    let hash = Self.hash(bytes, bytes.count)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let word = slots[slot]
      if hashes[Int(word)] == hash, matches(word, bytes, bytes.count) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The folded bytes of a word.
  func bytes(of word: Int32) -> ArraySlice<UInt8> {
    let index = Int(word)
    guard index >= 0, index < count else { return [] }
    return arena[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// The number of bytes of a word.
  func length(of word: Int32) -> Int {
    let index = Int(word)
    guard index >= 0, index < count else { return 0 }
    return Int(starts[index + 1] - starts[index])
  }

  /// Whether the folded word ends with `suffix`.
  func hasSuffix(_ word: Int32, _ suffix: StaticSuffix) -> Bool {
    let bytes = bytes(of: word)
    let count = suffix.bytes.count
    guard bytes.count > count + 1 else { return false }
    return bytes.suffix(count).elementsEqual(suffix.bytes)
  }

  /// A suffix as bytes.
  struct StaticSuffix: Sendable {
    let bytes: [UInt8]

    /// Creates a suffix.
    init(_ text: String) { bytes = Array(text.utf8) }

    static let ed = StaticSuffix("ed")
    static let ly = StaticSuffix("ly")
    static let ing = StaticSuffix("ing")
    static let s = StaticSuffix("s")
  }

  private func matches(_ word: Int32, _ bytes: [UInt8], _ length: Int) -> Bool {
    let start = Int(starts[Int(word)])
    guard Int(starts[Int(word) + 1]) - start == length else { return false }
    for index in 0..<length where arena[start + index] != bytes[index] { return false }
    return true
  }

  /// FNV-1a, 32 bits, by Fowler, Noll and Vo.
  private static func hash(_ bytes: [UInt8], _ length: Int) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for index in 0..<length {
      hash ^= UInt32(bytes[index])
      hash = hash &* 0x0100_0193
    }
    return hash ^ (hash >> 15)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for word in hashes.indices {
      var slot = Int(hashes[word]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(word)
    }
  }
}
