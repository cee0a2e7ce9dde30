import FicModel

/// What stands below a paragraph of each of its utterances.
struct UtteranceNotes {
  /// Evidence is quoted up to so many bytes.
  private static let longestQuote = 80

  let chapter: Chapter
  let cast: [CastMember]
  let style: PrintStyle

  /// Writes who says it to whom, how that is told, by which rule and which words.
  func write(
    _ index: Int,
    number: Int,
    isInScene: Bool,
    to output: inout some TextOutputStream
  ) {
    let utterance = chapter.utterances[index]
    var text = MarkedText()
    let voice = utterance.attribution.speaker?.rawValue
    for scalar in who(utterance).unicodeScalars {
      text.append(scalar, .quotation(number: number, voice: voice))
    }
    for part in why(utterance) {
      for scalar in " · \(part)".unicodeScalars { text.append(scalar, .aside) }
    }
    let percent = Int((utterance.attribution.confidence * 100).rounded())
    let figure = utterance.kind == .notSpeech ? "" : "\(percent) %"
    let rows = MarkedFlow(width: Margin.textWidth(style)).rows(of: text)
    for (index, row) in rows.enumerated() {
      let margin =
        index == 0
        ? Margin.note(number, figure, isInScene: isInScene, style: style)
        : Margin.row(isInScene: isInScene, style: style)
      output.write(margin + row.painted(style) + "\n")
    }
  }

  /// `Smith → Crane`, `Smith? thinks`, `no speech`.
  private func who(_ utterance: Utterance) -> String {
    if utterance.kind == .notSpeech { return "no speech" }
    var words = utterance.attribution.speaker.map(name) ?? "somebody"
    let isSure = utterance.attribution.confidence >= 0.5
    if utterance.attribution.speaker != nil, !isSure { words += "?" }
    switch utterance.kind {
    case .speech, .notSpeech: break
    case .thought: words += ", a thought"
    case .textMessage: words += ", a message"
    case .letter: words += ", a letter"
    }
    let addressees = utterance.addressees.map(name)
    return addressees.isEmpty ? words : words + " → " + addressees.joined(separator: ", ")
  }

  /// How the speaker is told, the rule, and the words that it went by.
  private func why(_ utterance: Utterance) -> [String] {
    let attribution = utterance.attribution
    var parts: [String] = []
    if utterance.kind != .notSpeech {
      switch attribution.form {
      case .explicit: parts.append("by name")
      case .anaphoric: parts.append("by pronoun or description")
      case .implicit: parts.append("without a tag")
      }
    }
    if !attribution.rule.isEmpty { parts.append(attribution.rule) }
    if let evidence = attribution.evidence?.intersection(TextSpan(0, chapter.text.count)),
      !evidence.isEmpty
    {
      parts.append(quoted(evidence))
    }
    for quotation in utterance.quotations {
      if quotation.continues { parts.append("goes on in the next paragraph") }
      if quotation.isUnbalanced { parts.append("a mark is missing") }
    }
    return parts
  }

  private func quoted(_ span: TextSpan) -> String {
    var end = min(span.end, span.start + Self.longestQuote)
    while end < span.end, end > span.start, chapter.text[end] & 0xC0 == 0x80 { end -= 1 }
    let words = String(decoding: chapter.text[span.start..<end], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "“\(words)\(end < span.end ? "…" : "")”"
  }

  private func name(_ id: CastID) -> String {
    cast.indices.contains(id.rawValue) ? cast[id.rawValue].name : "somebody"
  }
}
