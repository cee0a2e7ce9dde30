package import FicIndex
package import FicModel
import GRDB

extension SQLiteIndexWriter {
  /// Stores or updates a work's own row and its cast, and returns the id under which it is stored.
  package func putWork(_ work: WorkRecord) throws -> WorkID {
    try perform("store a work") { database in
      let (ordinal, id) = try row(for: work, database)
      try exchangeFields(work.metadata.fields, ofOrdinal: ordinal, database)
      try FactStore(database).exchange(work, ordinal: ordinal)
      try exchangeCast(work.cast, ofOrdinal: ordinal, database)
      return id
    }
  }

  /// How many works are stored.
  package func workCount() throws -> Int {
    try perform("count the works", opensTransaction: false) {
      try $0.integer("SELECT works FROM state") ?? 0
    }
  }

  /// What identifies a stored work; nil for a work that is not stored.
  package func identity(of work: WorkID) throws -> String? {
    try perform("read what identifies a work", opensTransaction: false) { database in
      try database.first("SELECT identity FROM work WHERE id = ?", [.work(work)]) { $0.text(0) }
    }
  }

  /// The stored work that has an identity; nil where none has.
  package func work(identifiedBy identity: String) throws -> WorkID? {
    try perform("look a work up", opensTransaction: false) { database in
      try database.first("SELECT id FROM work WHERE identity = ?", [.text(identity)]) { $0.work(0) }
    }
  }

  /// The cast of a stored work, by id; empty for a work that is not stored.
  package func storedCast(of work: WorkID) throws -> [CastMember] {
    try perform("read the cast of a work", opensTransaction: false) { database in
      guard let ordinal = try database.ordinal(of: work) else { return [] }
      return try WorkStore(database).cast(ofOrdinal: ordinal)
    }
  }

  /// Removes a work with all its chapters and its cast.
  package func removeWork(_ work: WorkID) throws {
    let numbers = try chapterFingerprints(of: work).keys.sorted()
    try removeChapters(of: work, numbers: numbers)
    try perform("remove a work") { database in
      guard let ordinal = try database.ordinal(of: work) else { return }
      try exchangeFields([], ofOrdinal: ordinal, database)
      try FactStore(database).remove(ordinal: ordinal)
      try exchangeCast([], ofOrdinal: ordinal, database)
      try CopyUpdate(database).forget(ordinal: ordinal)
      try database.change("DELETE FROM source WHERE work = ?", [.work(work)])
      try database.change("DELETE FROM work WHERE ordinal = ?", [.integer(ordinal)])
      try database.change("UPDATE state SET works = works - 1 WHERE id = 1")
    }
  }

  /// Finds or makes the row of a work.
  private func row(
    for work: WorkRecord,
    _ database: Database
  ) throws -> (ordinal: Int, id: WorkID) {
    let found = try database.first(
      "SELECT ordinal, id FROM work WHERE identity = ?",
      [.text(work.identity)]
    ) { (ordinal: $0.integer(0), id: $0.work(1)) }
    if let found {
      try database.change(
        "UPDATE work SET path = ? WHERE ordinal = ? AND path <> ?",
        [.text(work.path), .integer(found.ordinal), .text(work.path)]
      )
      return found
    }
    var id = work.id
    while try database.ordinal(of: id) != nil { id = id.next }
    let ordinal = try nextOrdinal(database)
    try database.change(
      "INSERT INTO work (ordinal, id, identity, path, added) VALUES (?, ?, ?, ?, ?)",
      [
        .integer(ordinal), .work(id), .text(work.identity), .text(work.path),
        .optional(work.added),
      ]
    )
    try database.change(
      "UPDATE state SET works = works + 1, last_ordinal = ? WHERE id = 1",
      [.integer(ordinal)]
    )
    return (ordinal, id)
  }

  /// An ordinal that was never used, so that no rowid ever means another work.
  private func nextOrdinal(_ database: Database) throws -> Int {
    let ordinal = (try database.integer("SELECT last_ordinal FROM state") ?? 0) + 1
    guard ordinal <= RowKey.maximumOrdinal else {
      let cause = "the index has had \(RowKey.maximumOrdinal) works; rebuild it"
      throw failure("store a work", cause)
    }
    return ordinal
  }

  private func exchangeFields(
    _ fields: [MetadataField],
    ofOrdinal ordinal: Int,
    _ database: Database
  ) throws {
    let stored = try WorkStore(database).fields(ofOrdinal: ordinal)
    guard stored.map(\.field) != fields else { return }
    for (id, field) in stored {
      try exchange(field.value, nil, in: "field_fts", "value", row: id, database)
      try database.change("DELETE FROM work_field WHERE id = ?", [.integer(id)])
    }
    for field in fields {
      try database.change(
        "INSERT INTO work_field (work, key, value, origin) VALUES (?, ?, ?, ?)",
        [
          .integer(ordinal), .text(field.key), .text(field.value), .text(field.origin.rawValue),
        ]
      )
      let id = Int(database.lastInsertedRowID)
      try exchange(nil, field.value, in: "field_fts", "value", row: id, database)
    }
  }

  private func exchangeCast(
    _ cast: [CastMember],
    ofOrdinal ordinal: Int,
    _ database: Database
  ) throws {
    let stored = try WorkStore(database).cast(ofOrdinal: ordinal)
    for index in 0..<max(stored.count, min(cast.count, RowKey.maximumMembers)) {
      let old = stored.indices.contains(index) ? stored[index] : nil
      let new = cast.indices.contains(index) ? cast[index] : nil
      guard old != new else { continue }
      let id = RowKey.member(ordinal: ordinal, CastID(rawValue: index))
      let (oldNames, newNames) = (old?.joinedNames, new?.joinedNames)
      try exchange(oldNames, newNames, in: "name_fts", "names", row: id, database)
      if let new {
        try write(new, id: id, database)
      } else {
        try database.change("DELETE FROM cast_member WHERE id = ?", [.integer(id)])
      }
    }
  }

  /// Puts a text in place of another in a table of full text with one column.
  private func exchange(
    _ old: String?,
    _ new: String?,
    in table: String,
    _ column: String,
    row: Int,
    _ database: Database
  ) throws {
    guard old != new else { return }
    if let old {
      try database.change(
        "INSERT INTO \(table) (\(table), rowid, \(column)) VALUES ('delete', ?, ?)",
        [.integer(row), .text(old)]
      )
    }
    if let new {
      try database.change(
        "INSERT INTO \(table) (rowid, \(column)) VALUES (?, ?)",
        [.integer(row), .text(new)]
      )
    }
  }

  /// Writes a member's row; its sums come from the chapters that are stored already.
  private func write(_ member: CastMember, id: Int, _ database: Database) throws {
    try database.change(
      """
      INSERT OR REPLACE INTO cast_member VALUES (?1, ?, ?, ?, ?, ?, ?,
      (SELECT coalesce(sum(lines), 0) FROM cast_chapter WHERE member = ?1),
      (SELECT coalesce(sum(scenes), 0) FROM cast_chapter WHERE member = ?1),
      (SELECT count(*) FROM cast_chapter WHERE member = ?1), ?)
      """,
      [
        .integer(id), .text(member.name),
        .text(member.aliases.joined(separator: CastMember.nameBarrier)),
        .optional(member.gender?.rawValue), .text(member.kind.rawValue),
        .integer(member.isNarrator ? 1 : 0), .integer(member.mentions),
        .text(member.firstChapters.map(String.init).joined(separator: ",")),
      ]
    )
  }
}

extension CastMember {
  /// The names under which the member is found, as `name_fts` holds them.
  fileprivate var joinedNames: String {
    indexedNames.joined(separator: CastMember.nameBarrier)
  }
}
