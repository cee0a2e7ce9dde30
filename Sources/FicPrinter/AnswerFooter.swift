import FicModel

/// Prints what stands below the hits: totals, what was left out, how to go on.
struct AnswerFooter {
  let style: PrintStyle

  func write(
    begin: SearchBegin?,
    end: SearchEnd?,
    shown: Int,
    closest: Int = 0,
    to output: inout some TextOutputStream
  ) {
    guard let end else { return }
    if shown + closest > 0 { output.write("\n") }
    if shown > 0 || closest == 0 {
      output.write(style.paint(Self.totals(end, shown: shown), .dim) + "\n")
    }
    let flow = TextFlow(indent: 0, style: style)
    if end.hardlyTelling > 0 {
      let lines = Phrases.count(end.hardlyTelling, "line holds", "lines hold")
      output.write(flow.lines(of: "\(lines) only words that are everywhere, and are not shown."))
    }
    if end.unranked > 0, let begin {
      let lines = Phrases.count(end.unranked, "line comes", "lines come")
      let query = Phrases.shellQuoted(SafeText.visible(begin.query))
      output.write("\(lines) less close and are not ranked: ficsearch \(query)\n")
    }
    if let copies = end.copies { output.write(Self.sentence(copies) + "\n") }
    for elsewhere in end.elsewhere {
      // A command stays on one line, so that it can be copied.
      output.write(Self.sentence(elsewhere) + "\n")
      for work in elsewhere.works { output.write("  " + line(of: work) + "\n") }
    }
    if !end.suggestions.isEmpty {
      let queries = end.suggestions.map { Phrases.shellQuoted(SafeText.visible($0)) }
      output.write("Did you mean \(queries.joined(separator: " or "))?\n")
    }
    if let cursor = end.cursor, let begin {
      let query = Phrases.shellQuoted(SafeText.visible(begin.query))
      output.write("More: ficsearch \(query) --cursor \(cursor)\n")
    }
    if let begin, !begin.complete {
      // It names a command, which stays on one line.
      output.write(SafeText.visible(begin.missing ?? "The index is not complete yet.") + "\n")
    }
  }

  /// `12 matches in 6 scenes, 2 chapters, 2 works · 3 ms`.
  static func totals(_ end: SearchEnd, shown: Int) -> String {
    let totals = end.totals
    guard totals.matches > 0 || shown > 0 else {
      let hasWorks = end.elsewhere.contains { !$0.works.isEmpty }
      return hasWorks ? "No line of a text holds it." : "Nothing found."
    }
    var places: [String] = []
    if totals.scenes > 0 { places.append(Phrases.count(totals.scenes, "scene")) }
    places.append(Phrases.count(totals.chapters, "chapter"))
    places.append(Phrases.count(totals.works, "work"))
    let bound = totals.exact ? "" : "more than "
    let milliseconds = Int(end.elapsedMilliseconds.rounded())
    let lines = shown > 0 ? "\(Phrases.count(shown, "line")) shown · " : ""
    return lines + bound + Phrases.count(totals.matches, "match", "matches") + " in "
      + places.joined(separator: ", ") + " · \(milliseconds) ms"
  }

  private func line(of work: WorkLabel) -> String {
    let authors = SafeText.visible(Phrases.list(work.authors, limit: 3))
    return style.paint(SafeText.visible(work.title), .title)
      + (authors.isEmpty ? "" : " by " + authors) + "  " + style.paint(work.id, .dim)
  }

  private static func sentence(_ copies: FoldedCopies) -> String {
    "\(Phrases.count(copies.matches, "more match", "more matches")) in "
      + "\(Phrases.count(copies.works, "copy", "copies")) of these works: --all-copies"
  }

  private static func sentence(_ elsewhere: Elsewhere) -> String {
    let query = Phrases.shellQuoted(SafeText.visible(elsewhere.query))
    let matches = Phrases.count(elsewhere.matches, "more match", "more matches")
    switch elsewhere.reason {
    case .notes: return "\(matches) in notes and summaries: ficsearch \(query)"
    case .works:
      let works = Phrases.count(elsewhere.matches, "work")
      return "\(works) by headers, tags or file names: ficsearch works \(query)"
    case .unsureSpeaker: return "\(matches) whose speaker is not sure: ficsearch \(query)"
    }
  }
}
