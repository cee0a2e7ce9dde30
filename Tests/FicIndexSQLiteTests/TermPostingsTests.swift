import FicIndex
import FicModel
import GRDB
import Testing

@testable import FicIndexSQLite

/// The postings of a term, looked up row by row, are those that FTS5 itself tells.
@Suite struct TermPostingsTests {
  private struct Place: Hashable {
    var row: Int
    var position: Int32
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `rows far apart and rows side by side are found, over leaves that cut postings in two`(
    seed: UInt64
  ) throws {
    var random = RandomStory(seed: seed)
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let cast = random.cast()
    let work = try writer.putWork(Library.work("work", cast: cast))
    try writer.commit()
    try writer.makeManyLeaves()
    for round in 0..<3 {
      for number in 1...12 where round == 0 || random.number(0...4) == 0 {
        let lines = (0..<random.number(20...80)).map { line in
          Script.Line.said(
            by: cast.isEmpty ? nil : line % cast.count,
            to: [],
            "the lamp of the \(line % 9) house"
          )
        }
        try writer.replace(
          Script(lines: lines).records(work: work, number: number, cast: cast)
        )
      }
      if round == 2 { try writer.removeChapters(of: work, numbers: [random.number(1...12)]) }
      try writer.commit()
    }
    try writer.perform("read", opensTransaction: false) { database in
      #expect(try database.integer("SELECT count(*) FROM line_fts_data") ?? 0 > 100)
      let table = try FullTextTable(database)
      for word in ["lamp", "the", "house", "3"] {
        let term = try #require(Analyzer().terms(of: word).first)
        try Self.check(term, of: table, &random)
      }
      let words = Analyzer().terms(of: "of the")
      try Self.check(
        try #require(FrequentWords.standard.pair(words[0], words[1])),
        of: table,
        &random
      )
    }
  }

  private static func check(
    _ term: Term,
    of table: FullTextTable,
    _ random: inout RandomStory
  ) throws {
    let told = try places(of: term, toldBy: table.database)
    let held = Set(told.map(\.row))
    let rows = held.sorted()
    let last = try #require(rows.last)
    for step in [1, 1, 7, 40, 200] {
      var postings = try table.postings(of: term.bytes)
      var buffer = PositionBuffer()
      var wanted = rows[0]
      while wanted <= last {
        let match = try postings.find(wanted)
        #expect((match != nil) == held.contains(wanted), "row \(wanted), step \(step)")
        if let match {
          postings.readPositions(match, less: 0, into: &buffer)
          let read = (0..<buffer.count).map { Place(row: wanted, position: buffer[$0]) }
          let own = told.filter { $0.row == wanted }
          #expect(Set(read) == own)
          #expect(read.count == own.count)
        }
        // Rows that the table has, and between them rows that it has not.
        if random.number(0...3) == 0 {
          wanted += 1
        } else {
          let next = rows.firstIndex { $0 > wanted } ?? rows.count
          let place = next + random.number(0...step) - 1
          wanted = place < rows.count ? max(wanted + 1, rows[place]) : last + 1
        }
      }
    }
  }

  private static func places(of term: Term, toldBy database: Database) throws -> Set<Place> {
    try database.execute(
      sql: "CREATE VIRTUAL TABLE temp.instance USING fts5vocab(main, line_fts, instance)"
    )
    var places: Set<Place> = []
    try database.query(
      "SELECT doc, offset FROM temp.instance WHERE term = ?",
      [.utf8(term.bytes)]
    ) { row in
      places.insert(Place(row: row.integer(0), position: Int32(row.integer(1))))
    }
    try database.execute(sql: "DROP TABLE temp.instance")
    return places
  }
}
