import FicIndex
import FicModel
import GRDB

/// One state of an index, as the cursors of an answer read it.
final class SearchContext {
  /// The connection.
  let database: Database

  /// Ends a long search.
  let watch: DeadlineWatch

  /// The lines.
  let directory: LineDirectory

  /// The terms of the last merge.
  let dictionary: TermDictionary

  /// FTS5's own postings.
  let fullText: FullTextTable

  /// The entries that were looked up: an answer asks for each word some times.
  private var entries: [[UInt8]: TermBlock.Entry?] = [:]

  /// What was tried of the regular expressions of an answer.
  private var expressions: [TextExpression: ExpressionTexts] = [:]

  private var regionsByRow: [Int: [Region]] = [:]
  private var chapterOfRegions = -1

  /// Prepares to read.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  init(_ database: Database, _ watch: DeadlineWatch, _ directory: LineDirectory) throws {
    self.database = database
    self.watch = watch
    self.directory = directory
    dictionary = TermDictionary(database)
    fullText = try FullTextTable(database)
  }

  /// Throws where the deadline has come or the task was cancelled.
  ///
  /// - Throws: `DatabaseError`.
  func check() throws {
    if watch.hasPassed { throw DeadlineWatch.interrupt }
  }

  /// The entry of a term in the dictionary; nil where no line held it at the last merge.
  ///
  /// - Throws: `DatabaseError`.
  func entry(of term: [UInt8]) throws -> TermBlock.Entry? {
    if let known = entries[term] { return known }
    let entry = try dictionary.entry(of: term)
    entries[term] = .some(entry)
    return entry
  }

  /// Keeps an entry that was read among others, so that nobody looks it up.
  func keep(_ block: TermBlock, _ match: TermBlock.Match) {
    entries[match.key] = .some(
      TermBlock.Entry(key: match.key, lines: match.lines, place: block.place(of: match))
    )
  }

  /// Tries a regular expression on lines, each once.
  func texts(of expression: TextExpression) -> ExpressionTexts {
    if let known = expressions[expression] { return known }
    let texts = ExpressionTexts(expression, self)
    expressions[expression] = texts
    return texts
  }

  /// Why regular expressions were not tried on every line.
  var expressionCuts: Set<ExpressionCut> {
    expressions.values.reduce(into: []) { $0.formUnion($1.cuts) }
  }

  /// Where in a line with several voices something is said or thought.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func regions(ofRow row: Int) throws -> [Region] {
    guard let index = directory.chapter(of: row) else { return [] }
    if index != chapterOfRegions {
      chapterOfRegions = index
      regionsByRow = [:]
      let rows = directory.chapters[index].rows
      let regions = try database.first(
        "SELECT regions FROM chapter_line WHERE first = ?",
        [.integer(rows.lowerBound)]
      ) { LineColumns.regions($0.bytes(0)) }
      let mixed = rows.filter { LineMark.voice(directory.marks[$0]) == nil }
      for (row, own) in zip(mixed, regions ?? []) {
        guard own.last?.end ?? 0 <= Int(directory.words[row]) else {
          throw DamagedRecord(cause: "chapter_line: voices behind the end of a line")
        }
        regionsByRow[row] = own
      }
    }
    return regionsByRow[row] ?? []
  }
}
