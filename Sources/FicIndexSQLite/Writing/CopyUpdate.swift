import FicIndex
import FicModel
import GRDB

/// Finds which works are copies of others, after their texts have changed, inside an open
/// transaction.
///
/// Only works whose text has changed are compared with others; all works that are linked with them
/// are grouped anew.
struct CopyUpdate {
  /// Where more works than these have changed, the keys of all works are counted once; else those
  /// of the works that share some with one that has changed.
  private static let mostCountedSingly = 64

  private let database: Database
  private let sketches: SketchStore

  /// Creates an update on a connection.
  init(_ database: Database) {
    self.database = database
    sketches = SketchStore(database)
  }

  /// Notes the keys of a work.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func noteKeys(ofOrdinal ordinal: Int) throws {
    let before = Set(try sketches.keys(ofOrdinal: ordinal))
    let keys = Set(try sketches.sketch(ofOrdinal: ordinal).keys)
    // Keys lie all over the table, so one that stays is better left alone.
    for key in before.subtracting(keys).sorted() {
      try database.change(
        "DELETE FROM sketch_key WHERE hash = ? AND work = ?",
        [.integer(Int(key)), .integer(ordinal)]
      )
    }
    for key in keys.subtracting(before).sorted() {
      try database.change(
        "INSERT INTO sketch_key VALUES (?, ?)",
        [.integer(Int(key)), .integer(ordinal)]
      )
    }
    try database.change(
      "UPDATE work SET copies_known = 1 WHERE ordinal = ? AND copies_known = 0",
      [.integer(ordinal)]
    )
  }

  /// Forgets what links a work that goes with others; those are looked at again.
  ///
  /// - Throws: `DatabaseError`.
  func forget(ordinal: Int) throws {
    for neighbour in try neighbours(of: ordinal) {
      try database.change(
        "UPDATE work SET copies_known = 1 WHERE ordinal = ? AND copies_known = 2",
        [.integer(neighbour)]
      )
    }
    try database.change("DELETE FROM sketch_key WHERE work = ?", [.integer(ordinal)])
    try removePairs(of: ordinal)
  }

  /// Compares and groups what has changed.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func run() throws {
    for ordinal in try works(known: 0) {
      try noteKeys(ofOrdinal: ordinal)
    }
    let changed = try works(known: 1)
    guard !changed.isEmpty else { return }
    var touched = Set(changed)
    for ordinal in changed {
      touched.formUnion(try neighbours(of: ordinal))
      try removePairs(of: ordinal)
    }
    let counts = changed.count > Self.mostCountedSingly ? try sketches.keyCounts() : nil
    for ordinal in changed {
      try findPairs(of: ordinal, counts)
      touched.formUnion(try neighbours(of: ordinal))
    }
    try group(touched)
    try database.change("UPDATE work SET copies_known = 2 WHERE copies_known < 2")
  }

  private func works(known state: Int) throws -> [Int] {
    try database.integers("SELECT ordinal FROM work WHERE copies_known = \(state) ORDER BY 1")
  }

  private func neighbours(of ordinal: Int) throws -> [Int] {
    try holders(of: ordinal)
      + database.integers(
        "SELECT copy FROM copy_pair WHERE holder = ? ORDER BY 1",
        [.integer(ordinal)]
      )
  }

  private func holders(of ordinal: Int) throws -> [Int] {
    try database.integers(
      "SELECT holder FROM copy_pair WHERE copy = ? ORDER BY 1",
      [.integer(ordinal)]
    )
  }

  private func removePairs(of ordinal: Int) throws {
    try database.change("DELETE FROM copy_pair WHERE copy = ?", [.integer(ordinal)])
    try database.change("DELETE FROM copy_pair WHERE holder = ?", [.integer(ordinal)])
  }

  private func findPairs(of ordinal: Int, _ counts: [UInt32]?) throws {
    let sketch = try sketches.sketch(ofOrdinal: ordinal)
    let candidates = try sketches.works(
      sharing: sketch,
      limit: CopyGrouping.mostCandidates + 1,
      counts: counts
    )
    var ids: [WorkID: Int] = [:]
    var others: [(id: WorkID, sketch: TextSketch)] = []
    for candidate in candidates {
      ids[candidate.id] = candidate.ordinal
      others.append((candidate.id, try sketches.sketch(ofOrdinal: candidate.ordinal)))
    }
    guard let own = candidates.first(where: { $0.ordinal == ordinal })?.id else { return }
    for pair in CopyGrouping.pairs(of: own, sketch, with: others) {
      guard let copy = ids[pair.copy], let holder = ids[pair.holder] else { continue }
      try database.change(
        "INSERT OR IGNORE INTO copy_pair VALUES (?, ?)",
        [.integer(copy), .integer(holder)]
      )
    }
  }

  // MARK: Groups

  /// Groups the works that are linked with some of `touched`.
  private func group(_ touched: Set<Int>) throws {
    var component: Set<Int> = []
    var waiting = Array(touched)
    var pairs: Set<CopyGrouping.Pair> = []
    var nodes: [Int: CopyGrouping.Node] = [:]
    let store = WorkStore(database)
    while let ordinal = waiting.popLast() {
      guard component.insert(ordinal).inserted else { continue }
      nodes[ordinal] = try store.work(ofOrdinal: ordinal).map(CopyGrouping.Node.init)
      waiting += try neighbours(of: ordinal)
    }
    for ordinal in component {
      for holder in try holders(of: ordinal) {
        guard let copy = nodes[ordinal]?.id, let holder = nodes[holder]?.id else { continue }
        pairs.insert(CopyGrouping.Pair(copy: copy, holder: holder))
      }
    }
    let copies = CopyGrouping.copies(Array(nodes.values), pairs)
    let places = Dictionary(nodes.map { ($0.value.id, $0.key) }, uniquingKeysWith: min)
    for (ordinal, node) in nodes {
      let holder = SQLValue.optional(copies[node.id].flatMap { places[$0] })
      try database.change(
        "UPDATE work SET copy_of = ? WHERE ordinal = ? AND copy_of IS NOT ?",
        [holder, .integer(ordinal), holder]
      )
    }
  }
}
