/// Makes term blocks from entries that come in ascending order of their keys.
struct TermBlockBuilder {
  /// The first key of the block that is being made; empty before the first entry.
  private(set) var firstKey: [UInt8] = []

  /// The bytes of the block that is being made.
  private(set) var bytes: [UInt8] = []

  private var lastKey: [UInt8] = []

  /// Adds an entry.
  mutating func add(_ entry: TermBlock.Entry) {
    if bytes.isEmpty { (firstKey, lastKey) = (entry.key, []) }
    let shared = zip(lastKey, entry.key).prefix { $0 == $1 }.count
    bytes.append(varint: shared)
    bytes.append(varint: entry.key.count - shared)
    bytes += entry.key[shared...]
    bytes.append(varint: entry.lines)
    switch entry.place {
    case .inline(let list):
      bytes.append(varint: list.count)
      bytes += list
    case .list(let number):
      bytes.append(varint: 0)
      bytes.append(varint: number)
    }
    lastKey = entry.key
  }

  /// Takes the block that was made, and begins another.
  mutating func take() -> (firstKey: [UInt8], bytes: [UInt8]) {
    defer { self = TermBlockBuilder() }
    return (firstKey, bytes)
  }
}
