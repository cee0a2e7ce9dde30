import FicIndex

/// Finds the scene units that hold a word with a given start, by the posting lists of all such words.
///
/// FTS5 puts the places of all words of the archive together before it gives the first row, which took
/// 2.8 s for `th*` in a gigabyte, however few chapters were asked for; lists are read where they are
/// wanted.
struct PrefixSearch {
  /// So many ranges are looked up in each list one by one; more are read through at once.
  private static let mostRanges = 16

  /// The lists of the last merge.
  let stored: StoredPostings

  /// What has changed since.
  let snapshot: PostingSnapshot

  /// The units of some works with a word of a leaf, ascending; nil for another leaf than the start of
  /// one word.
  ///
  /// Complexity: linear in the postings of all such words where much is asked for, else in the number
  /// of words and what they have there.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func rows(_ leaf: TermClause, in works: WorkSelection) throws -> CandidateRows? {
    guard case .prefix(let terms, let column) = leaf, terms.count == 1,
      let key = PostingLists.key(terms[0], column)
    else { return nil }
    let old = try Self.rows(
      of: key,
      from: stored,
      in: snapshot.directory.ranges(of: works, without: snapshot.dead)
    )
    let changed = snapshot.changed.directory
    if changed.units == 0 { return old }
    let new = try Self.rows(
      of: key,
      from: snapshot.changed,
      in: changed.ranges(of: works, without: [])
    )
    return old.joined(with: new)
  }

  private static func rows(
    of key: [UInt8],
    from source: some PostingSource,
    in ranges: [Range<Int>]
  ) throws -> CandidateRows {
    var result = CandidateRows(leaves: 1)
    guard let first = ranges.first, let last = ranges.last else { return result }
    let read = ranges.count > mostRanges ? [first.lowerBound..<last.upperBound] : ranges
    let starts = read.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    var sums = [UInt16](repeating: 0, count: starts[read.count])
    try source.readLists(startingWith: key) { list in
      for (range, start) in zip(read, starts) {
        list.forEach(in: range) { unit, frequency in
          let place = start + unit - range.lowerBound
          sums[place] = UInt16(clamping: Int(sums[place]) + frequency)
        }
      }
    }
    for range in ranges {
      let place = read.firstIndex { $0.contains(range.lowerBound) } ?? 0
      for unit in range {
        let frequency = sums[starts[place] + unit - read[place].lowerBound]
        guard frequency > 0 else { continue }
        result.rowids.append(source.directory.rowid(ofUnit: unit))
        result.frequencies.append(frequency)
      }
    }
    return result
  }
}

extension UnitDirectory {
  /// The rowid of a unit.
  fileprivate func rowid(ofUnit unit: Int) -> Int {
    let chapter = chapter(ofUnit: unit)
    return RowKey.unit(.scene, chapter: chapters[chapter], index: unit - Int(starts[chapter]))
  }
}

extension CandidateRows {
  /// Both together, as rows of the same leaf; no row is in both.
  fileprivate func joined(with other: CandidateRows) -> CandidateRows {
    if other.rowids.isEmpty { return self }
    let all = zip(rowids + other.rowids, frequencies + other.frequencies).sorted { $0.0 < $1.0 }
    return CandidateRows(rowids: all.map(\.0), frequencies: all.map(\.1), leaves: 1)
  }
}
