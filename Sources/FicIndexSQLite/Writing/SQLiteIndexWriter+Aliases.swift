package import FicIndex
package import FicModel
import GRDB

extension SQLiteIndexWriter {
  /// What the user said about names when the last run began.
  package func storedAliases() throws -> [AliasEntry] {
    try perform("read the aliases", opensTransaction: false) { database in
      try database.rows("SELECT name, aliases, work FROM alias ORDER BY id") { row in
        AliasEntry(name: row.text(0), aliases: row.text(1).splitNames, work: row.optionalText(2))
      }
    }
  }

  /// Notes what the user says about names now, and the works that are to be read again for it.
  package func noteAliases(_ entries: [AliasEntry], rereading works: Set<WorkID>?) throws {
    try perform("note the aliases") { database in
      try database.change("DELETE FROM alias")
      for entry in entries {
        try database.change(
          "INSERT INTO alias (name, aliases, work) VALUES (?, ?, ?)",
          [
            .text(entry.name), .text(entry.aliases.joined(separator: CastMember.nameBarrier)),
            .optional(entry.work),
          ]
        )
      }
      if works == nil { try database.change("UPDATE work SET is_to_reread = 1") }
      for work in works ?? [] {
        try database.change("UPDATE work SET is_to_reread = 1 WHERE id = ?", [.work(work)])
      }
    }
  }

  /// The works that are still to be read again.
  package func worksToReread() throws -> Set<WorkID> {
    try perform("read the works", opensTransaction: false) { database in
      Set(try database.rows("SELECT id FROM work WHERE is_to_reread <> 0") { $0.work(0) })
    }
  }

  /// Notes that a work was read again.
  package func noteReading(of work: WorkID) throws {
    try perform("note that a work was read") { database in
      try database.change("UPDATE work SET is_to_reread = 0 WHERE id = ?", [.work(work)])
    }
  }

  /// The title of a stored work, or the last part of its path, with its authors; nil for no work.
  package func workLabel(of work: WorkID) throws -> WorkLabel? {
    try perform("read a work", opensTransaction: false) { database in
      try WorkStore(database).label(of: work)
    }
  }

  /// What is known of a stored work; empty for a work that is not stored.
  package func storedMetadata(of work: WorkID) throws -> WorkMetadata {
    try perform("read what is known of a work", opensTransaction: false) { database in
      try WorkStore(database).work(work)?.metadata ?? WorkMetadata()
    }
  }

  /// The works that are wanted by their id and their title, or the last part of their path.
  package func works(where isWanted: (WorkID, String) -> Bool) throws -> Set<WorkID> {
    try perform("read the titles", opensTransaction: false) { database in
      var works: Set<WorkID> = []
      try database.query(
        """
        SELECT id, path, (SELECT value FROM work_field
          WHERE work_field.work = work.ordinal AND key = 'title' ORDER BY work_field.id LIMIT 1)
        FROM work
        """
      ) { row in
        let id = row.work(0)
        let title = row.optionalText(2).map {
          [MetadataField(key: "title", value: $0, origin: .text)]
        }
        let metadata = WorkMetadata(fields: title ?? [])
        if isWanted(id, WorkLabel(id, path: row.text(1), metadata: metadata).title) {
          works.insert(id)
        }
      }
      return works
    }
  }

  /// The works of which some line holds all of the terms; none for no term.
  package func works(holding terms: [Term]) throws -> Set<WorkID> {
    guard !terms.isEmpty else { return [] }
    // More terms than FTS5's parser takes tell no more.
    var expression: [UInt8] = []
    for term in terms.prefix(32) {
      if !expression.isEmpty { expression += Array(" AND ".utf8) }
      expression += NameExpression(TermPhrase([term])).text
    }
    return try perform("look names up", opensTransaction: false) { database in
      let works = try database.rows(
        """
        SELECT DISTINCT work.id FROM (
          SELECT (SELECT chapter FROM chapter_line WHERE first <= line_fts.rowid
            ORDER BY first DESC LIMIT 1) AS chapter
          FROM line_fts WHERE line_fts MATCH ?
        ) JOIN work ON work.ordinal = chapter >> 17
        """,
        [.utf8(expression)]
      ) { $0.work(0) }
      return Set(works)
    }
  }
}
