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

  /// An entry whose key starts with what is looked for.
  struct Match {
    /// The length of the key, in bytes.
    var keyLength: Int

    /// The number of units that hold it.
    var units: Int

    /// Where its list is.
    var place: Place

    /// Where a list is.
    enum Place {
      /// In these bytes of the block.
      case inline(Range<Int>)
      /// In a row of its own.
      case row(Int)
    }
  }

  /// The entry of a key; nil where there is none.
  ///
  /// Complexity: linear in the block.
  func entry(of wanted: [UInt8]) -> Entry? {
    var found: Entry?
    readMatches(startingWith: wanted) { match in
      if match.keyLength == wanted.count {
        let place: Place =
          switch match.place {
          case .inline(let range): .inline(Array(bytes[range]))
          case .row(let row): .row(row)
          }
        found = Entry(key: wanted, units: match.units, place: place)
      }
      return false
    }
    return found
  }

  /// Hands every entry whose key starts with `prefix` to `body`, ascending, until it returns false; stops
  /// where the block is damaged.
  ///
  /// No key is put together: what a key shares with the one before says how it compares.
  ///
  /// Complexity: linear in the block.
  func readMatches(startingWith prefix: [UInt8], _ body: (Match) throws -> Bool) rethrows {
    let span = bytes.span
    let wanted = prefix.span
    var reader = VarintReader(at: 0)
    var keyLength = 0
    /// How many bytes the last key shares with the prefix; it comes before the prefix, or starts with it.
    var common = 0
    while reader.offset < span.count {
      let (shared, added) = (reader.next(span), reader.next(span))
      let suffix = reader.offset
      guard shared <= keyLength, added <= span.count - suffix else { return }
      keyLength = shared + added
      reader.offset = suffix + added
      let units = reader.next(span)
      let length = reader.next(span)
      let row = length == 0 ? reader.next(span) : 0
      let list = reader.offset
      guard length <= span.count - list else { return }
      reader.offset = list + length
      // It departs from the last key before that departs from the prefix: so it is greater.
      if shared < common { return }
      if shared == common {
        while common < wanted.count, common < keyLength {
          let byte = span[suffix + common - shared]
          if byte > wanted[common] { return }
          if byte < wanted[common] { break }
          common += 1
        }
      }
      guard common == wanted.count else { continue }
      let place: Match.Place = length == 0 ? .row(row) : .inline(list..<list + length)
      guard try body(Match(keyLength: keyLength, units: units, place: place)) else { return }
    }
  }

  /// The list of a match that is in the block; nil where it is elsewhere or damaged.
  func list(of match: Match, units: Int) -> PostingList? {
    guard case .inline(let range) = match.place else { return nil }
    return PostingList(bytes, in: range, units: units)
  }

  private func slice(_ reader: inout VarintReader, _ length: Int) -> ArraySlice<UInt8>? {
    guard length >= 0, reader.offset + length <= bytes.count else { return nil }
    defer { reader.offset += length }
    return bytes[reader.offset..<reader.offset + length]
  }
}
