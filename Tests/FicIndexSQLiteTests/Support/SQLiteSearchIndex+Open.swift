import FicIndex

@testable import FicIndexSQLite

extension SQLiteSearchIndex {
  /// Checks that the file can be opened and is an index of this version.
  func checkOpen() throws { try read("open the index", .never) { _, _ in } }
}
