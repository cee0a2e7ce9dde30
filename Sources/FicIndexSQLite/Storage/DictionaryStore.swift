import FicIndex
import GRDB

/// Reads and makes the dictionaries of an index.
struct DictionaryStore {
  /// What is compressed with a dictionary of its own.
  enum Purpose: String, CaseIterable {
    /// Texts of chapters.
    case text
    /// What the parser read in them.
    case record
  }

  private let database: Database

  /// Creates a store on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// The dictionary that columns are compressed with; nil before one is made.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func dictionary(for purpose: Purpose) throws -> CompressionDictionary? {
    let id = try database.integer(
      "SELECT id FROM dictionary WHERE purpose = ? LIMIT 1",
      [.text(purpose.rawValue)]
    )
    return try id.map { try dictionary($0, for: .compressing) }
  }

  /// The dictionaries that columns are compressed with.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func dictionaries() throws -> ChapterColumns.Dictionaries {
    ChapterColumns.Dictionaries(
      text: try dictionary(for: .text),
      record: try dictionary(for: .record)
    )
  }

  /// The dictionary that a frame names; nil for a frame that was made without.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func dictionary(of frame: [UInt8]) throws -> CompressionDictionary? {
    let id = TextCompression.dictionaryID(of: frame)
    return id == 0 ? nil : try dictionary(id, for: .decompressing)
  }

  private func dictionary(
    _ id: Int,
    for use: CompressionDictionary.Use
  ) throws -> CompressionDictionary {
    try CompressionDictionary.dictionary(id, for: use) {
      try database.first("SELECT bytes FROM dictionary WHERE id = ?", [.integer(id)]) {
        $0.bytes(0)
      }
    }
  }

  /// Keeps a dictionary, with which columns are compressed from now on.
  ///
  /// - Throws: `DatabaseError`.
  func add(_ bytes: [UInt8], for purpose: Purpose) throws {
    try database.change(
      "INSERT OR IGNORE INTO dictionary VALUES (?, ?, ?)",
      [.integer(CompressionDictionary.id(of: bytes)), .text(purpose.rawValue), .blob(bytes)]
    )
  }
}
