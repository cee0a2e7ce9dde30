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
    output.write("  \(facts)\(Self.aside(entry))\n")
    output.write("  " + style.paint(SafeText.visible(entry.path), .dim) + "\n")
    for line in SourceLines.lines(of: entry.sources, except: entry.path) {
      output.write("  " + style.paint(line, .dim) + "\n")
    }
  }

  /// What is to be said beside the size: chapters that are gone and kept, copies that are not listed.
  private static func aside(_ entry: WorkEntry) -> String {
    var facts: [String] = []
    if entry.removedChapters > 0 {
      facts.append(Phrases.count(entry.removedChapters, "removed chapter") + " kept")
    }
    if entry.copies > 0 { facts.append("+" + Phrases.count(entry.copies, "copy", "copies")) }
    if let holder = entry.copyOf { facts.append("copy of \(SafeText.visible(holder))") }
    return facts.map { " · \($0)" }.joined()
  }

  package mutating func finish(to output: inout some TextOutputStream) {}
}
