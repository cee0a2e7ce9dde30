import FicIndex
import FicModel
import FicSchema
import GRDB
import Testing

@testable import FicIndexSQLite

/// What is known of works, in the file.
@Suite struct FactStoreTests {
  private static let script = Script(lines: [.told("A word.")])

  private static func work(_ identity: String, _ fields: [(String, String)]) -> WorkRecord {
    var work = Library.work(identity)
    work.metadata.fields += fields.map {
      MetadataField(key: $0.0, value: $0.1, origin: .header)
    }
    return work
  }

  private func count(_ library: Library, _ sql: String) throws -> Int {
    let writer = try SQLiteIndexWriter(path: library.path)
    return try writer.perform("count", opensTransaction: false) { try $0.integer(sql) ?? -1 }
  }

  private func execute(_ sql: String, _ library: Library) throws {
    let queue = try DatabaseQueue(
      path: library.path,
      configuration: IndexFile.writerConfiguration
    )
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  private func ids(_ library: Library, _ condition: WorkCondition) async throws -> [WorkID] {
    try await library.index.read { try $0.works(matching: condition, limit: 9) }.map(\.id)
  }

  @Test func `a value is stored once and goes with the last work that has it`() async throws {
    let library = try Library()
    let one = Self.work("one", [("fandom", "Harbour Lights"), ("words", "12,000")])
    var two = Self.work("two", [("fandom", "harbour lights")])
    try library.write([(one, [Self.script]), (two, [Self.script])])
    let fandoms = "SELECT count(*) FROM fact WHERE key = 'fandom'"
    #expect(try count(library, fandoms) == 1)
    let harbour = WorkCondition.fact(.fandom, try #require(ValuePattern("harbour")))
    #expect(try await ids(library, harbour) == [one.id, two.id].sorted())
    #expect(try await ids(library, .figure(.words, 11_000...12_000)) == [one.id])
    two.metadata.fields = []
    try library.write([(two, [Self.script])])
    #expect(try await ids(library, harbour) == [one.id])
    let writer = try SQLiteIndexWriter(path: library.path)
    try writer.removeWork(one.id)
    try writer.finish()
    #expect(try writer.check() == [])
    #expect(
      try writer.perform("count", opensTransaction: false) { try $0.integer(fandoms) } == 0
    )
  }

  @Test func `writing the same again changes nothing`() async throws {
    let library = try Library()
    let work = Self.work("one", [("fandom", "A"), ("ship", "B/C"), ("updated", "2020")])
    try library.write([(work, [Self.script])])
    let before = try await library.index.read { try $0.statistics() }.generation
    try library.write([])
    let writer = try SQLiteIndexWriter(path: library.path)
    _ = try writer.putWork(work)
    try writer.finish()
    #expect(try await library.index.read { try $0.statistics() }.generation == before)
  }

  @Test func `an index of the version before gets its facts from what is stored`() async throws {
    let library = try Library()
    let work = Self.work("one", [("status", "Completed:"), ("ship", "B/C"), ("words", "7k")])
    try library.write([(work, [Self.script])])
    try execute(
      OlderSchema.takingOutSources + """
        DROP TABLE fact; DROP TABLE work_fact; DROP TABLE work_shelf;
        ALTER TABLE state DROP COLUMN facts; PRAGMA user_version = 3;
        """,
      library
    )
    let older = SQLiteSearchIndex(path: library.path, readers: 1)
    #expect(throws: IndexError.self) { try older.checkOpen() }
    let writer = try SQLiteIndexWriter(path: library.path)
    #expect(try writer.check() == [])
    #expect(try writer.worksToReread() == [work.id])
    let condition = WorkCondition.and([
      .fact(.status, try #require(ValuePattern("complete"))),
      .ship(try #require(ShipPattern("c/b"))), .figure(.words, 7000...7000),
    ])
    #expect(try await ids(library, condition) == [work.id])
  }

  @Test func `facts that another version made are made anew`() async throws {
    let library = try Library()
    let work = Self.work("one", [("fandom", "Harbour Lights")])
    try library.write([(work, [Self.script])])
    try execute("UPDATE fact SET value = 'stale'; UPDATE state SET facts = 0", library)
    let generation = try await library.index.read { try $0.statistics() }.generation
    #expect(try SQLiteIndexWriter(path: library.path).check() == [])
    let harbour = WorkCondition.fact(.fandom, try #require(ValuePattern("harbour")))
    #expect(try await ids(library, harbour) == [work.id])
    #expect(try await library.index.read { try $0.statistics() }.generation > generation)
  }

  @Test func `a search of few works, many works and all but some`() async throws {
    let library = try Library()
    let works = (0..<70).map { number in
      Self.work(
        "w\(number)",
        [("fandom", number % 2 == 0 ? "Even" : "Odd"), ("words", "\(number)")]
      )
    }
    try library.write(works.map { ($0, [Self.script]) })
    func found(_ condition: WorkCondition) async throws -> Int {
      try await library.find(.words("word")) { $0.condition = condition }.count
    }
    let even = WorkCondition.fact(.fandom, try #require(ValuePattern("even")))
    #expect(try await found(even) == 35)
    #expect(try await found(.not(even)) == 35)
    #expect(try await found(.and([even, .figure(.words, 0...9)])) == 5)
    #expect(try await found(.and([.not(even), .not(.figure(.words, 0...9))])) == 30)
    #expect(try await found(.or([even, .not(even)])) == 70)
    #expect(try await found(.or([])) == 0)
    #expect(try await library.find(nil) { $0.condition = .figure(.words, 3...3) }.count == 1)
  }
}
