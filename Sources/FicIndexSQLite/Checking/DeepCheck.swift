import FicIndex
import FicModel
import GRDB

/// Compares everything that is derived with what it is derived from: the full-text tables with the
/// texts, the posting lists with the full-text tables, facts of units and figures of casts with what the
/// parser read.
///
/// Reads the whole file once or twice; memory grows by some bytes a chapter.
struct DeepCheck {
  /// So many chapters are named of each kind of finding.
  private static let mostNamed = 10

  private let database: Database
  private let chapters: [Int]

  /// Prepares a check on a connection without an open transaction.
  ///
  /// - Throws: `DatabaseError`.
  init(_ database: Database) throws {
    self.database = database
    var chapters: [Int] = []
    try database.query("SELECT id FROM chapter ORDER BY id") { chapters.append($0.integer(0)) }
    self.chapters = chapters
  }

  /// What is wrong, a sentence each; empty for a sound index.
  ///
  /// Chapters that cannot be read are left out: `SQLiteIndexWriter.check` names them.
  ///
  /// - Throws: `DatabaseError`.
  func findings() throws -> [String] {
    let kinds = IndexUnit.Kind.allCases
    var texts = kinds.map { FullTextDigests($0, chapters: chapters) }
    var findings: [String] = []
    var figures = CastFigureCheck(database)
    let store = ChapterStore(database)
    for id in chapters {
      guard let records = try? store.records(id: id) else { continue }
      for place in kinds.indices { texts[place].add(records, id: id) }
      findings += try unitFindings(id, records)
      findings += try figures.add(records, id: id)
    }
    findings += try figures.finish()
    for (place, kind) in kinds.enumerated() {
      var table = FullTextDigests(kind, chapters: chapters)
      try table.add(database)
      findings += differing(texts[place].places, table.places) {
        "\(kind.table): not the terms of \($0)"
      }
      if table.places.strays > 0 {
        findings.append("\(kind.table): \(table.places.strays) places in chapters that are gone")
      }
      if kind == .scene { findings += try postingFindings(table.frequencies) }
    }
    return findings
  }

  private func differing(
    _ one: ChapterDigests,
    _ other: ChapterDigests,
    except: Set<Int> = [],
    _ words: (String) -> String
  ) -> [String] {
    let different = one.differing(from: other).filter { !except.contains($0) }
    var findings = different.prefix(Self.mostNamed).map { words("chapter \($0)") }
    if different.count > findings.count {
      findings.append(words("\(different.count - findings.count) more chapters"))
    }
    return findings
  }

  private func unitFindings(_ id: Int, _ records: ChapterRecords) throws -> [String] {
    var findings: [String] = []
    try database.query(
      "SELECT scenes, utterances, matter FROM chapter_unit WHERE id = ?",
      [.integer(id)]
    ) { row in
      for (column, kind) in [IndexUnit.Kind.scene, .utterance, .matter].enumerated()
      where row.bytes(column) != UnitTable.bytes(of: records, kind) {
        findings.append("chapter_unit: not the \(UnitTable.column(kind)) of chapter \(id)")
      }
    }
    return findings
  }

  /// Compares posting lists with the full-text table; chapters that have changed since they were merged
  /// are not in them.
  private func postingFindings(_ table: ChapterDigests) throws -> [String] {
    guard try database.integer("SELECT posting_build FROM state") ?? 0 > 0 else { return [] }
    var changed: Set<Int> = []
    try database.query("SELECT chapter FROM posting_change") { changed.insert($0.integer(0)) }
    do {
      let directory = try PostingStore(database).directory()
      let own = chapters.filter { !changed.contains($0) }
      guard directory.chapters.filter({ !changed.contains($0) }) == own else {
        return ["posting_directory: not the chapters of the index"]
      }
      var lists = FullTextDigests(.scene, chapters: chapters)
      var findings: [String] = []
      let stored = StoredPostings(database, directory: directory)
      try readLists(directory) { entry, list in
        let (key, count) = (entry.key, entry.units)
        if let summary = try stored.summary(of: entry), findings.count < Self.mostNamed,
          !summary.isTrue(of: list, directory)
        {
          findings.append("posting_summary: not the figures of its list")
        }
        var units = 0
        list.forEach(in: 0..<directory.units) { unit, frequency in
          units += 1
          let chapter = directory.chapter(ofUnit: unit)
          let index = unit - directory.units(ofChapterAt: chapter).lowerBound
          lists.addPosting(
            of: key.span.extracting(1..<key.count),
            column: Int(key[0]),
            unit: RowKey.unit(.scene, chapter: directory.chapters[chapter], index: index),
            frequency: frequency
          )
        }
        if units != count, findings.count < Self.mostNamed {
          findings.append("posting_block: \(count) units noted of a term that has \(units)")
        }
      }
      return findings
        + differing(lists.frequencies, table, except: changed) {
          "posting lists: not those of \($0)"
        }
    } catch let error as DamagedRecord {
      return ["posting lists: \(error.cause)"]
    }
  }

  private func readLists(
    _ directory: UnitDirectory,
    _ body: (TermBlock.Entry, PostingList) throws -> Void
  ) throws {
    let last = try database.integer("SELECT ifnull(max(id), 0) FROM posting_block") ?? 0
    var lists = MergedPostings(database, units: directory.units, lastBlock: last)
    while let entry = try lists.peek(), let list = try lists.next() {
      if entry.key.count > 1 { try body(entry, list) }
    }
  }
}
