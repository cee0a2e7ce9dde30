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
    for note in AnswerNotes(end, parameters).all { output.write(lines(of: note)) }
    if let cursor = end.cursor {
      var next = parameters
      next.cursor = cursor
      output.write("More: \(SafeText.visible(next.command(style.command).text))\n")
    }
    if let begin, !begin.complete {
      // It names a command, which stays on one line.
      output.write(SafeText.visible(begin.missing ?? "The index is not complete yet.") + "\n")
    }
  }

  /// A note with the command that leads on; a command stays on one line, so that it can be copied.
  private func lines(of note: AnswerNote) -> String {
    guard let follow = note.follow else {
      return TextFlow(indent: 0, style: style).lines(of: note.text)
    }
    let lead = note.lead.isEmpty ? "" : style.paint(SafeText.visible(note.lead), .title)
    let line = (note.isWithin ? "  " : "") + lead + SafeText.visible(note.text)
    switch follow {
    case .search(let asked): return "\(line): \(command(asked.command(style.command)))\n"
    case .works(let asked): return "\(line): \(command(asked.command(style.command)))\n"
    case .work(let work): return "\(line)  \(style.paint(work.id, .dim))\n"
    case .command(let words): return "\(line): \(style.command) \(command(words))\n"
    case .queries(let queries):
      let quoted = queries.map { CommandWords.quoted(SafeText.visible($0)) }
      return "\(line) \(quoted.joined(separator: " or "))?\n"
    }
  }

  private func command(_ words: CommandWords) -> String { SafeText.visible(words.text) }

  /// `12 matches in 6 scenes, 2 chapters, 2 works · 3 ms`.
  private static func totals(_ end: SearchEnd, shown: Int) -> String {
    let found = Phrases.found(end, shown: shown)
    guard end.totals.matches > 0 || shown > 0 else { return found }
    let time = "\(timeMark)\(Int(end.elapsedMilliseconds.rounded()))\(timeMark)"
    return found + " · \(time) ms"
  }
}
