/// What of a record stands in which column of a table.
struct RecordColumns<Record> {
  /// The names, and what stands below each; nil is written as nothing.
  var columns: [(name: String, value: (Record) -> String?)]

  /// The table of some records.
  func table(_ records: [Record]) -> RecordTable {
    RecordTable(
      names: columns.map(\.name),
      rows: records.map { record in columns.map { $0.value(record) ?? "" } }
    )
  }
}
