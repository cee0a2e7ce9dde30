package import FicModel

/// Prints a file's text with what the parser saw of it in the margin: lines, zones, scenes, and
/// below each paragraph who speaks, how sure that is and which words tell it.
package struct ExplanationPrinter {
  private let style: PrintStyle

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  /// Writes a file: its facts, then its chapters.
  ///
  /// Complexity: linear in the size of the text and of what was found in it.
  package func write(_ explanation: Explanation, to output: inout some TextOutputStream) {
    output.write(style.paint(SafeText.visible(explanation.name), .title) + "\n")
    for field in explanation.metadata.fields {
      let fact = "\(field.key): \(field.value) (\(Self.name(of: field.origin)))"
      output.write(TextFlow(indent: 2, style: style, role: .dim).lines(of: fact))
    }
    for notice in explanation.notices {
      output.write(TextFlow(indent: 2, style: style, role: .dim).lines(of: notice))
    }
    output.write(TextFlow(indent: 2, style: style, role: .dim).lines(of: Self.legend))
    for (index, chapter) in explanation.work.chapters.enumerated()
    where chapter.document == explanation.document {
      output.write("\n" + heading(of: chapter, number: index + 1) + "\n")
      var page = ExplainedChapter(chapter, cast: explanation.work.cast, style: style)
      page.write(to: &output)
    }
  }

  /// Writes who is in a work, the most talkative first.
  package func writeCast(of work: ParsedWork, to output: inout some TextOutputStream) {
    var lines = [Int](repeating: 0, count: work.cast.count)
    for utterance in work.chapters.lazy.flatMap(\.utterances) where utterance.kind != .notSpeech {
      if let speaker = utterance.attribution.speaker, lines.indices.contains(speaker.rawValue) {
        lines[speaker.rawValue] += 1
      }
    }
    output.write("\n" + style.paint("Cast", .heading) + "\n")
    if work.cast.isEmpty { output.write("  nobody\n") }
    let order = work.cast.indices.sorted { (lines[$1], $0) < (lines[$0], $1) }
    for index in order { write(work.cast[index], index, lines: lines[index], to: &output) }
  }

  private func write(
    _ member: CastMember,
    _ index: Int,
    lines: Int,
    to output: inout some TextOutputStream
  ) {
    output.write("  " + style.paint(SafeText.visible(member.name), voice: index) + "\n")
    if !member.aliases.isEmpty {
      let aliases = "also " + member.aliases.map(SafeText.visible).joined(separator: ", ")
      output.write(TextFlow(indent: 4, style: style).lines(of: aliases))
    }
    var facts: [String] = []
    if member.isNarrator { facts.append("narrator") }
    switch member.kind {
    case .named: break
    case .described: facts.append("described")
    case .group: facts.append("several people")
    }
    switch member.gender {
    case .male: facts.append("he")
    case .female: facts.append("she")
    case .neutral: facts.append("they")
    case nil: facts.append("he or she is not known")
    }
    facts.append(Phrases.count(lines, "line"))
    facts.append("named \(Phrases.count(member.mentions, "time"))")
    let text = facts.joined(separator: " · ")
    output.write(TextFlow(indent: 4, style: style, role: .dim).lines(of: text))
  }

  private func heading(of chapter: Chapter, number: Int) -> String {
    var name = "Chapter \(number)"
    if let printed = chapter.title.printedNumber, printed != String(number) {
      name += " (\(SafeText.visible(printed)))"
    }
    if let title = chapter.title.title { name += " · " + SafeText.visible(title) }
    let spoken = chapter.utterances.count { $0.kind != .notSpeech }
    let counts =
      "  \(Phrases.count(chapter.scenes.count, "scene")) · \(Phrases.count(spoken, "line")) "
      + "of dialogue"
    return style.paint(name, .heading) + style.paint(counts, .dim)
  }

  private static let legend =
    "Below the text: 1── a quotation with its number in the paragraph, ~~~ words that tell a "
    + "speaker, ··· a note. In the margin: how sure the speaker is."

  private static func name(of origin: MetadataField.Origin) -> String {
    switch origin {
    case .sidecar: "sidecar"
    case .header: "header"
    case .text: "text"
    case .fileName: "file name"
    case .folder: "folder"
    case .otherSource: "another source"
    }
  }
}
