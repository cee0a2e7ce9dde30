/// A table in the form of RFC 4180: a line of names, then a line a record.
struct CSVTable<Record> {
  /// The names, and what stands below each; nil is written as nothing.
  var columns: [(name: String, value: (Record) -> String?)]

  /// The table of some records.
  ///
  /// A value is quoted where it has to be. Line ends are LF, as programs of a shell expect.
  func text(_ records: [Record]) -> String {
    var text = Self.line(columns.map(\.name))
    for record in records { text += Self.line(columns.map { $0.value(record) ?? "" }) }
    return text
  }

  private static func line(_ values: [String]) -> String {
    values.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ value: String) -> String {
    let isPlain = value.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte >= 0x20
    }
    if isPlain, value.utf8.first != UInt8(ascii: " "), value.utf8.last != UInt8(ascii: " ") {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
