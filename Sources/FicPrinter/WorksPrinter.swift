package import FicModel

/// Prints works, one to a few lines each.
package struct WorksPrinter: HitPrinter {
  private let style: PrintStyle

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    guard case .work(let entry) = record else { return }
    output.write(style.paint(SafeText.visible(entry.work.title), .title))
    if !entry.work.authors.isEmpty {
      output.write(" by " + SafeText.visible(entry.work.authors.joined(separator: ", ")))
    }
    output.write("  " + style.paint(entry.work.id, .dim) + "\n")
    let facts = [
      Phrases.count(entry.chapters, "chapter"), Phrases.count(entry.scenes, "scene"),
      Phrases.count(entry.words, "word"),
    ].joined(separator: " · ")
    output.write("  \(facts)\n")
    output.write("  " + style.paint(SafeText.visible(entry.path), .dim) + "\n")
  }

  package mutating func finish(to output: inout some TextOutputStream) {}
}
