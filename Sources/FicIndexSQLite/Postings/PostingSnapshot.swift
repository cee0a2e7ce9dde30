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
  let merged: MergedUnits

  /// The indexes of the chapters of `directory` that were changed or removed since.
  let dead: Set<Int>

  /// The chapters that were changed or added since.
  let changed: ChangedPostings

  /// The changed chapters by id, with the number of the change.
  let changes: [Int: (change: Int, postings: ChapterPostings)]

  /// The ids of the works of `changed`.
  let changedNames: [WorkID]

  /// The units of `merged`.
  var directory: UnitDirectory { merged.directory }

  /// The ids of the works of `directory`.
  var names: [WorkID] { merged.names }

  /// The mean length of a unit, in words, as `BM25.meanLength` gives it.
  let meanLength: Double

  /// What `BM25.norm` gives for each length in words that occurs.
  let norms: [Double]

  /// Creates a snapshot.
  ///
  /// - Parameters:
  ///   - version: Whose state it is.
  ///   - merged: The units of the tables.
  ///   - dead: The ids of chapters that were changed or removed since.
  ///   - changes: The chapters that were changed or added, by id.
  ///   - name: Gives the id of the work with an ordinal.
  ///   - meanLength: The mean length of a unit, in words.
  /// - Throws: What `name` throws.
  init(
    version: Version,
    merged: MergedUnits,
    dead: [Int],
    changes: [Int: (change: Int, postings: ChapterPostings)],
    name: (_ ordinal: Int) throws -> WorkID,
    meanLength: Double
  ) rethrows {
    self.version = version
    self.merged = merged
    self.dead = Set(dead.compactMap(merged.directory.index(ofChapter:)))
    self.changes = changes
    changed = ChangedPostings(changes.values.map(\.postings).sorted { $0.id < $1.id })
    changedNames = try changed.directory.works.map { work in
      try merged.name(ofOrdinal: work.ordinal) ?? name(work.ordinal)
    }
    let longest = max(merged.longest, changed.directory.lengths.max() ?? 0)
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
      count -= list.count(in: directory.units(ofChapterAt: chapter))
    }
    return count
  }
}
