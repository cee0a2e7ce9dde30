import FicIndex
import FicModel
import GRDB

extension SQLiteIndexWriter {
  /// Looks for damage: SQLite's own check, FTS5's, every chapter's columns, every sum.
  ///
  /// Reads the whole file.
  ///
  /// - Parameter isDeep: Whether everything that is derived is made anew and compared.
  /// - Returns: What is wrong, a sentence each; empty for a sound index.
  /// - Throws: `IndexError` where the file cannot be read at all.
  package func check(isDeep: Bool = false) throws -> [String] {
    try commit()
    return try perform("check the index", opensTransaction: false) { database in
      var findings: [String] = []
      try database.query("PRAGMA integrity_check(100)") { row in
        if row.text(0) != "ok" { findings.append("SQLite: \(row.text(0))") }
      }
      findings += try fullTextFindings(database)
      findings += try chapterFindings(database)
      findings += try copyFindings(database)
      findings += try sumFindings(database)
      if isDeep { findings += try DeepCheck(database).findings() }
      return findings
    }
  }

  private func fullTextFindings(_ database: Database) throws -> [String] {
    var findings: [String] = []
    for table in ["line_fts", "field_fts", "name_fts"] {
      do {
        try database.change(
          "INSERT INTO \(table) (\(table)) VALUES ('integrity-check')"
        )
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        findings.append("\(table): the full-text index is damaged")
      }
    }
    return findings
  }

  private func chapterFindings(_ database: Database) throws -> [String] {
    let store = ChapterStore(database)
    var findings: [String] = []
    for id in try database.integers("SELECT id FROM chapter ORDER BY id") {
      do {
        if try store.records(id: id) == nil {
          findings.append("chapter \(id): no text or no record")
        }
        if let finding = try sketchFinding(id, store, database) { findings.append(finding) }
      } catch let error as DamagedRecord {
        findings.append("chapter \(id): \(error.cause)")
      }
    }
    return findings
  }

  /// What is wrong with what is noted of a chapter's words; a chapter that an older version stored
  /// has nothing.
  private func sketchFinding(
    _ id: Int,
    _ store: ChapterStore,
    _ database: Database
  ) throws -> String? {
    let sql = "SELECT sketch FROM chapter_sketch WHERE id = ?"
    guard
      let stored = try database.first(
        sql,
        [.integer(id)],
        { try SketchColumn.sketch($0.bytes(0)) }
      ),
      let records = try store.records(id: id)
    else { return nil }
    return stored == TextSketch(of: records.chapter)
      ? nil : "chapter \(id): the sketch is not that of its text"
  }

  /// Works whose keys or copies are not those of their texts.
  private func copyFindings(_ database: Database) throws -> [String] {
    let works = try database.integers(
      "SELECT ordinal FROM work WHERE copies_known > 0 ORDER BY ordinal"
    )
    let store = SketchStore(database)
    return try works.compactMap { ordinal in
      let keys = try store.sketch(ofOrdinal: ordinal).keys
      return try store.keys(ofOrdinal: ordinal) == keys
        ? nil : "work \(ordinal): the keys are not those of its text"
    }
  }

  /// Pairs of queries that must give the same number.
  private static let sums: [(name: String, kept: String, counted: String)] = [
    ("works", "SELECT works FROM state", "SELECT count(*) FROM work"),
    ("chapters", "SELECT chapters FROM state", "SELECT count(*) FROM chapter"),
    ("texts", "SELECT chapters FROM state", "SELECT count(DISTINCT id >> 15) FROM chapter_text"),
    ("records", "SELECT chapters FROM state", "SELECT count(*) FROM chapter_record"),
    ("chapters of works", "SELECT chapters FROM state", "SELECT total(chapters) FROM work"),
    ("scenes", "SELECT scenes FROM state", "SELECT total(scenes) FROM chapter"),
    ("scenes of works", "SELECT scenes FROM state", "SELECT total(scenes) FROM work"),
    ("words of works", "SELECT words FROM state", "SELECT total(words) FROM work"),
    ("text", "SELECT text_bytes FROM state", "SELECT total(text_bytes) FROM chapter"),
    ("lines", "SELECT lines FROM state", "SELECT total(lines) FROM chapter_line"),
    (
      "lines of chapters that are gone", "SELECT 0",
      "SELECT count(*) FROM chapter_line WHERE chapter NOT IN (SELECT id FROM chapter)"
    ),
    (
      "lines of the cast", "SELECT total(lines) FROM cast_member",
      "SELECT total(lines) FROM cast_chapter"
    ),
    ("works on the shelf", "SELECT works FROM state", "SELECT count(*) FROM work_shelf"),
    (
      "facts without a work", "SELECT 0",
      "SELECT count(*) FROM fact WHERE id NOT IN (SELECT fact FROM work_fact)"
    ),
    (
      "facts of no work", "SELECT 0",
      "SELECT count(*) FROM work_fact WHERE work NOT IN (SELECT ordinal FROM work)"
    ),
    (
      "chapters without a work", "SELECT 0",
      "SELECT count(*) FROM chapter WHERE id >> 17 NOT IN (SELECT ordinal FROM work)"
    ),
    (
      "sketches without a chapter", "SELECT 0",
      "SELECT count(*) FROM chapter_sketch WHERE id NOT IN (SELECT id FROM chapter)"
    ),
    (
      "removed chapters that are not kept", "SELECT 0",
      "SELECT count(*) FROM removed_chapter WHERE id NOT IN (SELECT id FROM chapter)"
    ),
    (
      "sources without a work", "SELECT 0",
      "SELECT count(*) FROM source WHERE work NOT IN (SELECT id FROM work)"
    ),
    (
      "works with several chosen sources", "SELECT 0",
      "SELECT count(*) FROM (SELECT 1 FROM source WHERE is_chosen GROUP BY work HAVING count(*) > 1)"
    ),
    (
      "copies of works that are gone", "SELECT 0",
      """
      SELECT count(*) FROM work WHERE copies_known = 2
      AND copy_of IS NOT NULL AND copy_of NOT IN (SELECT ordinal FROM work)
      """
    ),
    (
      "pairs of works that are gone", "SELECT 0",
      """
      SELECT count(*) FROM copy_pair WHERE copy NOT IN (SELECT ordinal FROM work)
      OR holder NOT IN (SELECT ordinal FROM work)
      """
    ),
    (
      "files", "SELECT files FROM state",
      """
      SELECT count(*) FROM file
      WHERE problem_code IS NULL OR problem_code IN (\(quoted(FileProblem.flawCodes)))
      """
    ),
    (
      "failed files", "SELECT failed_files FROM state",
      """
      SELECT count(*) FROM file
      WHERE problem_code IS NOT NULL
      AND problem_code NOT IN (\(quoted(FileProblem.flawCodes.union(FileProblem.harmlessCodes))))
      """
    ),
  ]

  private static func quoted(_ codes: Set<String>) -> String {
    codes.sorted().map { "'\($0)'" }.joined(separator: ", ")
  }

  private func sumFindings(_ database: Database) throws -> [String] {
    try Self.sums.compactMap { sum in
      let kept = try database.integer(sum.kept) ?? 0
      let counted = try database.integer(sum.counted) ?? 0
      return kept == counted ? nil : "\(sum.name): \(kept) noted, \(counted) found"
    }
  }
}
