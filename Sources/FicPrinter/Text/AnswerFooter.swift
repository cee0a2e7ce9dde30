import FicModel
import FicWire

/// Prints what stands below the hits: totals, what was left out, how to go on.
struct AnswerFooter {
  /// Stands before and behind the time that an answer took, so that an answer that is given again
  /// can tell another; no text that is printed holds it.
  static let timeMark: Unicode.Scalar = "\u{1}"

  let style: PrintStyle

  /// What was asked.
  let parameters: SearchParameters

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
    if end.unranked > 0, parameters.sort == .left || parameters.sort == .right {
      let matches = Phrases.count(end.unranked, "more match", "more matches")
      output.write("\(matches) not sorted and not shown: narrow the query, or take a --sample\n")
    } else if end.unranked > 0 {
      let lines = Phrases.count(end.unranked, "line comes", "lines come")
      let command = command { $0.sort = .works }
      output.write("\(lines) less close and are not ranked: \(command)\n")
    }
    for cut in end.cuts { output.write(flow.lines(of: cut)) }
    if let copies = end.copies { output.write(sentence(copies) + "\n") }
    for elsewhere in end.elsewhere {
      // A command stays on one line, so that it can be copied.
      output.write(sentence(elsewhere) + "\n")
      for work in elsewhere.works { output.write("  " + line(of: work) + "\n") }
    }
    write(end.names, to: &output)
    for narrator in end.narrators { write(narrator, to: &output) }
    if !end.suggestions.isEmpty {
      let queries = end.suggestions.map { CommandWords.quoted(SafeText.visible($0)) }
      output.write("Did you mean \(queries.joined(separator: " or "))?\n")
    }
    if let cursor = end.cursor { output.write("More: \(command { $0.cursor = cursor })\n") }
    if let begin, !begin.complete {
      // It names a command, which stays on one line.
      output.write(SafeText.visible(begin.missing ?? "The index is not complete yet.") + "\n")
    }
  }

  private func write(_ names: [NearName], to output: inout some TextOutputStream) {
    if names.isEmpty { return }
    output.write("Nobody has that name. The nearest:\n")
    for name in names {
      let lines = Phrases.count(name.lines, "line")
      let command = command { $0.query = name.query }
      output.write("  \(style.paint(SafeText.visible(name.name), .title)), \(lines): \(command)\n")
    }
  }

  /// Says who "I" is in a work and how to ask for them; where the text does not name them, how to.
  private func write(_ narrator: KnownNarrator, to output: inout some TextOutputStream) {
    let work = SafeText.visible(narrator.work.title)
    let name = SafeText.visible(narrator.name)
    let lines = Phrases.count(narrator.lines, "line")
    let command = command { $0.query = narrator.query }
    let isNameless = narrator.name == "I" || narrator.name == "you"
    let who = isNameless ? "is told by \"\(name)\"" : "is told by \(name), who is \"I\""
    output.write("\(style.paint(work, .title)) \(who), \(lines): \(command)\n")
    guard let alias = narrator.alias else { return }
    var words = CommandWords(
      "\(style.command) alias add \(CommandWords.quoted(alias)) \(CommandWords.quoted(narrator.name))"
    )
    words.append(option: "--work", narrator.work.id)
    output.write("  If that is who you mean: \(SafeText.visible(words.text))\n")
  }

  /// `12 matches in 6 scenes, 2 chapters, 2 works · 3 ms`.
  private static func totals(_ end: SearchEnd, shown: Int) -> String {
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
    let time = "\(timeMark)\(Int(end.elapsedMilliseconds.rounded()))\(timeMark)"
    let lines = shown > 0 ? "\(Phrases.count(shown, "line")) shown · " : ""
    return lines + bound + Phrases.count(totals.matches, "match", "matches") + " in "
      + places.joined(separator: ", ") + " · \(time) ms"
  }

  private func line(of work: WorkLabel) -> String {
    let authors = SafeText.visible(Phrases.list(work.authors, limit: 3))
    return style.paint(SafeText.visible(work.title), .title)
      + (authors.isEmpty ? "" : " by " + authors) + "  " + style.paint(work.id, .dim)
  }

  /// The command that asks the same with a change, from the first page on.
  private func command(_ change: (inout SearchParameters) -> Void) -> String {
    var asked = parameters
    asked.cursor = nil
    change(&asked)
    return SafeText.visible(asked.command(style.command).text)
  }

  private func sentence(_ copies: FoldedCopies) -> String {
    "\(Phrases.count(copies.matches, "more match", "more matches")) in "
      + "\(Phrases.count(copies.works, "copy", "copies")) of these works: "
      + command { $0.copies = .all }
  }

  private func sentence(_ elsewhere: Elsewhere) -> String {
    let matches = Phrases.count(elsewhere.matches, "more match", "more matches")
    switch elsewhere.reason {
    case .notes:
      let command = command { asked in
        asked.query = elsewhere.query
        asked.zone = nil
      }
      return "\(matches) in notes and summaries: \(command)"
    case .works:
      let works = Phrases.count(elsewhere.matches, "work")
      let command = WorksParameters(query: elsewhere.query, copies: parameters.copies)
        .command(style.command).text
      return "\(works) by headers, tags or file names: \(SafeText.visible(command))"
    case .unsureSpeaker:
      let command = command { asked in
        asked.query = elsewhere.query
        asked.minimumConfidence = nil
      }
      return "\(matches) whose speaker is not sure: \(command)"
    }
  }
}
