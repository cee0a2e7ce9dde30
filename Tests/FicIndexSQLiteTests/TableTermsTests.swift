import FicIndex
import FicModel
import GRDB
import Testing

@testable import FicIndexSQLite

/// One pass over a table of FTS5 gives what FTS5 itself tells of it.
@Suite struct TableTermsTests {
  private struct Posting: Hashable {
    var term: [UInt8]
    var row: Int
    var count: Int
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `segments, deleted rows and postings over several leaves are read as FTS5 reads them`(
    seed: UInt64
  ) throws {
    var random = RandomStory(seed: seed)
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let cast = random.cast()
    let work = try writer.putWork(Library.work("work", cast: cast))
    try writer.commit()
    try writer.makeManyLeaves()
    for round in 0..<5 {
      for number in [1, 2, 3, 4, 5, 511, 512, 700] where round == 0 || random.number(0...2) == 0 {
        if random.number(0...3) == 0 {
          try writer.removeChapters(of: work, numbers: [number])
        } else {
          let script = random.script(cast: cast)
          try writer.replace(script.records(work: work, number: number, cast: cast))
        }
      }
      try writer.commit()
    }
    let long = Script(lines: (0..<400).map { .told("lamp \($0 % 7) lamp") })
    try writer.replace(long.records(work: work, number: 6, cast: cast))
    try writer.commit()
    try writer.perform("read", opensTransaction: false) { database in
      let table = try FullTextTable(database)
      let segments = "SELECT count(DISTINCT segid) FROM line_fts_idx"
      #expect(try database.integer(segments) ?? 0 > 3)
      let read = try Self.postings(of: table)
      let told = try Self.postings(toldBy: database)
      #expect(Set(read) == told, "seed \(seed)")
      #expect(read.count == told.count)
    }
  }

  /// What a pass over the table reads, with a check that all ascends.
  private static func postings(of table: FullTextTable) throws -> [Posting] {
    var postings: [Posting] = []
    var last: [UInt8] = []
    var terms = table.terms()
    while try terms.advance() {
      #expect(last.lexicographicallyPrecedes(terms.term))
      last = terms.term
      #expect(zip(terms.rows.rows, terms.rows.rows.dropFirst()).allSatisfy(<))
      let rows = terms.rows.counting()
      for index in rows.rows.indices {
        postings.append(
          Posting(term: terms.term, row: Int(rows.rows[index]), count: Int(rows.counts[index]))
        )
      }
    }
    return postings
  }

  private static func postings(toldBy database: Database) throws -> Set<Posting> {
    try database.execute(
      sql: "CREATE VIRTUAL TABLE temp.instance USING fts5vocab(main, line_fts, instance)"
    )
    var postings: Set<Posting> = []
    try database.query("SELECT term, doc, count(*) FROM temp.instance GROUP BY term, doc") { row in
      postings.insert(Posting(term: row.bytes(0), row: row.integer(1), count: row.integer(2)))
    }
    try database.execute(sql: "DROP TABLE temp.instance")
    return postings
  }

  @Test func `rows of a newer segment stand in place of those of an older one`() {
    let newer = LineRun(rows: [2, 5], counts: [0, 3])
    let older = LineRun(rows: [1, 2, 5, 9], counts: [7, 7, 7, 7])
    let both = newer.covering(older)
    #expect(both.rows == [1, 2, 5, 9])
    #expect(both.counts == [7, 0, 3, 7])
    #expect(both.counting().rows == [1, 5, 9] && both.counting().counts == [7, 3, 7])
    #expect(LineRun().covering(older).rows == older.rows)
  }
}
