import FicIndex
import FicModel
import GRDB

/// Digests of the rows of one full-text table: from the texts that it was made of, and from the table.
struct FullTextDigests {
  private let analyzer = Analyzer()
  private let kind: IndexUnit.Kind

  /// Every term with its row, column and place.
  private(set) var places: ChapterDigests

  /// Of scenes, how often a row holds a term, as far as posting lists have it.
  private(set) var frequencies: ChapterDigests

  /// Creates digests of nothing.
  init(_ kind: IndexUnit.Kind, chapters: [Int]) {
    self.kind = kind
    places = ChapterDigests(chapters)
    frequencies = places
  }

  /// Adds what a chapter's text says.
  mutating func add(_ records: ChapterRecords, id: Int) {
    for index in records.storedUnits(kind).indices {
      let unit = RowKey.unit(kind, chapter: id, index: index)
      for (column, text) in records.columnTexts(kind, at: index).enumerated() {
        var place = -1
        var sum: UInt64 = 0
        analyzer.analyze(text.span, withPairs: kind.hasPairs) { term, _, isPair in
          if !isPair { place += 1 }
          sum &+= ChapterDigests.hash(term, unit, column, place)
          return true
        }
        places.add(sum, of: id)
      }
    }
  }

  /// Adds what the table says.
  ///
  /// - Throws: `DatabaseError`.
  mutating func add(_ database: Database) throws {
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.instance;
        CREATE VIRTUAL TABLE temp.instance USING fts5vocab('main', '\(kind.table)', 'instance')
        """
    )
    defer { try? database.execute(sql: "DROP TABLE IF EXISTS temp.instance") }
    let columns = kind.columns.map { $0.utf8.filter { $0 != UInt8(ascii: "\"") } }
    let rows = FullTextRow(kind)
    var run = Run()
    var column: [UInt8] = []
    var term: [UInt8] = []
    try database.query("SELECT term, doc, col, offset FROM temp.instance") { row in
      term.removeAll(keepingCapacity: true)
      row.append(0, to: &term)
      column.removeAll(keepingCapacity: true)
      row.append(2, to: &column)
      let unit = rows.unit(row.integer(1))
      let number = columns.firstIndex { $0 == column } ?? -1
      places.add(
        ChapterDigests.hash(term.span, unit, number, row.integer(3)),
        of: RowKey.chapter(ofUnit: unit, kind)
      )
      if !run.goesOn(term, unit, number) {
        end(run)
        run = Run(term: term, unit: unit, column: number)
      }
      run.count += 1
    }
    end(run)
  }

  /// A term in a column of a row.
  private struct Run {
    var term: [UInt8] = []
    var unit = -1
    var column = -1
    var count = 0

    func goesOn(_ term: [UInt8], _ unit: Int, _ column: Int) -> Bool {
      self.unit == unit && self.column == column && self.term == term
    }
  }

  private mutating func end(_ run: Run) {
    guard kind == .scene, run.count > 0, run.term != [Analyzer.barrier] else { return }
    // Lists have no pairs of words of names.
    if run.column > 0, run.term.first == FrequentWords.joiner { return }
    let column = Int(run.column == 0 ? UnitInverter.textColumn : UnitInverter.castColumn)
    addPosting(of: run.term.span, column: column, unit: run.unit, frequency: run.count)
  }

  /// Adds how often a unit holds a term.
  mutating func addPosting(
    of term: borrowing Span<UInt8>,
    column: Int,
    unit: Int,
    frequency: Int
  ) {
    frequencies.add(
      ChapterDigests.hash(term, unit, column, min(frequency, 65_535)),
      of: RowKey.chapter(ofUnit: unit, .scene)
    )
  }
}
