package import FicModel
package import FicWire

/// Prints an answer as a reading list: who a name is, then work, chapter, scene and line.
///
/// It keeps the answer until its last record, which has the works' totals.
package struct TextPrinter: HitPrinter {
  private let style: PrintStyle
  private let parameters: SearchParameters
  private var answer = GatheredAnswer()

  /// Creates a printer for the answer to a question.
  package init(style: PrintStyle, parameters: SearchParameters) {
    self.style = style
    self.parameters = parameters
  }

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    answer.add(record)
  }

  package mutating func finish(to output: inout some TextOutputStream) {
    if let reading = answer.begin?.readAs {
      output.write(style.paint("Read as: \(SafeText.visible(reading))", .dim) + "\n\n")
    }
    for card in answer.cards { write(card, to: &output) }
    if !answer.hits.isEmpty, answer.end?.totals.matches == 0 {
      output.write(style.paint("No scene has all of these words; closest:", .heading) + "\n\n")
    }
    write(answer.hits, to: &output)
    let closest = answer.closest
    AnswerFooter(style: style, parameters: parameters).write(
      begin: answer.begin,
      end: answer.end,
      shown: answer.hits.count - closest,
      closest: closest,
      to: &output
    )
  }

  private func write(_ card: CharacterCard, to output: inout some TextOutputStream) {
    let head = NameLine(indent: 0, style: style, role: .title)
    output.write(head.lines(card.name, aliases: card.aliases))
    let works = Phrases.list(card.works.map { SafeText.visible($0.title) }, limit: 3)
    var facts = [
      Phrases.count(card.lines, "line"), Phrases.count(card.scenes, "scene"), "in \(works)",
    ]
    if !card.talksWith.isEmpty {
      let partners = card.talksWith.map { "\(SafeText.visible($0.name)) (\($0.lines))" }
      facts.append("talks with \(Phrases.list(partners, limit: 4))")
    }
    output.write(
      TextFlow(indent: 2, style: style).lines(of: facts.joined(separator: " · "))
    )
    output.write("\n")
  }

  private func write(_ hits: [Hit], to output: inout some TextOutputStream) {
    var last: Hit?
    for hit in hits {
      let isSameWork = last?.work.id == hit.work.id
      let isSameChapter = isSameWork && last?.chapter.number == hit.chapter.number
      if !isSameWork {
        if last != nil { output.write("\n") }
        output.write(workLine(hit.work))
      }
      if !isSameChapter { output.write(chapterLine(hit.chapter)) }
      let isSameScene = isSameChapter && last?.scene == hit.scene && last?.zone == hit.zone
      if !isSameScene { output.write(sceneLine(hit)) }
      write(hit, to: &output)
      last = hit
    }
  }

  private func workLine(_ work: WorkLabel) -> String {
    var line = style.paint(SafeText.visible(work.title), .title)
    if !work.authors.isEmpty {
      line += " by " + SafeText.visible(work.authors.joined(separator: ", "))
    }
    if let totals = answer.end?.works.first(where: { $0.id == work.id }) {
      line += style.paint("  \(Phrases.figures(of: totals))", .dim)
    }
    return line + "\n"
  }

  private func chapterLine(_ chapter: ChapterLabel) -> String {
    "\n  " + style.paint(ChapterHeading.text(of: chapter), .heading) + "\n"
  }

  private func sceneLine(_ hit: Hit) -> String {
    let place = hit.scene.map { "scene \($0)" } ?? Self.name(of: hit.zone)
    return "  " + style.paint(place, .dim) + "\n"
  }

  private func write(_ hit: Hit, to output: inout some TextOutputStream) {
    let label = Self.label(of: hit)
    let gap = style.width - 4 - DisplayWidth.columns(of: label) - DisplayWidth.columns(of: hit.ref)
    output.write("    ")
    output.write(style.paint(label, hit.speaker == nil && hit.kind == nil ? .dim : .speaker))
    output.write(String(repeating: " ", count: max(2, gap)))
    output.write(style.paint(hit.ref, .dim) + "\n")
    let context = TextFlow(indent: 6, style: style, role: .dim)
    for line in hit.before { output.write(context.lines(of: line)) }
    output.write(TextFlow(indent: 6, style: style).lines(of: hit.text, matches: hit.matches))
    for line in hit.after { output.write(context.lines(of: line)) }
    if !hit.lacking.isEmpty {
      output.write(
        context.lines(of: "lacks \(Phrases.list(hit.lacking.map(SafeText.visible), limit: 6))")
      )
    }
  }

  /// Who speaks to whom, and how: `Smith → Crane`, `Smith thinks`, `narration`; of a line that
  /// holds both speech and narration, who speaks.
  static func label(of hit: Hit) -> String {
    let isNarration = hit.kind == nil || hit.kind == .notSpeech
    if isNarration && hit.speaker == nil {
      return hit.zone == .story ? "narration" : name(of: hit.zone)
    }
    var label = hit.speaker.map(SafeText.visible) ?? "somebody"
    if let confidence = hit.confidence, hit.speaker != nil, confidence < 0.5 { label += "?" }
    let ending = hit.speaker == "I" ? "" : "s"
    switch hit.kind {
    case .thought: label += " think" + ending
    case .textMessage: label += " text" + ending
    case .letter: label += " write" + ending
    case .speech, .notSpeech, nil: break
    }
    if !hit.addressees.isEmpty {
      label += " → " + SafeText.visible(hit.addressees.joined(separator: ", "))
    }
    return label
  }

  /// A zone's name for people.
  static func name(of zone: ZoneKind) -> String {
    switch zone {
    case .story: "story"
    case .heading: "heading"
    case .authorsNote: "author's note"
    case .reviewReply: "reply to a review"
    case .disclaimer: "disclaimer"
    case .summary: "summary"
    case .recap: "recap"
    case .banner: "end line"
    case .sceneBreak: "break"
    case .boilerplate: "boilerplate"
    }
  }
}
