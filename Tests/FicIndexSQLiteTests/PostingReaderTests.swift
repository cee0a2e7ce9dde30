import FicIndex
import GRDB
import SeededRandom
import Testing

@testable import FicIndexSQLite

/// A list gives the same postings however it is read.
@Suite struct PostingReaderTests {
  /// The words of each row of the lists.
  private static let words = (0..<2_000_000).map { UInt16($0 % 90) }

  /// A list of about so many postings: few, several blocks, or several chunks of them.
  private static func run(_ count: Int, _ random: inout SplitMix) -> LineRun {
    let gap = Int32([1, 3, 40].randomElement(using: &random) ?? 1)
    var run = LineRun()
    var row = Int32.random(in: 0...200, using: &random)
    for _ in 0..<count {
      row += Int32.random(in: 1...gap, using: &random)
      // Seldom a gap of several blocks' rows.
      if Int.random(in: 0..<500, using: &random) == 0 { row += 9000 }
      let isRare = Int.random(in: 0..<50, using: &random) == 0
      run.append(row, isRare ? UInt16.random(in: 1...UInt16.max, using: &random) : 1)
    }
    return run
  }

  /// Writes lists, the first as `a`, and hands a dictionary of them to `body`.
  private static func withLists(
    _ runs: [LineRun],
    _ body: (Database, TermDictionary) throws -> Void
  ) throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.perform("write lists") { database in
      var lists = try PostingWriter(database, words: words)
      for (number, run) in runs.enumerated() { try lists.add(key(number), run) }
      try lists.finish()
      try body(database, TermDictionary(database))
    }
  }

  private static func key(_ number: Int) -> [UInt8] { [UInt8(ascii: "a") + UInt8(number)] }

  private static func part(_ run: LineRun, _ range: Range<Int>) -> LineRun {
    var part = LineRun()
    for (row, count) in zip(run.rows, run.counts) where range.contains(Int(row)) {
      part.append(row, count)
    }
    return part
  }

  /// Ranges that ascend, some of them side by side, some empty, the last beyond the list.
  private static func ranges(_ random: inout SplitMix, to end: Int) -> [Range<Int>] {
    let count = [2, 6, 60].randomElement(using: &random) ?? 6
    let bounds = (0..<count).map { _ in Int.random(in: 0...end + 500, using: &random) }.sorted()
    let step = Bool.random(using: &random) ? 1 : 2
    return stride(from: 0, to: bounds.count - 1, by: step).map { bounds[$0]..<bounds[$0 + 1] }
  }

  private static let lengths = [1, 2, 127, 128, 129, 256, 1000, 20_000]

  @Test(arguments: 0..<12)
  func `ranges are read as all is read`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let runs = Self.lengths.map { Self.run($0, &random) }
    try Self.withLists(runs) { database, dictionary in
      for (number, run) in runs.enumerated() {
        let entry = try #require(try dictionary.entry(of: Self.key(number)))
        #expect(entry.lines == run.count)
        let end = Int(run.rows.last ?? 0)
        var whole = LineRun()
        try PostingReader(database, entry.place).read([0..<end + 1], into: &whole)
        #expect(whole.rows == run.rows && whole.counts == run.counts)
        for _ in 0..<8 {
          let reader = PostingReader(database, entry.place)
          var rest = Self.ranges(&random, to: end)[...]
          while !rest.isEmpty {
            let ranges = Array(rest.prefix(Int.random(in: 1...5, using: &random)))
            rest = rest.dropFirst(ranges.count)
            var read = LineRun()
            try reader.read(ranges, into: &read)
            var expected = LineRun()
            for range in ranges {
              let part = Self.part(run, range)
              expected.rows += part.rows
              expected.counts += part.counts
            }
            #expect(read.rows == expected.rows, "\(run.count) postings, \(ranges)")
            #expect(read.counts == expected.counts)
          }
        }
      }
    }
  }

  @Test(arguments: 0..<12)
  func `rows are kept that the list has, between ranges and by themselves`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let runs = Self.lengths.map { Self.run($0, &random) }
    try Self.withLists(runs) { database, dictionary in
      for (number, run) in runs.enumerated() {
        let entry = try #require(try dictionary.entry(of: Self.key(number)))
        let reader = PostingReader(database, entry.place)
        for range in Self.ranges(&random, to: Int(run.rows.last ?? 0)) {
          var found = LineRun()
          var expected = Self.part(run, range)
          if Bool.random(using: &random) {
            try reader.read([range], into: &found)
          } else {
            let step = Int.random(in: 1...90, using: &random)
            let rows = range.filter { $0 % step == 0 || $0 % 7 == 0 }.map { Int32($0) }
            try reader.keep(rows, into: &found)
            let wanted = Set(rows)
            let places = expected.rows.indices.filter { wanted.contains(expected.rows[$0]) }
            expected.counts = places.map { expected.counts[$0] }
            expected.rows = places.map { expected.rows[$0] }
          }
          #expect(found.rows == expected.rows, "\(run.count) postings, \(range)")
          #expect(found.counts == expected.counts)
        }
      }
    }
  }

  @Test(arguments: 0..<12)
  func `blocks whose lines have too little of the term's weight are left out, and no others`(
    seed: UInt64
  ) throws {
    var random = SplitMix(seed: seed)
    let runs = Self.lengths.map { Self.run($0, &random) }
    try Self.withLists(runs) { database, dictionary in
      for (number, run) in runs.enumerated() {
        let entry = try #require(try dictionary.entry(of: Self.key(number)))
        let least = Double.random(in: 0...BM25.most, using: &random)
        let reader = PostingReader(database, entry.place)
        for range in Self.ranges(&random, to: Int(run.rows.last ?? 0)) {
          var found = LineRun()
          try reader.read([range], into: &found) { $0 >= least }
          let all = Self.part(run, range)
          #expect(Set(found.rows).isSubset(of: all.rows))
          #expect(found.rows == found.rows.sorted())
          let missing = zip(all.rows, all.counts).filter { !found.rows.containsAscending($0.0) }
          let shares = missing.map { row, count in
            BM25.saturation(Int(count), words: Int(Self.words[Int(row)]))
          }
          #expect(shares.allSatisfy { $0 < least }, "\(run.count) postings, \(range)")
        }
      }
    }
  }

  @Test(arguments: 0..<30)
  func `damaged lists give something or an error, and come to an end`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let runs = Self.lengths.map { Self.run($0, &random) }
    try Self.withLists(runs) { database, dictionary in
      let column = Bool.random(using: &random) ? "posting_block" : "posting_chunk"
      try Self.damage(column, in: database, &random)
      for number in runs.indices {
        guard let entry = try dictionary.entry(of: Self.key(number)) else { continue }
        var run = LineRun()
        let reader = PostingReader(database, entry.place)
        for range in [0..<10, 10..<5000, 5000..<5001, 5001..<300_000] {
          try? reader.read([range], into: &run)
        }
        try? PostingReader(database, entry.place).keep([1, 500, 90_000, .max], into: &run)
        try? PostingReader(database, entry.place).read([0..<300_000], into: &run) { $0 > 1 }
        #expect(run.rows.count == run.counts.count)
      }
    }
  }

  /// Changes some bytes of each row, and cuts some rows off.
  private static func damage(
    _ table: String,
    in database: Database,
    _ random: inout SplitMix
  ) throws {
    var rows: [(id: Int, bytes: [UInt8])] = []
    try database.query("SELECT id, data FROM \(table)") {
      rows.append(($0.integer(0), $0.bytes(1)))
    }
    for (id, old) in rows {
      var bytes = old
      for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
        // Heads are where most can go wrong.
        let place = Bool.random(using: &random) ? 0..<min(9, bytes.count) : bytes.indices
        bytes[Int.random(in: place, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
      }
      try database.change(
        "UPDATE \(table) SET data = ? WHERE id = ?",
        [.blob(bytes), .integer(id)]
      )
    }
  }
}
