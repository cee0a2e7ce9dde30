package import FicIndex
import FicModel
import GRDB

extension SQLiteIndexWriter {
  /// The files that the index knows, by path, with what they were when they were last read.
  package func indexedFiles() throws -> [IndexedFile] {
    try perform("read the files", opensTransaction: false) { database in
      var files: [IndexedFile] = []
      try database.query(
        """
        SELECT path, size, modified, changed, inode, fingerprint, work, problem_code,
        problem_place, problem_cause, problem_hint, place FROM file ORDER BY path
        """
      ) { row in
        files.append(try IndexedFile(row))
      }
      return files
    }
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
      try count(file.problem == nil ? 1 : 0, failed: file.problem == nil ? 0 : 1, database)
    }
  }

  /// Forgets files that are gone.
  package func forgetFiles(_ paths: [String]) throws {
    guard !paths.isEmpty else { return }
    try perform("forget files") { try forget(paths, $0) }
  }

  private func forget(_ paths: [String], _ database: Database) throws {
    for path in paths {
      let hasProblem = try database.integer(
        "SELECT problem_code IS NOT NULL FROM file WHERE path = ?",
        [.text(path)]
      )
      guard let hasProblem else { continue }
      try database.change("DELETE FROM file WHERE path = ?", [.text(path)])
      try count(hasProblem - 1, failed: -hasProblem, database)
    }
  }

  private func count(_ files: Int, failed: Int, _ database: Database) throws {
    try database.change(
      "UPDATE state SET files = files + ?, failed_files = failed_files + ?",
      [.integer(files), .integer(failed)]
    )
  }
}

extension IndexedFile {
  /// Reads a row of `file`, its columns in the order of the table.
  fileprivate init(_ row: SQLRow) throws(DamagedRecord) {
    let fingerprint = row.isNull(5) ? nil : try Fingerprint(stored: row.bytes(5))
    let problem = row.optionalText(7).map { code in
      FileProblem(
        code: code,
        path: row.text(0),
        place: row.optionalText(8),
        cause: row.text(9),
        hint: row.optionalText(10)
      )
    }
    self.init(
      path: row.text(0),
      stamp: Stamp(
        size: row.integer(1),
        modified: row.integer(2),
        changed: row.integer(3),
        inode: UInt64(bitPattern: Int64(row.integer(4)))
      ),
      fingerprint: fingerprint,
      work: row.isNull(6) ? nil : WorkID(rawValue: UInt64(max(0, row.integer(6)))),
      place: row.optionalText(11),
      problem: problem
    )
  }
}
