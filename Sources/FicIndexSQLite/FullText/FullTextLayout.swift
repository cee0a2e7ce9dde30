/// Where FTS5 keeps the postings of a table, so that a search can read them itself.
///
/// The layout is that of version 4 of the format, which every release of SQLite from 3.9 on writes:
/// the comment at the head of `fts5_index.c` describes it. Numbers are SQLite's own varints: groups
/// of seven bits, the most significant first, at most nine bytes.
///
/// - A *segment* is a sorted list of terms with their postings, cut into leaf pages. The structure
///   record (row 10 of the table's `_data`) lists the segments, level by level.
/// - A *leaf* begins with two numbers of two bytes, most significant first: where its first rowid
///   is, 0 for none, and where its content ends. Behind the content stands where its terms begin:
///   the first place, then the distances.
/// - A *term* is how many bytes it shares with the one before and how many follow, with those
///   bytes; the first of a leaf says the second only. Its postings follow.
/// - A *posting* is a rowid, absolute for the first of a term and of a leaf, else the distance from
///   the one before; twice the size of its positions, plus one where it deletes the row of an older
///   segment; and the positions. A position is 2 more than its distance from the one before; 1 says
///   that the number of another column follows.
enum FullTextLayout {
  /// The version of the format that is read.
  static let version = 4

  /// The table that is read.
  static let table = "line_fts"

  /// The row of the structure record.
  static let structureRow = 10

  /// What FTS5 puts before the terms of a table's main index.
  static let termPrefix = UInt8(ascii: "0")

  /// A segment.
  struct Segment {
    /// Its number.
    var id: Int

    /// Its first leaf and its last.
    var leaves: ClosedRange<Int>
  }

  /// The row of a leaf.
  static func row(ofLeaf leaf: Int, of segment: Int) -> Int { segment << 37 + leaf }

  /// The segments of a structure record, those first whose postings count where several have a row;
  /// nil where the record is not understood.
  static func segments(of record: [UInt8]) -> [Segment]? {
    var reader = FullTextVarintReader(at: 4)
    let bytes = record.span
    let levels = reader.next(bytes)
    let total = reader.next(bytes)
    _ = reader.next(bytes)
    guard levels >= 0, levels <= 64, total >= 0, total <= 2000 else { return nil }
    var segments: [Segment] = []
    for _ in 0..<levels {
      _ = reader.next(bytes)
      let count = reader.next(bytes)
      guard count >= 0, count <= total else { return nil }
      var level: [Segment] = []
      for _ in 0..<count {
        let (id, first, last) = (reader.next(bytes), reader.next(bytes), reader.next(bytes))
        guard id > 0, first > 0 || (first == 0 && last == 0), last >= first else { return nil }
        level.append(Segment(id: id, leaves: first...last))
      }
      // The last of a level is its newest.
      segments += level.reversed()
    }
    guard segments.count == total, reader.offset == record.count else { return nil }
    return segments
  }
}
