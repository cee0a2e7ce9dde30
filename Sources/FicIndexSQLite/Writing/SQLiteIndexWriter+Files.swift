package import FicIndex
import FicModel
import GRDB

extension SQLiteIndexWriter {
  /// The columns of `file`, in the order in which a row is read.
  private static let columns = """
    path, size, modified, changed, inode, fingerprint, work, problem_code, problem_place, \
    problem_cause, problem_hint, place
    """

  /// The files that the index knows, with what they were when they were last read, in the order of
  /// their paths' bytes: the first `limit` of those after a path, or of all.
  package func indexedFiles(after path: String?, limit: Int) throws -> [IndexedFile] {
    try perform("read the files", opensTransaction: false) { database in
      try files(
        "FROM file WHERE path > ? ORDER BY path LIMIT ?",
        [.text(path ?? ""), .integer(limit)],
        database
      )
    }
  }

  /// The files that the index knows right in some folders and anywhere below some paths, and the
  /// others of their sources, by path.
  package func indexedFiles(
    in folders: Set<String>,
    below trees: Set<String>
  ) throws -> [IndexedFile] {
    try perform("read the files", opensTransaction: false) { database in
      var found = try folders.flatMap { try files(rightIn: $0, database) }
      for tree in trees {
        let (start, end) = Self.range(below: tree)
        found += try files(
          "FROM file WHERE path = ? OR path > ? AND path < ?",
          [.text(tree), .text(start), .text(end)],
          database
        )
      }
      for place in Set(found.compactMap(\.place)) {
        found += try files("FROM file WHERE place = ?", [.text(place)], database)
      }
      let byPath = Dictionary(found.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
      return byPath.values.sorted { $0.path < $1.path }
    }
  }

  /// The files and places with a problem, but for other forms of books, by path.
  package func filesWithProblems() throws -> [IndexedFile] {
    try perform("read the files that failed", opensTransaction: false) { database in
      try files(
        "FROM file WHERE problem_code IS NOT NULL AND problem_code <> ? ORDER BY path",
        [.text(FileProblem.otherForm)],
        database
      )
    }
  }

  /// The files that the index knows of a source, by path.
  package func indexedFiles(at place: String) throws -> [IndexedFile] {
    try perform("read the files of a source", opensTransaction: false) { database in
      try files("FROM file WHERE place = ? ORDER BY path", [.text(place)], database)
    }
  }

  /// The paths of the files of the sources that lie right below a place, by place.
  package func pathsOfSources(rightBelow place: String) throws -> [String: [String]] {
    try perform("read the places of files", opensTransaction: false) { database in
      let (start, end) = Self.range(below: place)
      var paths: [String: [String]] = [:]
      try database.query(
        """
        SELECT place, path FROM file WHERE place > ? AND place < ?
        AND instr(substr(place, length(?) + 1), '/') = 0
        """,
        [.text(start), .text(end), .text(start)]
      ) { row in
        paths[row.text(0), default: []].append(row.text(1))
      }
      return paths
    }
  }

  /// The files right in a folder; those of the folders in it are passed over, a folder at a step.
  private func files(rightIn folder: String, _ database: Database) throws -> [IndexedFile] {
    let (start, end) = Self.range(below: folder)
    let slash = "instr(substr(step.path, length(?1) + 1), '/')"
    // Behind all in a folder is its name with the last of all scalars below it.
    return try files(
      """
      FROM (
        WITH RECURSIVE step (path) AS (
          SELECT min(path) FROM file WHERE path > ?1 AND path < ?2
          UNION ALL
          SELECT (
            SELECT min(path) FROM file WHERE path < ?2 AND path > CASE \(slash)
              WHEN 0 THEN step.path
              ELSE substr(step.path, 1, length(?1) + \(slash)) || char(1114111) END
          ) FROM step WHERE step.path IS NOT NULL
        )
        SELECT path AS own FROM step WHERE \(slash) = 0
      ) JOIN file ON path = own
      """,
      [.text(start), .text(end)],
      database
    )
  }

  /// Between which paths those below one lie, the ends excluded: '0' follows '/'.
  private static func range(below path: String) -> (start: String, end: String) {
    let path = path == "/" ? "" : path
    return (path + "/", path + "0")
  }

  private func files(
    _ source: String,
    _ values: [SQLValue],
    _ database: Database
  ) throws -> [IndexedFile] {
    try database.rows("SELECT \(Self.columns) \(source)", values) { try IndexedFile($0) }
  }

  /// Notes that a file was read, or why it was not.
  package func recordFile(_ file: IndexedFile) throws {
    try perform("note a file") { database in
      try forget([file.path], database)
      try database.change(
        "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          .text(file.path), .integer(file.stamp.size), .integer(file.stamp.modified),
          .integer(file.stamp.changed), .integer(Int(bitPattern: UInt(file.stamp.inode))),
          file.fingerprint.map { .blob($0.storedBytes) } ?? .null,
          file.work.map { .integer(Int($0.rawValue)) } ?? .null,
          .optional(file.problem?.code), .optional(file.problem?.place),
          .optional(file.problem?.cause), .optional(file.problem?.hint), .optional(file.place),
        ]
      )
      try count(file.problem?.code, 1, database)
    }
  }

  /// Forgets files that are gone.
  package func forgetFiles(_ paths: [String]) throws {
    guard !paths.isEmpty else { return }
    try perform("forget files") { try forget(paths, $0) }
  }

  private func forget(_ paths: [String], _ database: Database) throws {
    for path in paths {
      let sql = "SELECT problem_code FROM file WHERE path = ?"
      let found = try database.first(sql, [.text(path)]) { $0.optionalText(0) }
      guard let problem = found else { continue }
      try database.change("DELETE FROM file WHERE path = ?", [.text(path)])
      try count(problem, -1, database)
    }
  }

  /// Adds to the number of files that are searchable, or of those that are not.
  ///
  /// What does no harm is neither.
  private func count(_ problem: String?, _ change: Int, _ database: Database) throws {
    let files = problem.map(FileProblem.isFlaw) ?? true ? change : 0
    let isFailure = problem.map(FileProblem.isFailure) ?? false
    try database.change(
      "UPDATE state SET files = files + ?, failed_files = failed_files + ? WHERE id = 1",
      [.integer(files), .integer(isFailure ? change : 0)]
    )
  }
}

extension IndexedFile {
  /// Reads a row of `file`, its columns in the order of the table.
  fileprivate init(_ row: SQLRow) throws(DamagedRecord) {
    let fingerprint = row.isNull(5) ? nil : try Fingerprint(stored: row.bytes(5))
    self.init(
      path: row.text(0),
      stamp: Stamp(
        size: row.integer(1),
        modified: row.integer(2),
        changed: row.integer(3),
        inode: UInt64(bitPattern: Int64(row.integer(4)))
      ),
      fingerprint: fingerprint,
      work: row.optionalWork(6),
      place: row.optionalText(11),
      problem: row.isNull(7) ? nil : FileProblem(row, code: 7)
    )
  }
}

extension FileProblem {
  /// Reads a row whose first column is `path`.
  ///
  /// From the column `code` on, those of a problem follow in the order of the table.
  init(_ row: SQLRow, code: Int) {
    self.init(
      code: row.text(code),
      path: row.text(0),
      place: row.optionalText(code + 1),
      cause: row.text(code + 2),
      hint: row.optionalText(code + 3)
    )
  }
}
