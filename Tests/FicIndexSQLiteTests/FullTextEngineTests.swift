import FicIndex
import Testing

@testable import FicIndexSQLite

@Suite struct FullTextEngineTests {
  @Test func `the FTS5 of this machine is known`() throws {
    try FullTextEngine.check()
  }

  @Test(
    arguments: [
      "UPDATE line_fts_config SET v = 5 WHERE k = 'version'",
      "UPDATE line_fts_data SET block = x'00000000' WHERE id = 10",
      "UPDATE line_fts_data SET block = zeroblob(length(block)) WHERE id > 10",
      "DELETE FROM line_fts_data WHERE id > 10",
      "INSERT INTO line_fts (line_fts) VALUES ('delete-all')",
    ]
  )
  func `one that keeps its lists otherwise is refused, with what to do`(statement: String) {
    let error = #expect(throws: IndexError.self) {
      try FullTextEngine.check { execute in try execute(statement) }
    }
    #expect(error?.code == .unknownEngine)
    #expect(error?.description.contains("libsqlite3") == true)
  }
}
