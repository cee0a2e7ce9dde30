import FicIndex
import FicModel
import GRDB

/// Reads pages of a list of works, in SQL: whatever an archive holds, no more than a page is kept.
struct WorkListQuery {
  private let list: WorkList

  /// The works of the list as the table `shelf`, with what they are sorted by: `missing`, `key`,
  /// `title`, `id`.
  private let shelf: String

  /// The test of an ordinal for being among the works of the list, copies of others among them.
  private let test: String

  /// What the parameters of `shelf` and `test` are given.
  private let values: [SQLValue]

  private let isDescending: Bool

  /// Prepares a query.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - works: Finds the works that satisfy a condition.
  /// - Throws: What `works` throws.
  init(_ list: WorkList, _ works: (WorkCondition) throws -> WorkSet) throws {
    var values: [SQLValue] = []
    let (source, score): (String, String)
    switch list.selection {
    case .satisfying(let condition, let favoured):
      func isIn(_ set: WorkSet) -> String {
        values.append(.list(set.ordinals))
        return set.test("?\(values.count)")
      }
      test = try isIn(condition.map(works) ?? .all)
      source = "work JOIN work_shelf ON work_shelf.work = ordinal WHERE ordinal \(test)"
      let telling = list.sort == .relevance ? favoured.reversed() : []
      score = try telling.enumerated().reduce("0") { score, favoured in
        "iif(ordinal \(try isIn(works(favoured.element))), \(favoured.offset + 1), \(score))"
      }
    case .scored(let scores):
      // The bits of numbers from 0 up are in the order of the numbers.
      let entries = scores.map { "\"\($0.key.rawValue)\":\($0.value.bitPattern)" }
      values = [.text("{\(entries.joined(separator: ","))}")]
      let scored = "json_each(?1) AS scored JOIN work ON work.id = CAST(scored.key AS INTEGER)"
      test = "IN (SELECT work.ordinal FROM \(scored))"
      source = "\(scored) JOIN work_shelf ON work_shelf.work = ordinal WHERE true"
      score = "scored.value"
    }
    let (key, isDescending) =
      switch list.sort {
      case .relevance: (score, true)
      case .title, .author, .fandom, .series: (list.sort.rawValue, false)
      case .published, .updated, .added: (list.sort.rawValue, true)
      case .words, .chapters:
        ("coalesce(work_shelf.\(list.sort.rawValue), work.\(list.sort.rawValue))", true)
      case .random: (WorkShuffle(seed: list.seed).sql("work.id"), false)
      }
    shelf = """
      WITH shelf AS NOT MATERIALIZED (
        SELECT ordinal, work.id, title, \(key) AS key, coalesce(\(key), '') = '' AS missing
        FROM \(source)\(list.foldsCopies ? " AND (copy_of IS NULL OR NOT copy_of \(test))" : "")
      )
      """
    self.list = list
    self.values = values
    self.isDescending = isDescending != list.isReversed
  }

  /// A page; see `IndexSnapshot.page`.
  ///
  /// - Throws: `DatabaseError`.
  func page(
    _ database: Database,
    after place: (work: WorkID, position: Int)?,
    limit: Int
  ) throws -> WorkListPage {
    let total = try database.integer("\(shelf) SELECT count(*) FROM shelf", values) ?? 0
    var page = WorkListPage(total: total)
    let own = values + [.work(place?.work ?? WorkID(rawValue: 0))]
    let find = "\(shelf) SELECT 1 FROM shelf WHERE id = \(last)"
    let isListed = try place != nil && database.integer(find, own) != nil
    let position = isListed ? 0 : place?.position ?? 0
    try database.query(
      sql(isListed: isListed),
      own + [.integer(max(0, limit)), .integer(position)]
    ) { row in
      page.works.append(row.work(0))
      if row.integer(1) > 0 { page.copies[row.work(0)] = row.integer(1) }
    }
    return page
  }

  /// The parameter that is given the work behind which a page starts.
  private var last: String { "?\(values.count + 1)" }

  /// Selects the works of a page, and how many copies of each are left out.
  private func sql(isListed: Bool) -> String {
    let order =
      "ORDER BY shelf.missing, shelf.key\(isDescending ? " DESC" : ""), shelf.title, shelf.id"
    // Read once, else SQLite may look for it again at each work.
    let last = ", last AS MATERIALIZED (SELECT * FROM shelf WHERE id = \(last))"
    let isBehind = """
      , last WHERE shelf.missing > last.missing OR shelf.missing = last.missing AND (
        shelf.key \(isDescending ? "<" : ">") last.key
        OR shelf.key IS last.key AND (shelf.title, shelf.id) > (last.title, last.id)
      )
      """
    let copies = "SELECT count(*) FROM work WHERE copy_of = shelf.ordinal AND ordinal \(test)"
    return """
      \(shelf)\(isListed ? last : "")
      SELECT id, \(list.foldsCopies ? "(\(copies))" : "0") FROM (
        SELECT shelf.* FROM shelf\(isListed ? isBehind : "")
        \(order) LIMIT ?\(values.count + 2) OFFSET ?\(values.count + 3)
      ) AS shelf \(order)
      """
  }
}
