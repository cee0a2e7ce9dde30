import FicIndex
import FicModel
import Testing

@testable import FicIndexSQLite

/// A run that changes very many chapters merges the posting lists on its way.
@Suite struct MergeWithinRunTests {
  private static func builds(_ writer: SQLiteIndexWriter) throws -> Int {
    try writer.perform("read", opensTransaction: false) {
      try $0.integer("SELECT posting_build FROM state") ?? 0
    }
  }

  @Test(arguments: [(bound: 40, merges: true), (bound: 4096, merges: false)])
  func `lists are merged once enough chapters have changed, and nothing is lost`(
    bound: Int,
    merges: Bool
  ) async throws {
    let library = try Library()
    let writer = try SQLiteIndexWriter(path: library.path, changesWithinRun: bound)
    let work = try writer.putWork(Library.work("one"))
    func write(_ words: String) throws {
      for number in 1...150 {
        let script = Script(lines: [.told("\(words) \(number)")])
        try writer.replace(script.records(work: work, number: number, cast: Library.cast))
      }
    }
    try write("lamp")
    try writer.finish()
    let before = try Self.builds(writer)
    try write("candle")
    #expect(try (Self.builds(writer) > before) == merges)
    try writer.commit()
    #expect(try await library.find(.words("candle")).count == 150)
    #expect(try await library.find(.words("lamp")).isEmpty)
    #expect(try writer.check(isDeep: true) == [])
  }
}
