import FicIndex
import FicModel
import FicSchema
import FoundationEssentials
import GRDB
import Testing

@testable import FicIndexSQLite

/// Files that are no index, a newer one, or a damaged one.
@Suite struct IndexFileTests {
  private static let script = Script(lines: [.told("A word.")])

  private func code(_ body: () throws -> Void) -> IndexError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? IndexError)?.code
    }
  }

  @Test func `a missing file is not indexed yet`() throws {
    let library = try Library()
    #expect(code { try library.index.checkOpen() } == .notIndexed)
    try library.folder.write("", to: "index.db")
    #expect(code { try library.index.checkOpen() } == .notIndexed)
    try library.write([(Library.work("one"), [Self.script])])
    #expect(code { try library.index.checkOpen() } == nil)
  }

  @Test func `a file that took the place of another is opened`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script])])
    #expect(try await library.find(nil).count == 1)
    let other = try Library()
    try other.write([(Library.work("one"), [Self.script, Self.script])])
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: library.path + ending)
    }
    try FileManager.default.removeItem(atPath: library.path)
    try FileManager.default.copyItem(atPath: other.path, toPath: library.path)
    #expect(try await library.find(nil).count == 2)
  }

  @Test func `frequencies of words are those of the file that took the place`() async throws {
    func frequency(_ library: Library) async throws -> [Double] {
      let plan = QueryPlan([LinePlan(clause: .words("word"))])
      let weights = try await library.index.read { try $0.weights(of: plan) }
      return weights.weights
    }
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script])])
    #expect(try await frequency(library) == [BM25.weight(held: 1, of: 1)])
    let other = try Library()
    try other.write([(Library.work("one"), [Self.script, Self.script])])
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: library.path + ending)
    }
    try FileManager.default.copyItem(atPath: other.path, toPath: library.path)
    #expect(try await frequency(library) == [BM25.weight(held: 2, of: 2)])
  }

  @Test func `versions tell commits and files apart, and works are those of the file`() async throws
  {
    func version(_ library: Library) async throws -> IndexVersion {
      try await library.index.version(deadline: .never)
    }
    func title(_ library: Library) async throws -> String? {
      let works = try await library.index.read { try $0.works([WorkID(identity: "one")]) }
      return works.first?.metadata.fields.first?.value
    }
    let library = try Library()
    await #expect(throws: IndexError.self) { try await version(library) }
    try library.write([(Library.work("one", title: "Lamps"), [Self.script])])
    let first = try await version(library)
    #expect(try await title(library) == "Lamps")
    #expect(try await version(library) == first)
    try library.write([(Library.work("one", title: "Oil"), [Self.script])])
    let second = try await version(library)
    #expect(second != first && second.place == first.place)
    #expect(try await title(library) == "Oil")
    let other = try Library()
    try other.write([(Library.work("one", title: "Wicks"), [Self.script])])
    try other.write([(Library.work("one", title: "Wick"), [Self.script])])
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: library.path + ending)
    }
    try FileManager.default.copyItem(atPath: other.path, toPath: library.path)
    let third = try await version(library)
    #expect(third.generation == second.generation && third != second)
    #expect(try await title(library) == "Wick")
  }

  @Test func `another program's file is refused and left alone`() throws {
    let library = try Library()
    let text = String(repeating: "This is no database at all. ", count: 100)
    try library.folder.write(text, to: "index.db")
    #expect(code { try library.index.checkOpen() } == .notAnIndex)
    #expect(code { _ = try SQLiteIndexWriter(path: library.path) } == .notAnIndex)
    #expect(try Data(contentsOf: URL(filePath: library.path)) == Data(text.utf8))
  }

  @Test func `another program's database is refused`() throws {
    let library = try Library()
    try DatabaseQueue(path: library.path).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(code { try library.index.checkOpen() } == .notAnIndex)
    #expect(code { _ = try SQLiteIndexWriter(path: library.path) } == .notAnIndex)
  }

  @Test func `a newer index is refused`() throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script])])
    try DatabaseQueue(path: library.path).writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA user_version = \(Schema.version + 1)")
    }
    #expect(code { try library.index.checkOpen() } == .newerSchema)
    #expect(code { _ = try SQLiteIndexWriter(path: library.path) } == .newerSchema)
  }

  @Test func `a missing folder is said`() throws {
    let library = try Library()
    let path = library.folder.file("nowhere/index.db")
    #expect(code { _ = try SQLiteIndexWriter(path: path) } == .unavailable)
  }

  @Test(arguments: [1, 2, 3, 5, 8])
  func `a truncated file is corrupt`(eighths: Int) async throws {
    let library = try Library()
    try library.write([(Library.work("one"), Array(repeating: Self.script, count: 40))])
    let bytes = try Array(Data(contentsOf: URL(filePath: library.path)))
    let truncated = Array(bytes.prefix(bytes.count * eighths / 9))
    let copy = try Library()
    try copy.folder.write(truncated, to: "index.db")
    // Either it does not open, or it does and the check or a search says what is wrong.
    var codes: [IndexError.Code?] = []
    codes.append(
      code {
        let findings = try SQLiteIndexWriter(path: copy.path).check()
        #expect(findings != [])
      }
    )
    do {
      _ = try await copy.find(.words("word"))
    } catch let error as IndexError {
      codes.append(error.code)
    }
    #expect(codes.allSatisfy { $0 == nil || $0 == .corrupt || $0 == .notAnIndex })
  }

  @Test func `damaged text is found by the check and does not crash a search`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script])])
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.perform("damage") { database in
      try database.change("UPDATE chapter_record SET record = x'28b52ffd0102030405'", [])
    }
    try writer.commit()
    #expect(try writer.check().count == 1)
    let key = ChapterKey(work: WorkID(identity: "one"), chapter: 1)
    let error = await #expect(throws: IndexError.self) {
      try await library.index.read { try $0.chapters([key]) }
    }
    #expect(error?.code == .corrupt)
  }

  @Test func `a cancelled search ends`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Self.script])])
    let index = library.index
    let plan = QueryPlan([LinePlan(clause: .words("word"))])
    let task = Task {
      while true {
        _ = try await index.read { try $0.tally(plan, $0.weights(of: plan)) }
      }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
