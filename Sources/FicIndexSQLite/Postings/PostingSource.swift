/// Where posting lists come from: the merged tables, or the chapters that changed since.
protocol PostingSource {
  /// The units that are numbered here.
  var directory: UnitDirectory { get }

  /// The list of a key (a column and a term); nil where no unit holds it.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func list(of key: [UInt8]) throws -> PostingList?

  /// Hands the lists of all keys that start with `prefix` to `body`.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func readLists(startingWith prefix: [UInt8], _ body: (PostingList) -> Void) throws
}
