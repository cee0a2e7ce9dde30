package import FicModel

/// Prints each record as a line of JSON, as it comes.
package struct JSONLinesPrinter: HitPrinter {
  /// Creates a printer.
  package init() {}

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    output.write(String(decoding: record.jsonBytes, as: UTF8.self) + "\n")
  }

  package mutating func finish(to output: inout some TextOutputStream) {}
}
