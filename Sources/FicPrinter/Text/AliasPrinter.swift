import FicModel
package import FicWire

/// Prints the user's aliases, those of all works first.
package struct AliasPrinter {
  private let style: PrintStyle

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  /// Writes a listing.
  package func print(_ listing: AliasListing, to output: inout some TextOutputStream) {
    if listing.aliases.isEmpty {
      output.write("No aliases are set. To set one: \(style.command) alias add NAME ALIAS\n")
    }
    var works: [String] = []
    for work in listing.aliases.compactMap(\.work) where !works.contains(work) {
      works.append(work)
    }
    write(listing.aliases.filter { $0.work == nil }, below: "All works", to: &output)
    for work in works {
      write(listing.aliases.filter { $0.work == work }, below: work, to: &output)
    }
    guard !listing.problems.isEmpty else { return }
    output.write("\n\(Phrases.count(listing.problems.count, "line")) left out:\n")
    for problem in listing.problems { output.write(ProgressLine(style: style).text(of: problem)) }
  }

  private func write(
    _ records: [AliasRecord],
    below title: String,
    to output: inout some TextOutputStream
  ) {
    guard !records.isEmpty else { return }
    output.write(style.paint(SafeText.visible(title), .title) + "\n")
    for record in records {
      output.write("  " + style.paint(SafeText.visible(record.name), .speaker) + "\n")
      let aliases = record.aliases.map(SafeText.visible).joined(separator: ", ")
      let text = aliases.isEmpty ? "kept apart from other names" : "also \(aliases)"
      output.write(TextFlow(indent: 4, style: style).lines(of: text))
    }
  }
}
