import FicIndex
import GRDBSQLite

/// Receives every row that a MATCH expression finds, with the frequencies of its leaves, in one pass.
///
/// The FTS5 auxiliary function `collect(table, pointer)` hands it each row and returns 0, so that a
/// query `WHERE table MATCH ? AND collect(table, ?)` gives no row to SQLite. That costs a fraction of
/// what `bm25()` or `ORDER BY rank` do.
final class PhraseCollector {
  /// The name of the auxiliary function.
  static let name = "collect"

  /// How many rows lie between two looks at the clock.
  private static let rowsBetweenChecks = 1024

  /// The rows found, in the order of the scan: ascending.
  private var rowids: [Int] = []

  /// `leaves` figures a row.
  private var frequencies: [UInt16] = []

  /// The number of counted leaves.
  let leaves: Int

  /// For each phrase of the expression, its leaf; nil where it is not counted.
  private let leafOfPhrase: [Int?]

  /// The ordinals of works to take, or those to leave out.
  private let works: WorkSelection

  private let watch: DeadlineWatch

  /// Creates a collector for the rows of one expression.
  init(_ expression: MatchExpression, works: WorkSelection, watch: DeadlineWatch) {
    leaves = expression.leaves
    leafOfPhrase = expression.leafOfPhrase
    self.works = works
    self.watch = watch
  }

  /// The units of the rows that were found.
  var found: CandidateRows {
    CandidateRows(
      ofRows: CandidateRows(rowids: rowids, frequencies: frequencies, leaves: leaves),
      works.kind
    )
  }

  /// Passes the collector to a statement as a pointer that only `collect` can read.
  func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
    let type: StaticString = "ficsearch_collector"
    return unsafe type.utf8Start.withMemoryRebound(
      to: CChar.self,
      capacity: type.utf8CodeUnitCount
    ) {
      unsafe sqlite3_bind_pointer(
        statement,
        index,
        Unmanaged.passUnretained(self).toOpaque(),
        $0,
        nil
      )
    }
  }

  /// The auxiliary function.
  static var function: fts5_extension_function {
    { api, context, result, count, values in
      guard let api = unsafe api, let context = unsafe context, count == 1,
        let pointer = unsafe sqlite3_value_pointer(values?.pointee, "ficsearch_collector")
      else {
        unsafe sqlite3_result_error(result, "collect() takes a collector", -1)
        return
      }
      let collector = unsafe Unmanaged<PhraseCollector>.fromOpaque(pointer).takeUnretainedValue()
      switch unsafe collector.collect(api, context) {
      case SQLITE_OK: unsafe sqlite3_result_int(result, 0)
      case let code: unsafe sqlite3_result_error_code(result, code)
      }
    }
  }

  private func collect(_ api: UnsafePointer<Fts5ExtensionApi>, _ row: OpaquePointer) -> CInt {
    let rowid = Int(unsafe api.pointee.xRowid(row))
    guard works.contains(row: rowid) else { return SQLITE_OK }
    rowids.append(rowid)
    if rowids.count % Self.rowsBetweenChecks == 0, watch.hasPassed { return SQLITE_INTERRUPT }
    let start = frequencies.count
    frequencies.append(contentsOf: repeatElement(.max, count: leaves))
    for (phrase, leaf) in leafOfPhrase.enumerated() {
      guard let leaf else { continue }
      var count = 0
      let code = unsafe occurrences(of: CInt(phrase), api, row, &count)
      guard code == SQLITE_OK else { return code }
      // The phrases of a NEAR share a leaf, whose figure is that of its rarest phrase.
      frequencies[start + leaf] = min(frequencies[start + leaf], UInt16(clamping: count))
    }
    return SQLITE_OK
  }

  private func occurrences(
    of phrase: CInt,
    _ api: UnsafePointer<Fts5ExtensionApi>,
    _ row: OpaquePointer,
    _ count: inout Int
  ) -> CInt {
    var iterator = unsafe Fts5PhraseIter()
    var column: CInt = 0
    var position: CInt = 0
    let code = unsafe api.pointee.xPhraseFirst(row, phrase, &iterator, &column, &position)
    while code == SQLITE_OK, column >= 0 {
      count += 1
      unsafe api.pointee.xPhraseNext(row, &iterator, &column, &position)
    }
    return code
  }
}
