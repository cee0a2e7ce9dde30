import FicIndex
import FicIndexSQLite
import FoundationEssentials
import Testing

@Suite struct SQLiteBackendTests {
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `SQLite answers as the twin does`(seed: UInt64) async throws {
    let files = FileManager.default
    let folder = "\(files.temporaryDirectory.path)/ficsearch-\(UUID().uuidString)"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    let writer = try SQLiteIndexWriter(
      path: "\(folder)/index.db",
      fewestSummedLines: 1 + Int(seed % 3) * 8
    )
    let found = try await BackendAgreement(seed: seed).expectAgreement(writer: writer) {
      SQLiteSearchIndex(path: writer.path, readers: 2, closerLook: 1 << 20)
    }
    #expect(found > 0)
    #expect(try writer.check() == [])
  }
}
