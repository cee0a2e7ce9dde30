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
    let parts = try database.rows(
      "SELECT sketch FROM chapter_sketch WHERE id BETWEEN ? AND ? ORDER BY id",
      .bounds(RowKey.chapters(ofOrdinal: ordinal))
    ) { try SketchColumn.sketch($0.bytes(0)) }
    return TextSketch(of: parts)
  }

  /// The keys that are noted of a work, ascending.
  ///
  /// - Throws: `DatabaseError`.
  func keys(ofOrdinal ordinal: Int) throws -> [UInt32] {
    try database.rows(
      "SELECT hash FROM sketch_key WHERE work = ? ORDER BY hash",
      [.integer(ordinal)]
    ) { UInt32(truncatingIfNeeded: $0.integer(0)) }
  }

  /// The number of keys of each work, by its ordinal; 0 where there is none.
  ///
  /// Complexity: linear in the keys of all works; four bytes a work.
  ///
  /// - Throws: `DatabaseError`.
  func keyCounts() throws -> [UInt32] {
    var counts: [UInt32] = []
    try database.query("SELECT work, count(*) FROM sketch_key GROUP BY work ORDER BY work") { row in
      guard (counts.count...RowKey.maximumOrdinal).contains(row.integer(0)) else { return }
      let gap = row.integer(0) - counts.count
      counts.append(contentsOf: repeatElement(0, count: gap))
      counts.append(UInt32(truncatingIfNeeded: row.integer(1)))
    }
    return counts
  }

  /// Works that share enough keys with a text to be compared, those that share most first.
  ///
  /// - Parameters:
  ///   - sketch: What the text says.
  ///   - limit: The most works.
  ///   - counts: What `keyCounts` gives; nil to look up the works that share some.
  /// - Returns: The works.
  /// - Throws: `DatabaseError`.
  func works(
    sharing sketch: TextSketch,
    limit: Int,
    counts: [UInt32]?
  ) throws -> [(id: WorkID, ordinal: Int)] {
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
      let others =
        try counts.map { $0.indices.contains(ordinal) ? Int($0[ordinal]) : 0 }
        ?? keyCount(ofOrdinal: ordinal, shared: count)
      guard TextSketch.isWorthComparing(shared: count, keys: keys.count, others: others) else {
        continue
      }
      let sql = "SELECT id FROM work WHERE ordinal = ?"
      guard let id = try database.first(sql, [.integer(ordinal)], { $0.work(0) }) else { continue }
      works.append((id, ordinal, count))
    }
    works.sort { ($1.shared, $0.id) < ($0.shared, $1.id) }
    return works.prefix(max(0, limit)).map { ($0.id, $0.ordinal) }
  }

  /// The number of keys of a work that shares some, no more than tell that these are few: most
  /// works share a few by chance.
  private func keyCount(ofOrdinal ordinal: Int, shared: Int) throws -> Int {
    try database.integer(
      "SELECT count(*) FROM (SELECT 1 FROM sketch_key WHERE work = ? LIMIT ?)",
      [.integer(ordinal), .integer(TextSketch.keysThatTell(shared: shared))]
    ) ?? 0
  }
}
