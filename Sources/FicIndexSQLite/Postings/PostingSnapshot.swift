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

  /// The works of `directory`, with nothing added up.
  let works: [WorkTally]

  /// The works of `changed`, with nothing added up.
  let changedWorks: [WorkTally]

  /// The indexes of the works of `directory`, ascending by the works' ids.
  let worksByID: [Int]

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
    works = Self.works(of: directory, names)
    changedWorks = Self.works(of: changed.directory, names)
    let works = works
    worksByID = works.indices.sorted { works[$0].work < works[$1].work }
    let longest = max(directory.lengths.max() ?? 0, changed.directory.lengths.max() ?? 0)
    norms = (0...Int(longest)).map { BM25.norm(ofLength: $0, mean: meanLength) }
  }

  private static func works(of directory: UnitDirectory, _ names: [Int: WorkID]) -> [WorkTally] {
    directory.works.map { WorkTally(work: names[$0.ordinal] ?? WorkID(rawValue: 0)) }
  }
}
