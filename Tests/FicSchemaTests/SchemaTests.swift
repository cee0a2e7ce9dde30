import FicSchema
import Testing

/// What marks an index file, and the steps to this version.
@Suite struct SchemaTests {
  @Test func `steps are without gaps and hold statements`() {
    #expect(Schema.migrations.map(\.version) == Array(1...Schema.version))
    for migration in Schema.migrations {
      let sql = String(decoding: migration.sql, as: UTF8.self)
      #expect(sql.utf8.elementsEqual(migration.sql))
      #expect(sql.hasPrefix("-- Version \(migration.version) "))
      #expect(sql.contains("CREATE ") || sql.contains("ALTER TABLE "))
    }
  }

  @Test(
    arguments: [
      (0, 0, true, .empty),
      (0, 0, false, .foreign),
      (Schema.applicationID, Schema.version, false, .current),
      (Schema.applicationID, Schema.version + 1, false, .newer(version: Schema.version + 1)),
      (Schema.applicationID, 0, false, .foreign),
      (Schema.applicationID, -1, false, .foreign),
      (1, Schema.version, false, .foreign),
      (0, 7, true, .foreign),
    ] as [(Int, Int, Bool, Schema.Standing)]
  )
  func `a file is judged`(id: Int, version: Int, isEmpty: Bool, standing: Schema.Standing) {
    #expect(
      Schema.standing(applicationID: id, version: version, isEmpty: isEmpty) == standing
    )
  }
}
