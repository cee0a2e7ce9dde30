import FicModel
import FicParsing

extension ParseReport {
  /// Reports the chapters of `work` that come from `document`, which is number `index` of its
  /// input.
  init(of work: ParsedWork, document: Document, at index: Int, diagnostics: [ParseDiagnostic]) {
    metadata = document.metadata.fields.map {
      FieldEntry(key: $0.key, value: $0.value, origin: $0.origin.rawValue)
    }
    self.diagnostics = diagnostics.map {
      DiagnosticEntry(code: $0.code.rawValue, count: $0.count)
    }
    for (number, chapter) in work.chapters.enumerated() where chapter.document == index {
      append(chapter, number: number + 1, cast: work.cast)
    }
    cast = work.cast.map {
      MemberEntry(
        name: $0.name,
        aliases: $0.aliases,
        gender: $0.gender?.rawValue,
        kind: $0.kind.rawValue,
        narrator: $0.isNarrator,
        mentions: $0.mentions
      )
    }
  }

  private mutating func append(_ chapter: Chapter, number: Int, cast: [CastMember]) {
    let whole = source(TextSpan(0, chapter.text.count), in: chapter)
    chapters.append(
      ChapterEntry(
        start: whole.lowerBound,
        end: whole.upperBound,
        number: chapter.title.printedNumber,
        title: chapter.title.title,
        address: chapter.address
      )
    )
    for zone in chapter.zones where zone.kind != .story {
      let span = source(trimmed(zone.span, in: chapter.text), in: chapter)
      guard !span.isEmpty else { continue }
      frontMatter.append(
        ZoneEntry(
          start: span.lowerBound,
          end: span.upperBound,
          kind: Self.scoredKind(of: zone.kind),
          zone: zone.kind.rawValue,
          inline: zone.isInline
        )
      )
    }
    for scene in chapter.scenes {
      let span = source(scene.span, in: chapter)
      scenes.append(
        SceneEntry(
          start: span.lowerBound,
          end: span.upperBound,
          chapter: number,
          sceneBreak: scene.sceneBreak.rawValue,
          pov: scene.pointOfView,
          placeTime: scene.placeAndTime
        )
      )
    }
    for utterance in chapter.utterances {
      for quotation in utterance.quotations {
        quotes.append(
          entry(for: quotation, of: utterance, in: chapter, number: number, cast: cast)
        )
      }
    }
  }

  private func entry(
    for quotation: Quotation,
    of utterance: Utterance,
    in chapter: Chapter,
    number: Int,
    cast: [CastMember]
  ) -> QuoteEntry {
    let span = source(quotation.span, in: chapter)
    let attribution = utterance.attribution
    let addressees = utterance.addressees.compactMap { Self.name(of: $0, in: cast) }
    let range = quotation.span.intersection(TextSpan(0, chapter.text.count)).range
    return QuoteEntry(
      start: span.lowerBound,
      end: span.upperBound,
      chapter: number,
      text: String(decoding: chapter.text[range], as: UTF8.self),
      speaker: attribution.speaker.flatMap { Self.name(of: $0, in: cast) },
      addressee: addressees.first,
      addressees: addressees,
      kind: utterance.kind.rawValue,
      type: utterance.kind == .notSpeech ? nil : attribution.form.rawValue,
      rule: attribution.rule,
      confidence: (attribution.confidence * 1000).rounded() / 1000
    )
  }

  private static func name(of id: CastID, in cast: [CastMember]) -> String? {
    cast.indices.contains(id.rawValue) ? cast[id.rawValue].name : nil
  }

  /// The kinds that a reader of the report tells apart: banners are notes, recaps are summaries.
  private static func scoredKind(of kind: ZoneKind) -> String {
    switch kind {
    case .banner: ZoneKind.authorsNote.rawValue
    case .recap: ZoneKind.summary.rawValue
    default: kind.rawValue
    }
  }

  private func source(_ span: TextSpan, in chapter: Chapter) -> Range<Int> {
    let start = chapter.offsetMap.sourceOffset(of: span.start, in: chapter.text)
    return start..<max(start, chapter.offsetMap.sourceOffset(of: span.end, in: chapter.text))
  }

  private func trimmed(_ span: TextSpan, in text: [UInt8]) -> TextSpan {
    var span = span.intersection(TextSpan(0, text.count))
    while !span.isEmpty, text[span.start] <= 0x20 { span.start += 1 }
    while !span.isEmpty, text[span.end - 1] <= 0x20 { span.end -= 1 }
    return span
  }
}
