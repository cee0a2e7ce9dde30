import FicModel

/// The units of the posting tables and what follows from them alone: read once for each merge, however
/// many chapters change after it.
struct MergedUnits: Sendable {
  /// The units.
  let directory: UnitDirectory

  /// The ids of the works of `directory`.
  let names: [WorkID]

  /// For each work of `directory` its place in the order of the ids.
  let ranks: [Int32]

  /// The length of the longest unit, in words.
  let longest: UInt16

  /// Completes a directory; `names` has the id of each work by its ordinal.
  init(_ directory: UnitDirectory, names: [Int: WorkID]) {
    self.directory = directory
    let names = directory.works.map { names[$0.ordinal] ?? WorkID(rawValue: 0) }
    var ranks = [Int32](repeating: 0, count: names.count)
    for (rank, index) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
      ranks[index] = Int32(truncatingIfNeeded: rank)
    }
    self.names = names
    self.ranks = ranks
    longest = directory.lengths.max() ?? 0
  }

  /// The id of a work; nil where the directory has none of its chapters.
  ///
  /// Complexity: O(log n).
  func name(ofOrdinal ordinal: Int) -> WorkID? {
    let chapter = directory.chapters.firstAscending(
      from: RowKey.chapters(ofOrdinal: ordinal).lowerBound
    )
    guard chapter < directory.chapters.count,
      RowKey.ordinal(ofChapter: directory.chapters[chapter]) == ordinal
    else { return nil }
    return names[directory.work(ofChapterAt: chapter)]
  }
}
