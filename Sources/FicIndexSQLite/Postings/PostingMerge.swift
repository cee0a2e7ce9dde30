import FicIndex
import GRDB

/// Makes the posting tables anew, from the terms and rows of `scene_fts`, in one pass over it.
///
/// It runs in one transaction, so that a reader sees the old state or the new one. Memory is bounded
/// by the directory of units and the rows of one term.
struct PostingMerge {
  /// How many bytes of entries make a block: eight fill a page.
  private static let blockBytes = 1900

  private let database: Database
  private let table: FullTextTable
  private let directory: UnitDirectory

  /// Prepares a merge in the open transaction of a connection, in which nothing has been written to
  /// `scene_fts` that FTS5 may still keep back; nil where its layout is not understood.
  ///
  /// - Throws: `DatabaseError`.
  init?(_ database: Database) throws {
    guard let table = try FullTextTable(database, .scene) else { return nil }
    self.database = database
    self.table = table
    var directory = UnitDirectory()
    try database.query("SELECT id, scenes FROM chapter_unit ORDER BY id") { row in
      directory.append(chapter: row.integer(0), records: row.bytes(1))
    }
    self.directory = directory
  }

  /// Writes the tables.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func run() throws {
    var writer = try PostingWriter(
      database,
      directory,
      lastBlock: try database.integer("SELECT ifnull(max(id), 0) FROM posting_block") ?? 0,
      lastList: try database.integer("SELECT ifnull(max(id), 0) FROM posting_list") ?? 0,
      blockBytes: Self.blockBytes
    )
    let castLists = try CastLists(database)
    var numbers = UnitNumbers(directory)
    var terms = table.terms()
    while try terms.advance() {
      if terms.term == [Analyzer.barrier] { continue }
      let (text, cast) = postings(of: terms.rows, &numbers)
      try writer.add(key: [UnitInverter.textColumn] + terms.term, text)
      // Pairs of words of names mean nothing.
      if terms.term.first == FrequentWords.joiner { continue }
      try castLists.add(key: [UnitInverter.castColumn] + terms.term, cast)
    }
    try castLists.take(units: directory.units) { key, postings in
      try writer.add(key: key, postings)
    }
    try writer.finish()
    try replaceState()
  }

  /// The postings of a term's rows in the text and in the names.
  private func postings(
    of rows: TermRows,
    _ numbers: inout UnitNumbers
  ) -> (text: Postings, cast: Postings) {
    var text = Postings()
    var cast = Postings()
    for element in rows.elements where element.first > 0 || element.second > 0 {
      guard let unit = numbers.number(ofRow: element.row) else { continue }
      if element.first > 0 { text.append(unit, frequency: element.first) }
      if element.second > 0 { cast.append(unit, frequency: element.second) }
    }
    // Far rows are behind all others, wherever their units are.
    if rows.elements.last.map({ FullTextRow.isFar($0.row) }) ?? false {
      text.sort()
      cast.sort()
    }
    return (text, cast)
  }

  private func replaceState() throws {
    let columns = directory.columns
    try database.change(
      "INSERT OR REPLACE INTO posting_directory VALUES (1, ?, ?, ?)",
      [.blob(columns.chapters), .blob(columns.lengths), .blob(columns.continuing)]
    )
    try database.change("DELETE FROM posting_change", [])
    try database.change("UPDATE state SET posting_build = posting_build + 1 WHERE id = 1", [])
  }
}
