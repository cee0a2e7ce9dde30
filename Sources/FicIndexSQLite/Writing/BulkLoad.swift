import FicIndex
import GRDB
import Glibc

/// A new index on its way: a file beside the index's place, written without a journal, which takes
/// the place when it is whole.
///
/// Nobody reads it before, so nothing in it need be consistent before: one transaction, no merges
/// of full-text segments on the way. What ends the writer before `publish` leaves the place as it
/// was; the next writer removes the rest.
struct BulkLoad {
  /// What the name of the new file ends with, and that of a copy which is searched until then.
  static let suffix = ".new"
  static let previewSuffix = ".preview"

  /// How many segments of a table may lie side by side until the end, where they are merged once:
  /// half of what FTS5 can number.
  private static let loadedSegments = 1000

  /// What FTS5 keeps back of a table before it writes a segment: a processor's cache holds more of
  /// 4 MiB than of the 16 with which a table begins, and it takes no more time
  /// (`Documentation/Performance.md`).
  private static let loadedHashBytes = 4 << 20

  /// The new file.
  let path: String

  /// Where it goes.
  private let place: String

  /// Whether something failed; the file is not to be used then, for what failed was not undone.
  var isBroken = false

  /// Prepares a load for an index at `place`, and removes what another one left.
  init(for place: String, suffix: String = Self.suffix) {
    self.place = place
    path = place + suffix
    discard()
  }

  /// Removes the new file.
  func discard() { Self.remove(path) }

  /// Settings that make loading fast, to be undone by `settle`.
  ///
  /// - Throws: `DatabaseError`.
  func prepare(_ database: Database) throws {
    try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    try Self.set("automerge", 0, database)
    try Self.set("crisismerge", Self.loadedSegments, database)
    try Self.set("hashsize", Self.loadedHashBytes, database)
  }

  /// Settings of an index that is read while it is written.
  ///
  /// - Throws: `DatabaseError`.
  func settle(_ database: Database) throws {
    try Self.set("automerge", 8, database)
    try Self.set("crisismerge", 64, database)
    try database.execute(sql: "PRAGMA journal_mode = WAL")
  }

  private static func set(_ option: String, _ value: Int, _ database: Database) throws {
    try database.change(
      "INSERT INTO line_fts (line_fts, rank) VALUES (?, ?)",
      [.text(option), .integer(value)]
    )
  }

  /// Puts the new file, which nobody has open any more, into its place, so that it survives a loss
  /// of power.
  ///
  /// - Throws: `IndexError`.
  func publish() throws(IndexError) {
    try synchronize(path)
    // A log of an index that was here before is none of this one's.
    Self.removeLog(place)
    guard unsafe rename(path, place) == 0 else { throw failure("rename", path) }
    try synchronize(folder)
  }

  private var folder: String {
    guard let slash = place.lastIndex(of: "/") else { return "." }
    return slash == place.startIndex ? "/" : String(place[..<slash])
  }

  private func synchronize(_ path: String) throws(IndexError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("write", path) }
  }

  private func failure(_ verb: String, _ path: String) -> IndexError {
    IndexError(
      system: errno,
      operation: "put the new index into its place",
      path: place,
      "cannot \(verb) \(path)"
    )
  }

  private static func remove(_ path: String) {
    unsafe unlink(path)
    unsafe unlink(path + "-journal")
    removeLog(path)
  }

  private static func removeLog(_ path: String) {
    for ending in ["-wal", "-shm"] { unsafe unlink(path + ending) }
  }
}
