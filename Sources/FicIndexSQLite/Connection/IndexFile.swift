import FicIndex
import FicSchema
import GRDB
import Glibc

/// Opens the index file: settings of its connections, and what must be true of it before it is
/// used.
enum IndexFile {
  /// What tells one file from another that took its place.
  struct Identity: Hashable {
    /// The file system.
    var device: UInt

    /// The inode.
    var inode: UInt
  }

  /// A file's size and when it was last written: what tells whether it changed beneath a reader
  /// that takes it for unchanging.
  struct Stamp: Hashable {
    /// Bytes.
    var size: Int

    /// Seconds since 1970, and nanoseconds of the second.
    var modified: [Int]
  }

  /// How long a connection waits for another's lock: 5 s.
  private static let busySeconds = 5.0

  /// The identity of the file at `path`; nil where there is none, or it is empty.
  static func identity(of path: String) -> Identity? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_size > 0 else { return nil }
    return Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
  }

  /// The stamp of the file at `path`; nil where there is none.
  static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Stamp(
      size: Int(status.st_size),
      modified: [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    )
  }

  /// Whether a file cannot be written: it, its folder, or what they lie on may only be read.
  static func isReadOnly(_ path: String) -> Bool {
    guard identity(of: path) != nil else { return false }
    let end = path.lastIndex(of: "/")
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return unsafe access(path, W_OK) != 0 || access(folder, W_OK) != 0
  }

  /// Whether it cannot be told if there is a file: a folder above it may not be entered.
  static func isOutOfReach(_ path: String) -> Bool {
    unsafe access(path, F_OK) != 0 && errno != ENOENT
  }

  /// The name by which SQLite opens a file that nobody writes, without the files beside it that a
  /// folder without rights to write does not let it make; nil where those hold something.
  static func unchangingName(of path: String) -> String? {
    guard isReadOnly(path), (stamp(of: path + "-wal")?.size ?? 0) == 0 else { return nil }
    // What has a meaning of its own in such a name; see sqlite.org/uri.html.
    let plain = Set("/-_.~".utf8)
    let name = path.utf8.map { byte in
      let isPlain =
        plain.contains(byte) || (0x30...0x39).contains(byte)
        || (0x61...0x7A).contains(byte | 0x20)
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
    }
    return "file:" + name.joined() + "?immutable=1"
  }

  /// The settings of a connection that only reads.
  ///
  /// - Parameter readers: How many reads may run at once.
  /// - Returns: The settings.
  static func readerConfiguration(readers: Int) -> Configuration {
    // 16 MiB a reader; the operating system caches the rest.
    let pragmas = "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY"
    var configuration = configuration("ficsearch.reader", pragmas)
    configuration.readonly = true
    configuration.maximumReaderCount = max(1, readers)
    return configuration
  }

  /// The settings of the connection that writes.
  static var writerConfiguration: Configuration {
    // 24 MiB: the inner pages of an index of a gigabyte; 64 made nothing faster. A merge of posting
    // lists has temporary tables that grow with the archive, so those lie in files.
    let pragmas = "PRAGMA cache_size = -24576; PRAGMA temp_store = FILE"
    var configuration = configuration("ficsearch.writer", pragmas)
    // A transaction stays open from one call of the writer to the next, until it commits.
    configuration.allowsUnsafeTransactions = true
    return configuration
  }

  private static func configuration(_ label: String, _ pragmas: String) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.label = label
    configuration.prepareDatabase { database in
      try database.execute(sql: pragmas)
      try database.registerFullText()
    }
    return configuration
  }

  /// Judges the file that a connection has opened.
  ///
  /// - Throws: `DatabaseError`.
  static func standing(of database: Database) throws -> Schema.Standing {
    Schema.standing(
      applicationID: try database.integer("PRAGMA application_id") ?? 0,
      version: try database.integer("PRAGMA user_version") ?? 0,
      isEmpty: try database.integer("SELECT count(*) FROM sqlite_schema") == 0
    )
  }

  /// Throws what stands in the way of using a file; nothing for a current, an older and an empty
  /// one.
  ///
  /// - Throws: `IndexError` with the code `newerSchema` or `notAnIndex`.
  static func refuse(_ standing: Schema.Standing, operation: String, path: String) throws {
    let (code, cause): (IndexError.Code, String)
    switch standing {
    case .empty, .current, .older: return
    case .newer(let version):
      (code, cause) = (
        .newerSchema, "schema version \(version), this program knows \(Schema.version)"
      )
    case .foreign: (code, cause) = (.notAnIndex, "the file is another program's database")
    }
    throw IndexError(code: code, operation: operation, path: path, cause: cause)
  }

  /// Prepares a new file for its first table.
  ///
  /// - Throws: `DatabaseError`.
  static func prepareEmpty(_ database: Database) throws {
    // Pages of 16 KiB suit full-text rows and pieces of chapters.
    try database.execute(sql: "PRAGMA page_size = 16384")
  }

  /// Makes a file one that is read while it is written.
  ///
  /// - Throws: `DatabaseError`.
  static func useLog(_ database: Database) throws {
    try database.execute(
      sql: """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA journal_size_limit = 67108864;
        """
    )
  }

  /// Brings a file to the current version, in one transaction.
  ///
  /// - Throws: `DatabaseError`; the file is then as it was.
  static func migrate(_ database: Database, from version: Int) throws {
    let steps = Schema.migrations.filter { $0.version > version }
    guard !steps.isEmpty else { return }
    try database.inTransaction(.immediate) {
      for step in steps {
        try database.execute(sql: String(decoding: step.sql, as: UTF8.self))
      }
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
      return .commit
    }
  }
}
