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
  package func print(_ listing: NamedQueryListing, to output: inout some TextOutputStream) {
    if listing.queries.isEmpty {
      output.write("None. To save a query: \(style.command) save NAME QUERY; ")
      output.write("to watch one: \(style.command) watch add NAME QUERY\n")
    }
    for record in listing.queries {
      output.write(style.paint("@" + SafeText.visible(record.name), .speaker))
      if let new = record.new { output.write("  \(Phrases.grouped(new)) new") }
      if let time = record.lastAsked { output.write(" since \(UTCTime.text(seconds: time))") }
      output.write("\n" + TextFlow(indent: 2, style: style).lines(of: record.query))
    }
    guard !listing.problems.isEmpty else { return }
    output.write("\n\(Phrases.count(listing.problems.count, "line")) left out:\n")
    for problem in listing.problems { output.write(ProgressLine(style: style).text(of: problem)) }
  }
}
