import FicIndex
import FicModel
import GRDB

/// Reads what chapters and works say, from their tables.
struct SketchStore {
  private let database: Database

  /// Creates a store on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// What the chapters of a work say together.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func sketch(ofOrdinal ordinal: Int) throws -> TextSketch {
    let range = RowKey.chapters(ofOrdinal: ordinal)
    var parts: [TextSketch] = []
    try database.query(
      "SELECT sketch FROM chapter_sketch WHERE id BETWEEN ? AND ? ORDER BY id",
      [.integer(range.lowerBound), .integer(range.upperBound)]
    ) { row in
      parts.append(try SketchColumn.sketch(row.bytes(0)))
    }
    return TextSketch(of: parts)
  }

  /// The keys that are noted of a work, ascending.
  ///
  /// - Throws: `DatabaseError`.
  func keys(ofOrdinal ordinal: Int) throws -> [UInt32] {
    var keys: [UInt32] = []
    try database.query(
      "SELECT hash FROM sketch_key WHERE work = ? ORDER BY hash",
      [.integer(ordinal)]
    ) { row in
      keys.append(UInt32(truncatingIfNeeded: row.integer(0)))
    }
    return keys
  }

  /// Works that share enough keys with a text to be compared, those that share most first.
  ///
  /// - Throws: `DatabaseError`.
  func works(sharing sketch: TextSketch, limit: Int) throws -> [(id: WorkID, ordinal: Int)] {
    var shared: [Int: Int] = [:]
    let keys = sketch.keys
    for key in keys {
      try database.query("SELECT work FROM sketch_key WHERE hash = ?", [.integer(Int(key))]) {
        row in
        shared[row.integer(0), default: 0] += 1
      }
    }
    var works: [(id: WorkID, ordinal: Int, shared: Int)] = []
    for (ordinal, count) in shared {
      // Most share a few keys by chance: no more of a work's are counted than tell that it is so.
      let others = try database.integer(
        "SELECT count(*) FROM (SELECT 1 FROM sketch_key WHERE work = ? LIMIT ?)",
        [.integer(ordinal), .integer(TextSketch.keysThatTell(shared: count))]
      )
      guard
        TextSketch.isWorthComparing(shared: count, keys: keys.count, others: others ?? 0)
      else { continue }
      let id = try database.integer("SELECT id FROM work WHERE ordinal = ?", [.integer(ordinal)])
      guard let id else { continue }
      works.append((WorkID(rawValue: UInt64(max(0, id))), ordinal, count))
    }
    works.sort { ($1.shared, $0.id) < ($0.shared, $1.id) }
    return works.prefix(max(0, limit)).map { ($0.id, $0.ordinal) }
  }
}
