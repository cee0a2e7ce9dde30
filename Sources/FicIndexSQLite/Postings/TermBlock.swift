/// Sorted terms with their posting lists, or where those lie: the unit in which the term table is
/// read.
///
/// Entry by entry: how many bytes the key shares with the one before and how many follow (varints),
/// those bytes, the number of units that hold the term (varint), and the length of its list in bytes
/// (varint) with the list itself; or 0 and the list's row (varint). A key is a column and a term.
struct TermBlock {
  /// An entry.
  struct Entry {
    /// The column and the term.
    var key: [UInt8]

    /// The number of units that hold it.
    var units: Int

    /// Where its list is.
    var place: Place
  }

  /// Where a list is.
  enum Place {
    /// Here.
    case inline([UInt8])
    /// In a row of its own.
    case row(Int)
  }

  /// The longest list that stands in the block itself.
  static let maximumInlineBytes = 256

  private let bytes: [UInt8]

  /// Reads a block.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Hands every entry to `body` until it returns false; stops where the block is damaged.
  func readAll(_ body: (Entry) throws -> Bool) rethrows {
    var reader = VarintReader(at: 0)
    var key: [UInt8] = []
    while reader.offset < bytes.count {
      let (shared, added) = (reader.next(bytes.span), reader.next(bytes.span))
      guard shared <= key.count, let suffix = slice(&reader, added) else { return }
      key.removeLast(key.count - shared)
      key += suffix
      let units = reader.next(bytes.span)
      let length = reader.next(bytes.span)
      let place: Place
      if length == 0 {
        place = .row(reader.next(bytes.span))
      } else {
        guard let list = slice(&reader, length) else { return }
        place = .inline(Array(list))
      }
      guard try body(Entry(key: key, units: units, place: place)) else { return }
    }
  }

  /// The entry of a key; nil where there is none.
  ///
  /// Complexity: linear in the block, without a copy of other entries.
  func entry(of wanted: [UInt8]) -> Entry? {
    var reader = VarintReader(at: 0)
    var key: [UInt8] = []
    while reader.offset < bytes.count {
      let (shared, added) = (reader.next(bytes.span), reader.next(bytes.span))
      guard shared <= key.count, let suffix = slice(&reader, added) else { return nil }
      key.removeLast(key.count - shared)
      key += suffix
      let units = reader.next(bytes.span)
      let length = reader.next(bytes.span)
      if length == 0 {
        let row = reader.next(bytes.span)
        if key == wanted { return Entry(key: key, units: units, place: .row(row)) }
      } else {
        guard let list = slice(&reader, length) else { return nil }
        if key == wanted { return Entry(key: key, units: units, place: .inline(Array(list))) }
      }
      if wanted.lexicographicallyPrecedes(key) { return nil }
    }
    return nil
  }

  private func slice(_ reader: inout VarintReader, _ length: Int) -> ArraySlice<UInt8>? {
    guard length >= 0, reader.offset + length <= bytes.count else { return nil }
    defer { reader.offset += length }
    return bytes[reader.offset..<reader.offset + length]
  }
}
