/// Sorted terms with their posting lists, or where those lie: the unit in which the term table is
/// read.
///
/// Entry by entry: how many bytes the term shares with the one before and how many follow
/// (varints), those bytes, the number of lines that hold the term (varint), and the length of its
/// list in bytes (varint) with the list itself; or 0 and the list's number (varint).
struct TermBlock {
  /// An entry.
  struct Entry {
    /// The term.
    var key: [UInt8]

    /// The number of lines that hold it.
    var lines: Int

    /// Where its list is.
    var place: Place
  }

  /// Where a list is.
  enum Place {
    /// Here: the first row (varint), and a `PostingBlock`.
    case inline([UInt8])
    /// In rows of `posting_chunk`, under this number.
    case list(Int)
  }

  private let bytes: [UInt8]

  /// Reads a block.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Hands every entry to `body` until it returns false; stops where the block is damaged.
  func readAll(_ body: (Entry) throws -> Bool) rethrows {
    try readMatches(startingWith: []) { match in
      try body(Entry(key: match.key, lines: match.lines, place: place(of: match)))
    }
  }

  /// An entry whose key starts with what is looked for.
  struct Match {
    /// The key.
    var key: [UInt8]

    /// The number of lines that hold it.
    var lines: Int

    /// Where its list is.
    var place: Place

    /// Where a list is.
    enum Place {
      /// In these bytes of the block.
      case inline(Range<Int>)
      /// In rows of `posting_chunk`, under this number.
      case list(Int)
    }
  }

  /// The entry of a key; nil where there is none.
  ///
  /// Complexity: linear in the block.
  func entry(of wanted: [UInt8]) -> Entry? {
    var found: Entry?
    readMatches(startingWith: wanted) { match in
      if match.key.count == wanted.count {
        found = Entry(key: wanted, lines: match.lines, place: place(of: match))
      }
      return false
    }
    return found
  }

  /// Hands every entry whose key starts with `prefix` to `body`, ascending, until it returns false;
  /// stops where the block is damaged.
  ///
  /// No key before the first match is put together: what it shares with the one before says how it
  /// compares.
  ///
  /// Complexity: linear in the block.
  func readMatches(startingWith prefix: [UInt8], _ body: (Match) throws -> Bool) rethrows {
    let span = bytes.span
    let wanted = prefix.span
    var reader = VarintReader(at: 0)
    var keyLength = 0
    /// How many bytes the last key shares with the prefix; it comes before the prefix, or starts
    /// with it.
    var common = 0
    /// The last key that starts with the prefix.
    var key: [UInt8] = []
    while reader.offset < span.count {
      let (shared, added) = (reader.next(span), reader.next(span))
      let suffix = reader.offset
      guard shared <= keyLength, added <= span.count - suffix else { return }
      keyLength = shared + added
      reader.offset = suffix + added
      let lines = reader.next(span)
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
      let place: Match.Place = length == 0 ? .list(row) : .inline(list..<list + length)
      if shared < prefix.count || key.isEmpty { key = prefix }
      key.removeLast(key.count - max(min(shared, key.count), prefix.count))
      for index in key.count - shared..<added { key.append(span[suffix + index]) }
      guard try body(Match(key: key, lines: lines, place: place)) else { return }
    }
  }

  /// Where the list of a match is.
  func place(of match: Match) -> Place {
    switch match.place {
    case .inline(let range): .inline(Array(bytes[range]))
    case .list(let number): .list(number)
    }
  }
}
