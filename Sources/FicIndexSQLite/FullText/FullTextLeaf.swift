/// A leaf page of an FTS5 segment; see `FullTextLayout`.
///
/// Places count from the start of the bytes that hold it.
struct FullTextLeaf {
  /// Where its content ends, after a head of four bytes.
  let end: Int

  /// Where the first posting is that belongs to a term of an earlier leaf, its rowid absolute; 0
  /// for none.
  let firstRowid: Int

  /// Where the first term is; nil where the leaf has none.
  let firstTerm: Int?

  private let range: Range<Int>

  /// Reads the head of a page that lies in `range`; a damaged one has no content.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.range = range
    guard range.count >= 4 else {
      (end, firstRowid, firstTerm) = (range.lowerBound, 0, nil)
      return
    }
    let base = range.lowerBound
    end = min(base + (Int(bytes[base + 2]) << 8 | Int(bytes[base + 3])), range.upperBound)
    let first = base + (Int(bytes[base]) << 8 | Int(bytes[base + 1]))
    firstRowid = first >= base + 4 && first < end ? first : 0
    guard end >= base + 4, end < range.upperBound else {
      firstTerm = nil
      return
    }
    var reader = FullTextVarintReader(at: end)
    let place = base &+ reader.next(bytes.span)
    firstTerm = place >= base + 4 && place < end ? place : nil
  }

  /// Where the postings of a term are in `bytes`, and whether they may go on in the next leaf; nil
  /// where the leaf has no such term.
  ///
  /// Complexity: linear in the number of terms of the leaf.
  func postings(of wanted: [UInt8], in bytes: [UInt8]) -> (range: Range<Int>, goesOn: Bool)? {
    guard let firstTerm else { return nil }
    let span = bytes.span
    var index = FullTextVarintReader(at: end)
    _ = index.next(span)
    var place = firstTerm
    var isFirst = true
    /// How many bytes of `wanted` the terms so far share with it, as far as the last one goes.
    var shared = 0
    while true {
      var reader = FullTextVarintReader(at: place)
      let kept = isFirst ? 0 : reader.next(span)
      let added = reader.next(span)
      guard kept >= 0, added >= 0, added <= end, reader.offset + added <= end else { return nil }
      let next = index.offset < range.upperBound ? place &+ index.next(span) : nil
      if let next, next <= place || next > end { return nil }
      // A term that leaves what it had in common with the wanted one comes after it.
      if kept < shared { return nil }
      if kept == shared {
        var matched = 0
        while matched < added, shared + matched < wanted.count,
          span[reader.offset + matched] == wanted[shared + matched]
        {
          matched += 1
        }
        if matched == added, shared + matched == wanted.count {
          return (reader.offset + added..<(next ?? end), next == nil)
        }
        let isAfter =
          shared + matched == wanted.count
          || (matched < added && span[reader.offset + matched] > wanted[shared + matched])
        if isAfter { return nil }
        shared += matched
      }
      guard let next else { return nil }
      place = next
      isFirst = false
    }
  }
}
