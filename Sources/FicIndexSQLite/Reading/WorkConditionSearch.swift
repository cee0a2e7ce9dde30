import FicIndex
import GRDB

/// Finds the works that satisfy a condition, by their facts.
///
/// A condition on words reads each value of its key once, however many works have it; a condition
/// on a number one short row a work.
struct WorkConditionSearch {
  let database: Database

  /// The works.
  ///
  /// - Throws: `DatabaseError`.
  func works(_ condition: WorkCondition) throws -> WorkSet {
    switch condition {
    case .work(let id):
      let sql = "SELECT ordinal FROM work WHERE id = ?"
      return WorkSet(Set(try database.integers(sql, [.work(id)])))
    case .fact(let key, let pattern):
      return try works(key) { pattern.matches($0) }
    case .ship(let pattern):
      return try works(.ship) { pattern.matches($0) }
    case .figure(let key, let range):
      return try works(key, in: range)
    case .anything(let terms, let isPrefix):
      return try works(holding: terms, isPrefix: isPrefix)
    case .and(let conditions):
      return try conditions.reduce(.all) { found, condition in
        // Where nothing is left, nothing more need be asked.
        found == WorkSet([]) ? found : found.intersection(try works(condition))
      }
    case .or(let conditions):
      return try conditions.reduce(WorkSet([])) { $0.union(try works($1)) }
    case .not(let condition):
      return try works(condition).complement
    }
  }

  private func works(_ key: FactKey, where matches: ([UInt8]) -> Bool) throws -> WorkSet {
    var facts: [Int] = []
    try database.query(
      "SELECT id, value FROM fact WHERE key = ?",
      [.text(key.rawValue)]
    ) { row in
      if matches(row.bytes(1)) { facts.append(row.integer(0)) }
    }
    let sql = "SELECT work FROM work_fact WHERE fact IN (SELECT value FROM json_each(?))"
    return WorkSet(Set(try database.integers(sql, [.list(facts)])))
  }

  /// Words and chapters are what the source says, else what is stored.
  private func works(_ key: FigureKey, in range: ClosedRange<Int>) throws -> WorkSet {
    let sql =
      switch key {
      case .words, .chapters:
        """
        SELECT ordinal FROM work LEFT JOIN work_shelf ON work_shelf.work = ordinal
        WHERE coalesce(work_shelf.\(key.rawValue), work.\(key.rawValue)) BETWEEN ? AND ?
        """
      case .added:
        """
        SELECT ordinal FROM work
        WHERE CAST(strftime('%Y%m%d', added, 'unixepoch') AS INTEGER) BETWEEN ? AND ?
        """
      case .published, .updated:
        "SELECT work FROM work_shelf WHERE \(key.rawValue) BETWEEN ? AND ?"
      }
    return WorkSet(Set(try database.integers(sql, .bounds(range))))
  }

  /// The works of which some metadata holds the terms, or the name of the file does.
  private func works(holding terms: [Term], isPrefix: Bool) throws -> WorkSet {
    guard !terms.isEmpty else { return WorkSet([]) }
    let phrase = TermPhrase(terms, isPrefix: isPrefix)
    var ordinals: Set<Int> = []
    try database.query(
      """
      SELECT work, key FROM field_fts JOIN work_field ON work_field.id = field_fts.rowid
      WHERE field_fts MATCH ?
      """,
      [.utf8(NameExpression(phrase).text)]
    ) { row in
      if !WorkCondition.unspokenKeys.contains(row.text(1)) { ordinals.insert(row.integer(0)) }
    }
    let pattern = ValuePattern(terms, isPrefix: isPrefix)
    return WorkSet(ordinals).union(try works(.file) { pattern.matches($0) })
  }
}
