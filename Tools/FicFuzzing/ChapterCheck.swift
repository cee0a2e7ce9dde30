import FicModel

/// The promises of a parsed chapter: what its spans tile, hold and end at.
struct ChapterCheck {
  private let chapter: Chapter
  private let castCount: Int

  init(_ chapter: Chapter, castCount: Int) {
    self.chapter = chapter
    self.castCount = castCount
  }

  func findings() -> [String] {
    var findings: [String] = []
    func expect(_ holds: Bool, _ words: @autoclosure () -> String) {
      if !holds { findings.append(words()) }
    }
    let zones = chapter.zones.map(\.span)
    expect(SpanOrder.tiles(zones, chapter.text.count), "the zones do not tile")
    let scenes = chapter.scenes.map(\.span)
    expect(SpanOrder.isDisjoint(scenes), "the scenes are out of order")
    expect(scenes.allSatisfy(isStory), "a scene begins or ends outside the story")
    expect(SpanOrder.isDisjoint(chapter.paragraphs), "the paragraphs are out of order")
    expect(SpanOrder.isAscending(chapter.utterances.map(\.span)), "the utterances are out of order")
    expect(SpanOrder.isAscending(chapter.mentions.map(\.span)), "the mentions are out of order")
    expect(
      chapter.mentions.allSatisfy { isCast($0.member) && !$0.span.isEmpty },
      "a mention of nobody"
    )
    for span in zones + scenes + chapter.paragraphs + chapter.mentions.map(\.span) {
      expect(isWhole(span), "a span cuts a character or lies outside: \(span)")
    }
    for utterance in chapter.utterances { findings += self.findings(of: utterance) }
    findings += quotationOrder()
    return findings
  }

  private func findings(of utterance: Utterance) -> [String] {
    var findings: [String] = []
    let attribution = utterance.attribution
    if utterance.quotations.isEmpty { findings.append("an utterance without a quotation") }
    if let speaker = attribution.speaker, !isCast(speaker) { findings.append("no such speaker") }
    if !utterance.addressees.allSatisfy(isCast) { findings.append("no such addressee") }
    if !(0...1).contains(attribution.confidence) {
      findings.append("a confidence of \(attribution.confidence)")
    }
    if let evidence = attribution.evidence, !isWhole(evidence) {
      findings.append(
        "evidence of \(attribution.rule) cuts a character or lies outside: \(evidence)"
      )
    }
    for quotation in utterance.quotations {
      let spans = [quotation.span, quotation.content] + quotation.nested
      if !spans.allSatisfy(isWhole) {
        findings.append("a quotation cuts a character or lies outside: \(quotation)")
      }
      if !spans.allSatisfy(quotation.span.contains) || quotation.span.isEmpty {
        findings.append("a quotation does not hold its parts: \(quotation)")
      }
      if !chapter.scenes.contains(where: { $0.span.contains(quotation.span) }) {
        findings.append("a quotation lies outside all scenes: \(quotation.span)")
      }
    }
    return findings
  }

  private func quotationOrder() -> [String] {
    let spans = chapter.utterances.flatMap { $0.quotations.map(\.span) }
    for utterance in chapter.utterances
    where !SpanOrder.isDisjoint(utterance.quotations.map(\.span)) {
      return ["the quotations of an utterance are out of order: \(utterance.span)"]
    }
    return SpanOrder.isDisjoint(spans.sorted()) ? [] : ["two quotations overlap"]
  }

  /// Whether the span lies in the text and cuts no character.
  private func isWhole(_ span: TextSpan) -> Bool {
    span.end <= chapter.text.count && isBoundary(span.start) && isBoundary(span.end)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == chapter.text.count || chapter.text[offset] & 0xC0 != 0x80
  }

  private func isStory(_ span: TextSpan) -> Bool {
    !span.isEmpty
      && [span.start, span.end - 1].allSatisfy { place in
        chapter.zones.contains { $0.kind == .story && $0.span.contains(place) }
      }
  }

  private func isCast(_ id: CastID) -> Bool { (0..<castCount).contains(id.rawValue) }
}
