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

  /// A work with its metadata; nil where there is none.
  ///
  /// - Throws: `DatabaseError`.
  func work(_ id: WorkID) throws -> StoredWork? {
    guard let (ordinal, found) = try row("id = ?", .work(id)) else { return nil }
    var work = found
    work.metadata = try metadata(ofOrdinal: ordinal)
    work.removedChapters =
      try database.integer(
        "SELECT count(*) FROM removed_chapter WHERE id BETWEEN ? AND ?",
        .bounds(RowKey.chapters(ofOrdinal: ordinal))
      ) ?? 0
    work.sources = try SourceStore(database).sources(of: id)
    return work
  }

  /// A work with its sources, but without its metadata; nil where there is none.
  ///
  /// - Throws: `DatabaseError`.
  func work(ofOrdinal ordinal: Int) throws -> StoredWork? {
    guard var work = try row("ordinal = ?", .integer(ordinal))?.work else { return nil }
    work.sources = try SourceStore(database).sources(of: work.id)
    return work
  }

  /// The label of a work; nil where there is none.
  ///
  /// - Throws: `DatabaseError`.
  func label(of id: WorkID) throws -> WorkLabel? {
    guard let (ordinal, work) = try row("id = ?", .work(id)) else { return nil }
    return WorkLabel(id, path: work.path, metadata: try metadata(ofOrdinal: ordinal))
  }

  private func row(
    _ condition: String,
    _ value: SQLValue
  ) throws -> (ordinal: Int, work: StoredWork)? {
    try database.first(
      """
      SELECT ordinal, id, path, chapters, scenes, words,
      (SELECT id FROM work AS holder WHERE holder.ordinal = work.copy_of), added
      FROM work WHERE \(condition)
      """,
      [value]
    ) { row in
      let work = StoredWork(
        id: row.work(1),
        path: row.text(2),
        metadata: WorkMetadata(),
        chapters: row.integer(3),
        scenes: row.integer(4),
        words: row.integer(5),
        copyOf: row.optionalWork(6),
        added: row.optionalInteger(7)
      )
      return (row.integer(0), work)
    }
  }

  /// The metadata of a work.
  ///
  /// - Throws: `DatabaseError`.
  func metadata(ofOrdinal ordinal: Int) throws -> WorkMetadata {
    WorkMetadata(fields: try fields(ofOrdinal: ordinal).map(\.field))
  }

  /// The metadata of a work with the ids of its rows, in the order of the source.
  ///
  /// - Throws: `DatabaseError`.
  func fields(ofOrdinal ordinal: Int) throws -> [(id: Int, field: MetadataField)] {
    try database.rows(
      "SELECT id, key, value, origin FROM work_field WHERE work = ? ORDER BY id",
      [.integer(ordinal)]
    ) { row in
      let origin = MetadataField.Origin(rawValue: row.text(3)) ?? .header
      return (row.integer(0), MetadataField(key: row.text(1), value: row.text(2), origin: origin))
    }
  }

  /// The cast of a work; a `CastID` is an index into it.
  ///
  /// - Throws: `DatabaseError`.
  func cast(ofOrdinal ordinal: Int) throws -> [CastMember] {
    try database.rows(
      "SELECT \(CastMember.columns) FROM cast_member WHERE id BETWEEN ? AND ? ORDER BY id",
      .bounds(RowKey.members(ofOrdinal: ordinal)),
      CastMember.init
    )
  }

  /// The cast of a work as far as `members` go, each at its place; others up to the last have no
  /// name.
  ///
  /// A work of a thousand members is named by a few dozen in each chapter: those are looked up.
  ///
  /// - Throws: `DatabaseError`.
  func cast(ofOrdinal ordinal: Int, members: Set<CastID>) throws -> [CastMember] {
    var cast: [CastMember] = []
    for member in members.sorted() {
      try database.query(
        "SELECT \(CastMember.columns) FROM cast_member WHERE id = ?",
        [.integer(RowKey.member(ordinal: ordinal, member))]
      ) { row in
        while cast.count < member.rawValue { cast.append(CastMember(name: "")) }
        cast.append(CastMember(row))
      }
    }
    return cast
  }
}

extension CastMember {
  /// The columns of `cast_member` that make a member: seven.
  static let columns =
    "name, aliases, gender, kind, is_narrator, mentions, first_chapters"

  /// The member of a row that begins with `columns`.
  init(_ row: SQLRow) {
    self.init(
      name: row.text(0),
      aliases: row.text(1).splitNames,
      gender: row.optionalText(2).flatMap(Gender.init(rawValue:)),
      kind: Kind(rawValue: row.text(3)) ?? .named,
      isNarrator: row.integer(4) != 0,
      mentions: row.integer(5)
    )
    firstChapters = row.text(6).splitNumbers
  }
}

extension String {
  /// The numbers that commas part.
  var splitNumbers: [Int] { split(separator: ",").compactMap { Int($0) } }

  /// The names that were joined by the barrier.
  var splitNames: [String] {
    split(separator: "\u{1E}", omittingEmptySubsequences: true).map(String.init)
  }
}
