import FicIndex
import FicModel
import GRDB

/// Reads whole chapters from their tables.
struct ChapterStore {
  /// The bytes of a piece of text: seventeen such rows fill a page of 16 KiB.
  private static let pieceBytes = 944

  private let database: Database
  private let compression = TextCompression()

  /// Creates a store on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// The records of a chapter; nil where there is none.
  ///
  /// They have nobody of the cast.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func records(id: Int, key: ChapterKey) throws -> ChapterRecords? {
    let found = try database.first(
      """
      SELECT path, fingerprint, record, address, removed_chapter.number, removed, reason, printed
      FROM chapter
      JOIN chapter_record USING (id) LEFT JOIN removed_chapter USING (id) WHERE chapter.id = ?
      """,
      [.integer(id)]
    ) { row in
      let head = ChapterRecords(
        key: key,
        chapter: Chapter(
          text: [],
          title: ChapterTitle(number: row.isNull(7) ? nil : row.integer(7)),
          address: row.optionalText(3)
        ),
        path: row.text(0),
        fingerprint: try Fingerprint(stored: row.bytes(1)),
        removal: ChapterRemoval(row, at: 4)
      )
      return (head: head, record: row.bytes(2))
    }
    guard let found, let text = try text(id: id) else { return nil }
    var head = found.head
    head.chapter.text = text
    return try RecordReader.records(try restored(found.record), completing: head)
  }

  /// The text of a chapter; nil where there is none.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func text(id: Int) throws -> [UInt8]? {
    var frame: [UInt8] = []
    try database.query(
      "SELECT piece FROM chapter_text WHERE id BETWEEN ? AND ? ORDER BY id",
      .bounds(RowKey.textPieces(ofChapter: id))
    ) { row in
      row.append(0, to: &frame)
    }
    return frame.isEmpty ? nil : try restored(frame)
  }

  private func restored(_ frame: [UInt8]) throws -> [UInt8] {
    try compression.decompress(frame, with: try DictionaryStore(database).dictionary(of: frame))
  }

  private func write(text frame: [UInt8], id: Int) throws {
    try deleteText(id: id)
    let rows = RowKey.textPieces(ofChapter: id)
    guard frame.count <= rows.count * Self.pieceBytes else {
      throw DamagedRecord(cause: "a text of \(frame.count) compressed bytes is too long")
    }
    for (place, start) in stride(from: 0, to: frame.count, by: Self.pieceBytes).enumerated() {
      let piece = frame[start..<min(start + Self.pieceBytes, frame.count)]
      try database.change(
        "INSERT INTO chapter_text VALUES (?, ?)",
        [.integer(rows.lowerBound + place), .blob(Array(piece))]
      )
    }
  }

  private func deleteText(id: Int) throws {
    try database.change(
      "DELETE FROM chapter_text WHERE id BETWEEN ? AND ?",
      .bounds(RowKey.textPieces(ofChapter: id))
    )
  }

  /// Writes the rows of a chapter's text and records, in place of those with its id; it is one of
  /// the archive then.
  ///
  /// - Parameters:
  ///   - records: The chapter.
  ///   - number: Its id.
  ///   - prepared: Its columns, if they have been made.
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func write(_ records: ChapterRecords, id number: Int, _ prepared: ChapterColumns?) throws {
    let columns =
      try prepared ?? ChapterColumns(of: records, DictionaryStore(database).dictionaries())
    let id = SQLValue.integer(number)
    try database.change(
      "INSERT OR REPLACE INTO chapter VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        id, .text(records.path), .blob(records.fingerprint.storedBytes),
        .integer(records.chapter.text.count), .integer(records.chapter.scenes.count),
        .optional(records.chapter.address), .optional(records.chapter.title.number),
      ]
    )
    try write(text: columns.text, id: number)
    try database.change(
      "INSERT OR REPLACE INTO chapter_record VALUES (?, ?)",
      [id, .blob(columns.record)]
    )
    try write(sketch: columns.sketch, id: number)
    try database.change("DELETE FROM removed_chapter WHERE id = ?", [id])
  }

  /// The records of a chapter whose work's id does not matter; nil where there is none.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func records(id: Int) throws -> ChapterRecords? {
    let number = RowKey.number(ofChapter: id)
    return try records(id: id, key: ChapterKey(work: WorkID(rawValue: 0), chapter: number))
  }

  /// Writes what a stored chapter says.
  ///
  /// - Throws: `DatabaseError`.
  func write(_ sketch: TextSketch, id: Int) throws {
    try write(sketch: SketchColumn.bytes(of: sketch), id: id)
  }

  private func write(sketch: [UInt8], id: Int) throws {
    try database.change(
      "INSERT OR REPLACE INTO chapter_sketch VALUES (?, ?)",
      [.integer(id), .blob(sketch)]
    )
  }

  /// Deletes the rows of a chapter's text and records.
  ///
  /// - Throws: `DatabaseError`.
  func delete(id: Int) throws {
    try deleteText(id: id)
    let tables = ["chapter", "chapter_record", "chapter_sketch", "removed_chapter"]
    for table in tables {
      try database.change("DELETE FROM \(table) WHERE id = ?", [.integer(id)])
    }
  }
}

extension ChapterRemoval {
  /// Reads the columns `number`, `removed` and `reason` of `removed_chapter`; nil where they are
  /// NULL.
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
    self.init(low: bytes.littleEndian(at: 0), high: bytes.littleEndian(at: 8))
  }

  /// The two words, low first, little-endian.
  var storedBytes: [UInt8] {
    [low, high].reduce(into: []) { $0.append(littleEndian: $1) }
  }
}
