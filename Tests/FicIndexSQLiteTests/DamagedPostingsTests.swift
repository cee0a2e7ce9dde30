import FicIndex
import FicIndexSQLite
import FicModel
import Foundation
import GRDB
import Testing

/// A damaged index gives an answer or an error, never a crash.
@Suite struct DamagedPostingsTests {
  /// The columns that searches read without SQLite's or FTS5's help.
  private static let columns = [
    ("line_fts_data", "block"), ("posting_block", "data"), ("posting_chunk", "data"),
    ("chapter_line", "words"), ("chapter_line", "marks"), ("chapter_line", "confidences"),
    ("chapter_line", "regions"), ("chapter_text", "piece"), ("chapter_record", "record"),
  ]

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `random damage is survived`(seed: UInt64) async throws {
    var random = RandomStory(seed: seed)
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let cast = random.cast()
    let work = try writer.putWork(Library.work("work", title: "The Dark", cast: cast))
    for chapter in 1...40 {
      let script = random.script(cast: cast)
      try writer.replace(script.records(work: work, number: chapter, cast: cast))
    }
    try writer.finish()
    for _ in 0..<10 {
      try damage(library.path, &random)
      let index = SQLiteSearchIndex(path: library.path, readers: 1)
      for _ in 0..<10 {
        // Reads hold the thread; other suites wait for theirs.
        await Task.yield()
        let plan = random.plan(works: [work])
        try? await index.snapshot("read", deadline: .after(.seconds(5))) { snapshot in
          let weights = try snapshot.weights(of: plan)
          _ = try? snapshot.tally(plan, weights)
          _ = try? snapshot.lines(plan, weights, of: work, after: nil, limit: 9)
          _ = try? snapshot.closest(plan, weights, limit: 3)
        }
      }
      // Lists are made from what is there, or stay as they were.
      try? writer.mergePostings(after: 0)
    }
  }

  private func damage(_ path: String, _ random: inout RandomStory) throws {
    let (table, column) = Self.columns[random.number(0...Self.columns.count - 1)]
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT rowid, \(column) FROM \(table) ORDER BY rowid LIMIT 2 OFFSET ?",
        arguments: [random.number(0...max(0, count - 1))]
      )
      for row in rows {
        var bytes = [UInt8](row[1] as Data? ?? Data())
        guard !bytes.isEmpty else { continue }
        if random.number(0...3) == 0 { bytes.removeLast(random.number(1...bytes.count)) }
        for _ in 0..<random.number(1...4) where !bytes.isEmpty {
          bytes[random.number(0...bytes.count - 1)] = UInt8(random.number(0...255))
        }
        try database.execute(
          sql: "UPDATE \(table) SET \(column) = ? WHERE rowid = ?",
          arguments: [Data(bytes), row[0] as Int64? ?? 0]
        )
      }
    }
  }
}
