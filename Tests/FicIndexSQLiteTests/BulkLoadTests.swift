import FicIndex
import FicModel
import FoundationEssentials
import Testing

@testable import FicIndexSQLite

/// A new index appears whole or not at all.
@Suite struct BulkLoadTests {
  private static func script(_ words: String) -> Script { Script(lines: [.told(words)]) }

  private func names(_ library: Library) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: library.folder.path).sorted()
  }

  @Test
  func `nothing is in the place before the first commit, and nothing is left beside it after`()
    async throws
  {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = try writer.putWork(Library.work("one"))
    for number in 1...100 {
      let script = Self.script("lamp \(number)")
      try writer.replace(script.records(work: work, number: number, cast: Library.cast))
    }
    #expect(throws: IndexError.self) { try library.index.checkOpen() }
    #expect(try names(library).contains("index.db.new"))
    try writer.finish()
    #expect(try !names(library).contains { $0.contains(".new") })
    #expect(try await library.find(.words("lamp")).count == 100)
    #expect(try writer.check() == [])
    // From now on it is written in place.
    try writer.replace(Self.script("lamp").records(work: work, number: 101, cast: Library.cast))
    try writer.finish()
    #expect(try await library.find(.words("lamp")).count == 101)
  }

  /// Waits until a copy is in the place.
  private func waitForPlace(_ library: Library) async throws {
    for _ in 0..<500 where try !names(library).contains("index.db") {
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  @Test func `what is written so far can be searched, and the whole index takes its place`()
    async throws
  {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path, fewestSummedLines: 8)
    try writer.expectFiles(9)
    let work = try writer.putWork(Library.work("one"))
    func write(_ numbers: ClosedRange<Int>) throws {
      for number in numbers {
        let script = Self.script("lamp \(number)")
        try writer.replace(script.records(work: work, number: number, cast: Library.cast))
      }
    }
    try write(1...30)
    try writer.preview()
    try write(31...60)
    try await waitForPlace(library)
    #expect(try await library.find(.words("lamp")).count == 30)
    let statistics = try await library.index.snapshot("look", deadline: .never) {
      try $0.statistics()
    }
    #expect(statistics.expectedFiles == 9)
    let answer = try await SearchEngine(index: library.index).search(SearchRequest(query: "lamp"))
    #expect(!answer.begin.complete)
    #expect(
      answer.begin.missing
        == "the archive is being read for the first time: 0 of 9 files so far"
    )
    try writer.expectFiles(0)
    try writer.finish()
    #expect(try await library.find(.words("lamp")).count == 60)
    #expect(try names(library).allSatisfy { !$0.contains(".new") && !$0.contains(".preview") })
    #expect(try writer.check(isDeep: true) == [])
  }

  @Test func `a writer that ends after it let a copy be searched leaves that for the next one`()
    async throws
  {
    let library = try Library()
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      let work = try writer.putWork(Library.work("one"))
      try writer.replace(
        Self.script("lamp one").records(work: work, number: 1, cast: Library.cast)
      )
      try writer.preview()
      try await waitForPlace(library)
      try writer.replace(
        Self.script("lamp two").records(work: work, number: 2, cast: Library.cast)
      )
    }
    #expect(try !names(library).contains { $0.contains(".new") })
    #expect(try await library.find(.words("lamp")).count == 1)
    let next = try SQLiteIndexWriter(path: library.path)
    #expect(try next.check(isDeep: true) == [])
    try next.finish()
    #expect(try await library.find(.words("lamp")).count == 1)
  }

  @Test func `a run that ends while a copy is made does not wait for it`() async throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = try writer.putWork(Library.work("one"))
    try writer.replace(Self.script("lamp").records(work: work, number: 1, cast: Library.cast))
    try writer.preview()
    try writer.finish()
    #expect(try names(library).allSatisfy { !$0.contains(".new") && !$0.contains(".preview") })
    #expect(try await library.find(.words("lamp")).count == 1)
  }

  @Test func `what a writer that ended before left beside the place is removed`() throws {
    let library = try Library()
    for name in ["index.db.new", "index.db.new-wal", "index.db.preview", "index.db-wal"] {
      try library.folder.write("left over", to: name)
    }
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      _ = try writer.putWork(Library.work("one"))
    }
    #expect(try !names(library).contains { $0.contains(".new") || $0.contains(".preview") })
    #expect(try !names(library).contains("index.db"))
    try library.write([(Library.work("one"), [Self.script("word")])])
    #expect(try SQLiteIndexWriter(path: library.path).check() == [])
  }

  @Test func `a new index in which something failed never takes the place`() throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = try writer.putWork(Library.work("one"))
    #expect(throws: IndexError.self) {
      try writer.perform("fail") { try $0.change("INSERT INTO nowhere VALUES (1)", []) }
    }
    #expect(throws: IndexError.self) { try writer.commit() }
    #expect(throws: IndexError.self) {
      try writer.replace(Self.script("a").records(work: work, number: 1, cast: Library.cast))
    }
    #expect(try !names(library).contains("index.db"))
  }

  @Test func `posting lists are right though chapters are written twice, out of order, or removed`()
    async throws
  {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path)
    let work = try writer.putWork(Library.work("one"))
    for number in [3, 1, 2, 3, 4] {
      let script = Self.script("lamp number\(number)")
      try writer.replace(script.records(work: work, number: number, cast: Library.cast))
    }
    try writer.removeChapters(of: work, numbers: [2])
    try writer.finish()
    #expect(try await library.find(.words("lamp")) == ["1/0×1", "3/0×1", "4/0×1"])
    #expect(try writer.check(isDeep: true) == [])
  }
}
