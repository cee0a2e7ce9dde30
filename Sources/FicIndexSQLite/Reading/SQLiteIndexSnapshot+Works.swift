import FicIndex
import FicModel
import GRDB

extension SQLiteIndexSnapshot {
  func works(_ ids: [WorkID]) throws -> [StoredWork] {
    try ids.compactMap { id in
      if let known = index.works.value(id, generation: generation) { return known }
      guard let work = try WorkStore(database).work(id) else { return nil }
      index.works.remember(work, for: id, generation: generation, weight: work.bytes)
      return work
    }
  }

  /// The works that satisfy a condition.
  ///
  /// - Throws: `DatabaseError`.
  func works(satisfying condition: WorkCondition) throws -> WorkSet {
    if let known = index.conditions.value(condition, generation: generation) { return known }
    let works = try WorkConditionSearch(database: database).works(condition)
    let weight = 1 + works.ordinals.count
    index.conditions.remember(works, for: condition, generation: generation, weight: weight)
    return works
  }

  func works(matching condition: WorkCondition?, limit: Int) throws -> [StoredWork] {
    let works = try condition.map(works(satisfying:)) ?? .all
    let ids = try database.rows(
      "SELECT id FROM work WHERE ordinal \(works.test("?")) ORDER BY id LIMIT ?",
      [.list(works.ordinals), .integer(max(0, limit))]
    ) { $0.work(0) }
    return try self.works(ids)
  }

  func page(
    of list: WorkList,
    after place: (work: WorkID, position: Int)?,
    limit: Int
  ) throws -> WorkListPage {
    try WorkListQuery(list, works(satisfying:)).page(database, after: place, limit: limit)
  }

  func values(of key: FactKey, in ids: [WorkID]) throws -> [WorkID: Set<String>] {
    var values: [WorkID: Set<String>] = [:]
    try database.query(
      """
      SELECT work.id, fact.value FROM json_each(?1) JOIN work ON work.id = json_each.value
      JOIN work_fact ON work_fact.work = work.ordinal JOIN fact ON fact.id = work_fact.fact
      WHERE fact.key = ?2
      """,
      [.list(ids), .text(key.rawValue)]
    ) { row in
      values[row.work(0), default: []].insert(String(decoding: row.bytes(1), as: UTF8.self))
    }
    return values
  }

  func holders(of ids: [WorkID]) throws -> [WorkID: WorkID] {
    // To look a work up takes as long as to go on to the next copy, and works have few copies:
    // 0.4 µs each.
    let areFew = try ids.count < (database.integer("SELECT works FROM state") ?? 0) / 8
    let works =
      areFew
      ? "json_each(?) JOIN work ON work.id = value"
      : "work"
    let sql = """
      SELECT work.id, holder.id FROM \(works) JOIN work AS holder ON holder.ordinal = work.copy_of
      WHERE work.copy_of IS NOT NULL
      """
    lazy var asked = Set(ids)
    var holders: [WorkID: WorkID] = [:]
    try database.query(sql, areFew ? [.list(ids)] : []) { row in
      if asked.contains(row.work(0)) { holders[row.work(0)] = row.work(1) }
    }
    return holders
  }

  func days(of ids: [WorkID]) throws -> [WorkID: Int] {
    var days: [WorkID: Int] = [:]
    try database.query(
      """
      SELECT work.id, coalesce(updated, published) FROM json_each(?) JOIN work ON work.id = value
      JOIN work_shelf ON work_shelf.work = ordinal
      """,
      [.list(ids)]
    ) { row in
      days[row.work(0)] = row.optionalInteger(1)
    }
    return days
  }
}

extension StoredWork {
  /// About how many bytes it takes in memory: values of Swift, and strings beyond 15 bytes.
  fileprivate var bytes: Int {
    let fields = metadata.fields.reduce(0) { sum, field in
      sum + MemoryLayout<MetadataField>.stride + field.key.utf8.count + field.value.utf8.count
    }
    return MemoryLayout<StoredWork>.stride + fields + 200 * sources.count
  }
}
