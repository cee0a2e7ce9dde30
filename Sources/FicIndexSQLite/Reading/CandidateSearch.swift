import FicIndex
import FicModel
import GRDB

/// Answers one plan on one connection: match, sift by the units' facts, order by work.
struct CandidateSearch {
  private let plan: CandidatePlan
  private let database: Database
  private let watch: DeadlineWatch
  private let works: WorkSelection
  private let prefixes: PrefixSearch?

  /// Reads a chapter's row of `chapter_unit`.
  private let unitQuery: String

  /// Prepares a search among the works that satisfy the plan's condition; nil for all.
  ///
  /// - Parameters:
  ///   - plan: What is searched for.
  ///   - satisfying: The works; nil for all.
  ///   - prefixes: Finds starts of words in scenes; nil where FTS5 must.
  ///   - database: The connection.
  ///   - watch: Ends a long search.
  /// - Throws: `DatabaseError`.
  init(
    _ plan: CandidatePlan,
    among satisfying: WorkSet?,
    prefixes: PrefixSearch?,
    _ database: Database,
    _ watch: DeadlineWatch
  ) throws {
    self.plan = plan
    self.prefixes = prefixes
    self.database = database
    self.watch = watch
    works = try WorkSelection(of: plan, among: satisfying, database)
    let scenes = plan.unit == .matter ? "NULL" : "scenes"
    unitQuery = "SELECT \(UnitTable.column(plan.unit)), \(scenes) FROM chapter_unit WHERE id = ?"
  }

  /// Rows with what `chapter_unit` says of them.
  private struct Found {
    var rows: CandidateRows
    var lengths: [UInt16]
    var scenes: [Int32]
    var zones: [ZoneKind]
  }

  /// The columns of a chapter's `chapter_unit` row: of the kind that is asked for, and of its scenes.
  private struct Columns {
    var asked: [UInt8] = []
    var scenes: [UInt8] = []
  }

  /// Finds the candidates.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func run() throws -> CandidateList {
    let rows = try plan.clause.map { try match($0, in: plan.unit) } ?? everyUnit()
    let scenes = try plan.sceneClause.map { try match($0, in: .scene).rowids }
    return try ordered(sift(rows, scenes: scenes))
  }

  private func match(_ clause: TermClause, in kind: IndexUnit.Kind) throws -> CandidateRows {
    var works = works
    works.kind = kind
    let search = ClauseSearch(
      database: database,
      watch: watch,
      works: works,
      prefixes: kind == .scene ? prefixes : nil
    )
    return try search.rows(clause)
  }

  private func everyUnit() throws -> CandidateRows {
    var rows = CandidateRows()
    let column = UnitTable.column(plan.unit)
    for chapters in works.chapterRanges {
      try database.query(
        "SELECT id, length(\(column)) FROM chapter_unit WHERE id BETWEEN ? AND ?",
        [.integer(chapters.lowerBound), .integer(chapters.upperBound)]
      ) { row in
        let chapter = row.integer(0)
        guard works.contains(chapter: chapter) else { return }
        for index in 0..<row.integer(1) / UnitTable.width(plan.unit) {
          rows.rowids.append(RowKey.unit(plan.unit, chapter: chapter, index: index))
        }
      }
    }
    return rows
  }

  /// Leaves out what the plan's constraints on units exclude, and looks up the lengths.
  private func sift(_ rows: CandidateRows, scenes: [Int]?) throws -> Found {
    var result = CandidateRows(leaves: rows.leaves)
    result.rowids.reserveCapacity(rows.rowids.count)
    result.frequencies.reserveCapacity(rows.frequencies.count)
    var lengths: [UInt16] = []
    lengths.reserveCapacity(rows.rowids.count)
    var itsScenes: [Int32] = []
    itsScenes.reserveCapacity(rows.rowids.count)
    var zones: [ZoneKind] = []
    var chapter = -1
    var units = Columns()
    for (place, rowid) in rows.rowids.enumerated() {
      let itsChapter = RowKey.chapter(ofUnit: rowid, plan.unit)
      if itsChapter != chapter {
        chapter = itsChapter
        units = try columns(ofChapter: chapter)
      }
      let index = RowKey.index(ofUnit: rowid, plan.unit)
      guard let words = UnitTable.words(units.asked, plan.unit, at: index) else {
        throw DamagedRecord(cause: "chapter_unit has no unit \(index) of chapter \(chapter)")
      }
      let scene = sceneUnit(units, at: index)
      guard isWanted(units.asked, at: index, chapter: chapter, scene: scene, scenes: scenes) else {
        continue
      }
      if plan.unit == .matter {
        zones.append(UnitTable.zone(units.asked, at: index) ?? .story)
      }
      result.rowids.append(rowid)
      result.frequencies += rows.frequencies(at: place)
      lengths.append(words)
      itsScenes.append(
        Int32(clamping: scene.flatMap { UnitTable.scene(units.scenes, at: $0) } ?? -1)
      )
    }
    return Found(rows: result, lengths: lengths, scenes: itsScenes, zones: zones)
  }

  private func columns(ofChapter chapter: Int) throws -> Columns {
    var columns = Columns()
    try database.query(
      unitQuery,
      [.integer(chapter)]
    ) { row in
      columns = Columns(asked: row.bytes(0), scenes: row.bytes(1))
    }
    return columns
  }

  private func sceneUnit(_ units: Columns, at index: Int) -> Int? {
    switch plan.unit {
    case .scene: index
    case .utterance: UnitTable.utterance(units.asked, at: index)?.scene
    case .matter: nil
    }
  }

  private func isWanted(
    _ units: [UInt8],
    at index: Int,
    chapter: Int,
    scene: Int?,
    scenes: [Int]?
  ) -> Bool {
    switch plan.unit {
    case .scene: return true
    case .matter:
      guard let zones = plan.zones else { return true }
      return UnitTable.zone(units, at: index).map(zones.contains) ?? false
    case .utterance:
      guard let facts = UnitTable.utterance(units, at: index) else { return false }
      if let kinds = plan.utteranceKinds, !kinds.contains(facts.kind) { return false }
      if Double(facts.thousandths) / 1000 < plan.minimumConfidence { return false }
      guard let scenes else { return true }
      guard let scene else { return false }
      let rowid = RowKey.unit(.scene, chapter: chapter, index: scene)
      return scenes.containsAscending(rowid)
    }
  }

  /// Orders by the works' ids, which no rowid knows; within a work rowids are in order already.
  private func ordered(_ found: Found) throws -> CandidateList {
    let rows = found.rows
    var runs: [(work: WorkID, range: Range<Int>)] = []
    var start = 0
    while start < rows.rowids.count {
      let ordinal = RowKey.ordinal(
        ofChapter: RowKey.chapter(ofUnit: rows.rowids[start], plan.unit)
      )
      let last = RowKey.units(plan.unit, ofChapters: RowKey.chapters(ofOrdinal: ordinal)).upperBound
      var end = start + 1
      while end < rows.rowids.count, rows.rowids[end] <= last { end += 1 }
      let id = try database.integer(
        "SELECT id FROM work WHERE ordinal = ?",
        [.integer(ordinal)]
      )
      guard let id else { throw DamagedRecord(cause: "work has no ordinal \(ordinal)") }
      runs.append((WorkID(rawValue: UInt64(max(0, id))), start..<end))
      start = end
    }
    runs.sort { $0.work < $1.work }
    var list = CandidateList(leaves: rows.leaves)
    list.keys.reserveCapacity(rows.rowids.count)
    for run in runs {
      for rowid in rows.rowids[run.range] {
        let number = RowKey.number(ofChapter: RowKey.chapter(ofUnit: rowid, plan.unit))
        list.keys.append(
          UnitKey(
            chapter: ChapterKey(work: run.work, chapter: number),
            ordinal: RowKey.index(ofUnit: rowid, plan.unit)
          )
        )
      }
      list.lengths += found.lengths[run.range]
      list.scenes += found.scenes[run.range]
      if plan.unit == .matter { list.zones += found.zones[run.range] }
      list.frequencies +=
        rows.frequencies[run.range.lowerBound * rows.leaves..<run.range.upperBound * rows.leaves]
    }
    return list
  }
}
