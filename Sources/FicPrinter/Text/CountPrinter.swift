package import FicModel

/// Prints how much answers a query, on one line.
package struct CountPrinter: HitPrinter {
  /// Creates a printer.
  package init() {}

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    guard case .count(let count) = record else { return }
    let totals = count.totals
    output.write(
      [
        Phrases.count(totals.matches, "match", "matches"), Phrases.count(totals.scenes, "scene"),
        Phrases.count(totals.chapters, "chapter"), Phrases.count(totals.works, "work"),
      ].joined(separator: ", ") + Self.aside(count.copies) + "\n"
    )
    for cut in count.cuts { output.write(SafeText.visible(cut) + "\n") }
  }

  private static func aside(_ copies: FoldedCopies?) -> String {
    copies.map { "; copies not counted: \(Phrases.count($0.works, "work"))" } ?? ""
  }

  package mutating func finish(to output: inout some TextOutputStream) {}
}
