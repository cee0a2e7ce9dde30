import FicModel
package import FicWire

/// Prints saved queries, and how many new lines those have that are watched.
package struct NamedQueryPrinter {
  private let style: PrintStyle

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  /// Writes a list.
  package func print(_ records: [NamedQueryRecord], to output: inout some TextOutputStream) {
    if records.isEmpty {
      output.write("None. To save a query: \(style.command) save NAME QUERY; ")
      output.write("to watch one: \(style.command) watch add NAME QUERY\n")
    }
    for record in records {
      output.write(style.paint("@" + SafeText.visible(record.name), .speaker))
      if let new = record.new { output.write("  \(Phrases.grouped(new)) new") }
      if let time = record.lastAsked { output.write(" since \(UTCTime.text(seconds: time))") }
      output.write("\n" + TextFlow(indent: 2, style: style).lines(of: record.query))
    }
  }
}
