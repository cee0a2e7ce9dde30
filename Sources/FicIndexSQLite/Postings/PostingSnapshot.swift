import FicIndex
import FicModel

/// What a reader keeps in memory of one state of the posting tables: which unit is which, and the
/// chapters that changed since the last merge.
final class PostingSnapshot: Sendable {
  /// What tells one state from another.
  struct Version: Hashable {
    /// Counts merges.
    var build: Int

    /// The last change since.
    var change: Int
  }

  /// Whose state it is.
  let version: Version

  /// The units of the tables.
  let directory: UnitDirectory

  /// The indexes of the chapters of `directory` that were changed or removed since.
  let dead: Set<Int>

  /// The chapters that were changed or added since.
  let changed: ChangedPostings

  /// The changed chapters by id, with the number of the change.
  let changes: [Int: (change: Int, postings: ChapterPostings)]

  /// The ids of the works of `directory`.
  let names: [WorkID]

  /// The ids of the works of `changed`.
  let changedNames: [WorkID]

  /// For each work of `directory` its place in the order of the ids.
  let ranks: [Int32]

  /// The mean length of a unit, in words, as `BM25.meanLength` gives it.
  let meanLength: Double

  /// What `BM25.norm` gives for each length in words that occurs.
  let norms: [Double]

  /// Creates a snapshot.
  ///
  /// - Parameters:
  ///   - version: Whose state it is.
  ///   - directory: The units of the tables.
  ///   - dead: The ids of chapters that were changed or removed since.
  ///   - changes: The chapters that were changed or added, by id.
  ///   - names: The ids of the works by ordinal.
  ///   - meanLength: The mean length of a unit, in words.
  init(
    version: Version,
    directory: UnitDirectory,
    dead: [Int],
    changes: [Int: (change: Int, postings: ChapterPostings)],
    names: [Int: WorkID],
    meanLength: Double
  ) {
    self.version = version
    self.directory = directory
    self.dead = Set(dead.compactMap(directory.index(ofChapter:)))
    self.changes = changes
    changed = ChangedPostings(changes.values.map(\.postings).sorted { $0.id < $1.id })
    self.names = directory.names(names)
    changedNames = changed.directory.names(names)
    ranks = Self.ranks(of: self.names)
    let longest = max(directory.lengths.max() ?? 0, changed.directory.lengths.max() ?? 0)
    norms = BM25.norms(ofLengths: longest, mean: meanLength)
    self.meanLength = meanLength
  }

  /// How many units hold the term of a key now.
  ///
  /// Complexity: O(log n) where no chapter has changed since the merge, else linear in the term's
  /// postings.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func units(holding key: [UInt8], in stored: StoredPostings) throws -> Int {
    let new = changed.list(of: key)?.count ?? 0
    guard let entry = try stored.entry(of: key) else { return new }
    if dead.isEmpty { return entry.units + new }
    let list = try stored.list(entry)
    var count = list.count + new
    for chapter in dead {
      list.forEach(in: directory.units(ofChapterAt: chapter)) { _, _ in count -= 1 }
    }
    return count
  }

  private static func ranks(of names: [WorkID]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: names.count)
    for (rank, index) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
      ranks[index] = Int32(truncatingIfNeeded: rank)
    }
    return ranks
  }
}
