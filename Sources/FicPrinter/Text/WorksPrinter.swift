package import FicModel
package import FicWire

/// Prints works, a few lines each: who wrote it, what it is about, how long it is, where it stands.
package struct WorksPrinter: HitPrinter {
  /// The most fandoms and the most pairings that are shown.
  private static let mostNames = 3

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
    let facts = entry.facts
    write([Self.names(facts.fandoms), Self.names(facts.ships)], to: &output)
    write([Self.series(facts)], to: &output)
    write(
      [
        facts.rating.map(Self.rating), facts.status.map(Self.status), Self.words(entry),
        Self.chapters(entry), Self.day(facts), added(entry), Self.language(facts),
        entry.matches.map { Phrases.count($0, "match", "matches") },
      ] + Self.aside(entry),
      to: &output
    )
    if parameters.isLong, let summary = facts.summary {
      output.write(TextFlow(indent: 2, style: style).lines(of: summary))
    }
    output.write("  " + style.paint(SafeText.visible(entry.path), .dim) + "\n")
    for line in SourceLines.lines(of: entry.sources, except: entry.path) {
      output.write("  " + style.paint(line, .dim) + "\n")
    }
  }

  /// A line of facts, broken where it is too long; none where nothing is known.
  private func write(_ facts: [String?], to output: inout some TextOutputStream) {
    let known = facts.compactMap { $0 }.filter { !$0.isEmpty }
    guard !known.isEmpty else { return }
    output.write(TextFlow(indent: 2, style: style).lines(of: known.joined(separator: " · ")))
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
  }

  private static func names(_ names: [String]) -> String? {
    names.isEmpty ? nil : Phrases.list(names, limit: mostNames)
  }

  private static func series(_ facts: WorkFacts) -> String? {
    facts.series.map { series in facts.part.map { "part \($0) of \(series)" } ?? series }
  }

  private static func rating(_ rating: String) -> String {
    switch ContentRating(rawValue: rating) {
    case .general: "General"
    case .generalPlus: "General+"
    case .teen: "Teen"
    case .mature: "Mature"
    case .explicit: "Explicit"
    case .notRated: "Not rated"
    case nil: rating
    }
  }

  private static func status(_ status: String) -> String {
    switch WorkStatus(rawValue: status) {
    case .complete: "complete"
    case .inProgress: "in progress"
    case .hiatus: "on hiatus"
    case .abandoned: "abandoned"
    case nil: status
    }
  }

  /// As the source says; as counted where it does not.
  private static func words(_ entry: WorkEntry) -> String {
    Phrases.count(entry.facts.words ?? entry.words, "word")
  }

  private static func chapters(_ entry: WorkEntry) -> String {
    guard let all = entry.facts.chapters, all > entry.chapters else {
      return Phrases.count(entry.chapters, "chapter")
    }
    return "\(Phrases.grouped(entry.chapters)) of \(Phrases.count(all, "chapter"))"
  }

  private static func day(_ facts: WorkFacts) -> String? {
    facts.updated.map { "updated \($0)" } ?? facts.published.map { "published \($0)" }
  }

  /// When it came, in a list by that.
  private func added(_ entry: WorkEntry) -> String? {
    guard parameters.sort == .added else { return nil }
    return entry.added.map { "added \(UTCTime.text(seconds: $0).prefix(10))" }
  }

  /// The language, unless it is the one of most archives.
  private static func language(_ facts: WorkFacts) -> String? {
    facts.language == "en" ? nil : facts.language
  }

  /// What is to be said beside the size: chapters that are gone and kept, copies that are not
  /// listed.
  private static func aside(_ entry: WorkEntry) -> [String] {
    var facts: [String] = []
    if entry.removedChapters > 0 {
      facts.append(Phrases.count(entry.removedChapters, "removed chapter") + " kept")
    }
    if entry.copies > 0 { facts.append("+" + Phrases.count(entry.copies, "copy", "copies")) }
    if let holder = entry.copyOf { facts.append("copy of \(SafeText.visible(holder))") }
    return facts
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
