import FicIndex
import GRDB

/// Makes the posting lists anew from the terms and rows of `line_fts`, in one pass over it.
///
/// It runs in one transaction, so that a reader sees the old state or the new one. Memory is
/// bounded by the lengths of the lines and the rows of one term.
struct PostingMerge {
  private let database: Database
  private let fewestSummedLines: Int

  /// Prepares a merge in the open transaction of a connection, in which nothing has been written to
  /// `line_fts` that FTS5 may still keep back.
  ///
  /// - Parameters:
  ///   - database: The connection.
  ///   - fewestSummedLines: Words that fewer lines hold have no sums.
  init(_ database: Database, fewestSummedLines: Int = WorkSums.fewestLines) {
    self.database = database
    self.fewestSummedLines = fewestSummedLines
  }

  /// Writes the lists.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func run() throws {
    let end = (try database.integer("SELECT last_line FROM state") ?? 0) + 1
    let directory = try LineDirectory(withoutPostings: database)
    let lines = try database.integer("SELECT lines FROM state") ?? 0
    let fewest = WorkSums.fewest(among: lines, atLeast: fewestSummedLines)
    var writer = try PostingWriter(database, words: directory.words) { run in
      run.count >= fewest ? WorkSums(run, directory) : nil
    }
    var terms = try FullTextTable(database).terms()
    while try terms.advance() { try writer.add(terms.term, terms.rows.counting()) }
    try writer.finish()
    try database.change("DELETE FROM dead_line")
    try database.change(
      "UPDATE state SET posting_build = posting_build + 1, merged_line = ? WHERE id = 1",
      [.integer(end)]
    )
  }
}
