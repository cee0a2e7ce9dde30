import FicIndex
import GRDB

/// Inverts chapters as they are written to a new index, so that none has to be read again for its
/// posting lists; as long as they come in the order of their ids, each once.
struct BulkPostings {
  private var runs: PostingRunWriter?
  private var lastChapter = 0
  private var units = 0
  private var isInOrder = true

  /// Takes a chapter that was written.
  ///
  /// - Throws: `DatabaseError`.
  mutating func add(_ records: ChapterRecords, id: Int, _ database: Database) throws {
    guard isInOrder else { return }
    guard id > lastChapter else { return giveUp() }
    lastChapter = id
    var writer = try runs ?? PostingRunWriter(database)
    runs = nil
    try writer.add(records, from: units)
    units += records.storedUnits(.scene).count
    runs = writer
  }

  /// Leaves the posting lists to the merge: a chapter was changed or removed.
  mutating func giveUp() {
    isInOrder = false
    runs = nil
  }

  /// Ends the last run.
  ///
  /// - Returns: The runs of all chapters; nil where they must be read again.
  /// - Throws: `DatabaseError`.
  mutating func finish() throws -> PostingRunWriter? {
    defer { giveUp() }
    try runs?.endRun()
    return runs
  }
}
