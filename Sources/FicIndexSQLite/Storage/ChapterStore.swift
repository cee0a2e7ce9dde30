import FicIndex
import FicModel
import GRDB

/// Reads whole chapters from their tables.
struct ChapterStore {
  private let database: Database
  private let compression = TextCompression()

  /// Creates a store on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// The records of a chapter; nil where there is none.
  ///
  /// Of the cast, they have what `RecordReader.records` says.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func records(id: Int, key: ChapterKey) throws -> ChapterRecords? {
    var found: (path: String, fingerprint: [UInt8], text: [UInt8], record: [UInt8])?
    var removal: ChapterRemoval?
    try database.query(
      """
      SELECT path, fingerprint, text, record, removed_chapter.number, removed, reason FROM chapter
      JOIN chapter_text USING (id) JOIN chapter_record USING (id)
      LEFT JOIN removed_chapter USING (id) WHERE chapter.id = ?
      """,
      [.integer(id)]
    ) { row in
      found = (row.text(0), row.bytes(1), row.bytes(2), row.bytes(3))
      removal = ChapterRemoval(row, at: 4)
    }
    guard let found else { return nil }
    let head = ChapterRecords(
      key: key,
      chapter: Chapter(text: try compression.decompress(found.text)),
      path: found.path,
      fingerprint: try Fingerprint(stored: found.fingerprint),
      scenes: [],
      utterances: [],
      utteranceIndexes: [],
      matter: [],
      cast: [],
      removal: removal
    )
    return try RecordReader.records(
      try compression.decompress(found.record),
      completing: head
    )
  }

  /// Writes the rows of a chapter's text and records, in place of those with its id; it is one of the
  /// archive then.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func write(_ records: ChapterRecords, id: Int) throws {
    let id = SQLValue.integer(id)
    try database.change(
      "INSERT OR REPLACE INTO chapter VALUES (?, ?, ?, ?, ?)",
      [
        id, .text(records.path), .blob(records.fingerprint.storedBytes),
        .integer(records.chapter.text.count), .integer(records.chapter.scenes.count),
      ]
    )
    try database.change(
      "INSERT OR REPLACE INTO chapter_text VALUES (?, ?)",
      [id, .blob(try compression.compress(records.chapter.text))]
    )
    try database.change(
      "INSERT OR REPLACE INTO chapter_record VALUES (?, ?)",
      [id, .blob(try compression.compress(RecordWriter.bytes(of: records)))]
    )
    try database.change(
      "INSERT OR REPLACE INTO chapter_unit VALUES (?, ?, ?, ?)",
      [id]
        + [IndexUnit.Kind.scene, .utterance, .matter].map { kind in
          .blob(UnitTable.bytes(of: records, kind))
        }
    )
    let sketch = SketchColumn.bytes(of: records.knownSketch)
    try database.change("INSERT OR REPLACE INTO chapter_sketch VALUES (?, ?)", [id, .blob(sketch)])
    try database.change("DELETE FROM removed_chapter WHERE id = ?", [id])
  }

  /// Deletes the rows of a chapter's text and records.
  ///
  /// - Throws: `DatabaseError`.
  func delete(id: Int) throws {
    let tables = [
      "chapter", "chapter_text", "chapter_record", "chapter_unit", "chapter_sketch",
      "removed_chapter",
    ]
    for table in tables {
      try database.change("DELETE FROM \(table) WHERE id = ?", [.integer(id)])
    }
  }
}

extension ChapterRemoval {
  /// Reads the columns `number`, `removed` and `reason` of `removed_chapter`; nil where they are NULL.
  init?(_ row: SQLRow, at column: Int) {
    guard !row.isNull(column) else { return nil }
    self.init(
      number: row.integer(column),
      time: row.integer(column + 1),
      reason: ChapterLabel.Removal(rawValue: row.text(column + 2)) ?? .chapter
    )
  }
}

extension Fingerprint {
  /// Restores a fingerprint from its column.
  ///
  /// - Throws: `DamagedRecord` where the column has not 16 bytes.
  init(stored bytes: [UInt8]) throws(DamagedRecord) {
    guard bytes.count == 16 else { throw DamagedRecord(cause: "a fingerprint has not 16 bytes") }
    let words = [0, 8].map { start in
      (0..<8).reduce(into: 0 as UInt64) { $0 |= UInt64(bytes[start + $1]) << UInt64($1 * 8) }
    }
    self.init(low: words[0], high: words[1])
  }

  /// The two words, low first, little-endian.
  var storedBytes: [UInt8] {
    [low, high].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    }
  }
}
