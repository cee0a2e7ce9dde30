package import FicModel
package import FicWire

/// Prints works, a few lines each: who wrote it, what it is about, how long it is, where it stands.
package struct WorksPrinter: HitPrinter {
  /// The most fandoms and the most pairings that are shown.
  private let style: PrintStyle
  private let parameters: WorksParameters
  private var shown = 0

  /// Creates a printer for the answer to a question.
  package init(style: PrintStyle, parameters: WorksParameters = WorksParameters()) {
    self.style = style
    self.parameters = parameters
  }

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    switch record {
    case .work(let entry):
      if shown > 0 { output.write("\n") }
      shown += 1
      write(entry, to: &output)
    case .page(let page):
      write(page, to: &output)
    default: break
    }
  }

  package mutating func finish(to output: inout some TextOutputStream) {}

  // MARK: A work

  private func write(_ entry: WorkEntry, to output: inout some TextOutputStream) {
    let title = SafeText.visible(entry.work.title)
    let authors = SafeText.visible(Phrases.list(entry.work.authors, limit: 3))
    let by = authors.isEmpty ? "" : " by " + authors
    let columns = Self.columns(title + by) + Self.columns(entry.work.id)
    let gap = String(repeating: " ", count: max(2, style.width - columns))
    output.write(
      style.paint(title, .title) + by + gap + style.paint(entry.work.id, .dim) + "\n"
    )
    let words = WorkWords(entry, showsAdded: parameters.sort == .added)
    for facts in [words.subjects, words.series, words.figures] { write(facts, to: &output) }
    if parameters.isLong, let summary = entry.facts.summary {
      output.write(TextFlow(indent: 2, style: style).lines(of: summary))
    }
    output.write("  " + style.paint(SafeText.visible(entry.path), .dim) + "\n")
    for line in SourceLines.lines(of: entry.sources, except: entry.path) {
      output.write("  " + style.paint(line, .dim) + "\n")
    }
  }

  /// A line of facts, broken where it is too long; none where nothing is known.
  private func write(_ facts: [String], to output: inout some TextOutputStream) {
    guard !facts.isEmpty else { return }
    output.write(TextFlow(indent: 2, style: style).lines(of: facts.joined(separator: " · ")))
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
  }

  // MARK: Below

  private func write(_ page: WorksPage, to output: inout some TextOutputStream) {
    let all = Phrases.count(page.total, "work")
    let line =
      page.total == 0
      ? "Nothing found." : shown == page.total ? all : "\(Phrases.grouped(shown)) of \(all)"
    output.write((shown > 0 ? "\n" : "") + style.paint(line, .dim) + "\n")
    if !page.suggestions.isEmpty {
      let queries = page.suggestions.map { CommandWords.quoted(SafeText.visible($0)) }
      output.write("Did you mean \(queries.joined(separator: " or "))?\n")
    }
    guard let cursor = page.cursor else { return }
    var next = parameters
    next.cursor = cursor
    output.write("More: \(SafeText.visible(next.command(style.command).text))\n")
  }
}
