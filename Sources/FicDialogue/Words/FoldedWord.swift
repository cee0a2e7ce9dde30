/// A word in small letters while it is read: its bytes, and its hash value.
struct FoldedWord {
  /// Words longer than this many bytes are told apart by their first bytes only.
  static let longest = 64

  /// The bytes of the word; what lies behind `length` means nothing.
  private(set) var bytes = InlineArray<64, UInt8>(repeating: 0)
  /// The number of its bytes, 64 at most.
  private(set) var length = 0
  /// Its first eight bytes, the first one lowest, with zeros after the end of a shorter word.
  private(set) var head: UInt64 = 0

  /// Creates a word of no letters.
  init() {}

  /// Takes the first bytes of a text that is folded.
  init(_ text: some StringProtocol) {
    for byte in text.utf8 { push(byte) }
  }

  /// Adds a byte; one that finds no place is dropped.
  mutating func push(_ byte: UInt8) {
    guard length < Self.longest else { return }
    if length < 8 { head |= UInt64(byte) << UInt64(8 * length) }
    bytes[length] = byte
    length += 1
  }

  /// Begins a new word.
  mutating func clear() {
    length = 0
    head = 0
  }

  /// What a table files the word under: 25 bits of a hash value, and the length in the lowest
  /// seven.
  var tag: UInt32 {
    var hash = head
    var index = 8
    while index < length {
      hash = (hash ^ UInt64(bytes[index])) &* 0x0100_0000_01B3
      index += 1
    }
    // The last steps of MurmurHash3 by Austin Appleby: every byte of the word moves every bit.
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: hash >> 32) & ~0x7F | UInt32(length)
  }
}
