import FicIndex
import FicModel
import FicSchema
import GRDB
import Testing

@testable import FicIndexSQLite

@Suite struct AliasTests {
  private static let entries = [
    AliasEntry(name: "Edwin Smith", aliases: ["Smith", "the tall agent"]),
    AliasEntry(name: "Mary", aliases: [], work: "A Title"),
  ]

  @Test func `aliases and the works that wait for them are kept`() throws {
    let library = try Library()
    try library.write([
      (Library.work("one"), [Script(lines: [.told("A tall agent came.")])]),
      (Library.work("two", title: "Other"), [Script(lines: [.told("An agent left.")])]),
    ])
    let one = WorkID(identity: "one")
    let two = WorkID(identity: "two")
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      #expect(try writer.storedAliases() == [])
      #expect(try writer.works { $1 == "A Title" } == [one])
      #expect(try writer.works { id, title in id == two && title == "Other" } == [two])
      let analyzer = Analyzer()
      #expect(try writer.works(holding: analyzer.terms(of: "tall agent's")) == [one])
      #expect(try writer.works(holding: analyzer.terms(of: "Agent")) == [one, two])
      #expect(try writer.works(holding: analyzer.terms(of: "nobody \" OR *")) == [])
      #expect(try writer.works(holding: []) == [])
      try writer.noteAliases(Self.entries, rereading: [one, two])
      try writer.finish()
    }
    let writer = try SQLiteIndexWriter(path: library.path)
    #expect(try writer.storedAliases() == Self.entries)
    #expect(try writer.worksToReread() == [one, two])
    try writer.noteReading(of: one)
    #expect(try writer.worksToReread() == [two])
    try writer.noteAliases([], rereading: [])
    #expect(try writer.storedAliases() == [])
    #expect(try writer.worksToReread() == [two])
    try writer.noteAliases([], rereading: nil)
    #expect(try writer.worksToReread() == [one, two])
    try writer.commit()
    #expect(try writer.check() == [])
  }

  @Test func `an index of the first version is brought up to date`() throws {
    let library = try Library()
    do {
      let queue = try DatabaseQueue(
        path: library.path,
        configuration: IndexFile.writerConfiguration
      )
      try queue.write { database in
        try database.execute(sql: String(decoding: Schema.migrations[0].sql, as: UTF8.self))
        try database.execute(
          sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1"
        )
      }
    }
    let writer = try SQLiteIndexWriter(path: library.path)
    #expect(try writer.storedAliases() == [])
    #expect(try writer.worksToReread() == [])
    #expect(try writer.check() == [])
  }
}
