import FicIndex
import FicModel
import GRDB

/// Reads works, their metadata and their cast from their tables.
struct WorkStore {
  private let database: Database

  /// Creates a store on a connection.
  init(_ database: Database) {
    self.database = database
  }

  /// A work with its metadata and cast; nil where there is none.
  ///
  /// - Throws: `DatabaseError`.
  func work(_ id: WorkID) throws -> StoredWork? {
    var found: StoredWork?
    var ordinal = 0
    try database.query(
      """
      SELECT ordinal, path, chapters, scenes, words,
      (SELECT id FROM work AS holder WHERE holder.ordinal = work.copy_of)
      FROM work WHERE id = ?
      """,
      [.integer(Int(id.rawValue))]
    ) { row in
      ordinal = row.integer(0)
      found = StoredWork(
        id: id,
        path: row.text(1),
        metadata: WorkMetadata(),
        cast: [],
        chapters: row.integer(2),
        scenes: row.integer(3),
        words: row.integer(4),
        copyOf: row.isNull(5) ? nil : WorkID(rawValue: UInt64(max(0, row.integer(5))))
      )
    }
    guard var work = found else { return nil }
    work.metadata = WorkMetadata(fields: try fields(ofOrdinal: ordinal).map(\.field))
    work.cast = try cast(ofOrdinal: ordinal)
    let range = RowKey.chapters(ofOrdinal: ordinal)
    work.removedChapters =
      try database.integer(
        "SELECT count(*) FROM removed_chapter WHERE id BETWEEN ? AND ?",
        [.integer(range.lowerBound), .integer(range.upperBound)]
      ) ?? 0
    work.sources = try SourceStore(database).sources(of: id)
    return work
  }

  /// The metadata of a work with the ids of its rows, in the order of the source.
  ///
  /// - Throws: `DatabaseError`.
  func fields(ofOrdinal ordinal: Int) throws -> [(id: Int, field: MetadataField)] {
    var fields: [(id: Int, field: MetadataField)] = []
    try database.query(
      "SELECT id, key, value, origin FROM work_field WHERE work = ? ORDER BY id",
      [.integer(ordinal)]
    ) { row in
      let origin = MetadataField.Origin(rawValue: row.text(3)) ?? .header
      fields.append(
        (row.integer(0), MetadataField(key: row.text(1), value: row.text(2), origin: origin))
      )
    }
    return fields
  }

  /// The cast of a work; a `CastID` is an index into it.
  ///
  /// - Throws: `DatabaseError`.
  func cast(ofOrdinal ordinal: Int) throws -> [CastMember] {
    let range = RowKey.members(ofOrdinal: ordinal)
    var cast: [CastMember] = []
    try database.query(
      """
      SELECT name, aliases, gender, kind, is_narrator, mentions FROM cast_member
      WHERE id BETWEEN ? AND ? ORDER BY id
      """,
      [.integer(range.lowerBound), .integer(range.upperBound)]
    ) { row in
      cast.append(
        CastMember(
          name: row.text(0),
          aliases: row.text(1).splitNames,
          gender: row.optionalText(2).flatMap(Gender.init(rawValue:)),
          kind: CastMember.Kind(rawValue: row.text(3)) ?? .named,
          isNarrator: row.integer(4) != 0,
          mentions: row.integer(5)
        )
      )
    }
    return cast
  }

  /// The works that satisfy every filter, ascending by id, at most `limit`.
  ///
  /// - Throws: `DatabaseError`.
  func ids(matching filters: [WorkFilter], limit: Int) throws -> [WorkID] {
    var wanted: Set<Int>?
    var unwanted: Set<Int> = []
    for filter in filters {
      let ordinals = try ordinals(matching: filter)
      if filter.isNegated {
        unwanted.formUnion(ordinals)
      } else {
        wanted = wanted?.intersection(ordinals) ?? ordinals
      }
    }
    guard let wanted else { return try every(except: unwanted, limit: limit) }
    var ids: [WorkID] = []
    for ordinal in wanted.subtracting(unwanted) {
      guard
        let id = try database.integer(
          "SELECT id FROM work WHERE ordinal = ?",
          [.integer(ordinal)]
        )
      else { continue }
      ids.append(WorkID(rawValue: UInt64(max(0, id))))
    }
    return Array(ids.sorted().prefix(max(0, limit)))
  }

  private func every(except unwanted: Set<Int>, limit: Int) throws -> [WorkID] {
    var ids: [WorkID] = []
    try database.query(
      "SELECT ordinal, id FROM work ORDER BY id LIMIT ?",
      [.integer(min(max(0, limit), RowKey.maximumOrdinal) + unwanted.count)]
    ) { row in
      guard ids.count < limit, !unwanted.contains(row.integer(0)) else { return }
      ids.append(WorkID(rawValue: UInt64(max(0, row.integer(1)))))
    }
    return ids
  }

  private func ordinals(matching filter: WorkFilter) throws -> Set<Int> {
    let phrase: TermClause =
      filter.isPrefix
      ? .prefix(filter.phrase, in: .text) : .phrase(filter.phrase, in: .text)
    let expression = MatchExpression(name: phrase, column: "value")
    var ordinals: Set<Int> = []
    try database.query(
      """
      SELECT work FROM field_fts JOIN work_field ON work_field.id = field_fts.rowid
      WHERE field_fts MATCH ? AND key = ?
      """,
      [.utf8(expression.text), .text(filter.key)]
    ) { row in
      ordinals.insert(row.integer(0))
    }
    return ordinals
  }
}

extension String {
  /// The names that were joined by the barrier.
  var splitNames: [String] {
    split(separator: "\u{1E}", omittingEmptySubsequences: true).map(String.init)
  }
}
