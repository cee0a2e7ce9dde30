/// An answer as a table: a name a column, then a row a record.
struct RecordTable {
  /// The names of the columns.
  let names: [String]

  /// The rows, with as many cells as there are names.
  let rows: [[String]]

  /// The table in the form of RFC 4180.
  ///
  /// A cell is quoted where it has to be. Line ends are LF, as programs of a shell expect.
  var csv: String { ([names] + rows).map(Self.line).joined() }

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
