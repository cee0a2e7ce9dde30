import FicModel

/// The marks of a chapter's characters, given line by line in order.
struct SpanMarks {
  private let quotations: [(span: TextSpan, utterance: Int)]
  private let evidence: [TextSpan]
  private var quotationCursor = SpanCursor()
  private var evidenceCursor = SpanCursor()
  private var zoneCursor = SpanCursor()

  init(_ chapter: Chapter) {
    quotations = chapter.utterances.enumerated().flatMap { index, utterance in
      utterance.quotations.map { (span: $0.span, utterance: index) }
    }.sorted { $0.span < $1.span }
    var merged: [TextSpan] = []
    for span in chapter.utterances.compactMap(\.attribution.evidence).sorted() {
      if let last = merged.last, span.start < last.end {
        merged[merged.count - 1].end = max(last.end, span.end)
      } else {
        merged.append(span)
      }
    }
    evidence = merged
  }

  /// The characters of `line` with their marks.
  ///
  /// `shown` has the utterances of the paragraph so far, and gets those that begin in the line.
  mutating func marked(
    _ line: TextSpan,
    of chapter: Chapter,
    zone: Int,
    shown: inout ShownUtterances
  ) -> MarkedText {
    var result = MarkedText()
    var offset = line.start
    var last: Int?
    var number = 0
    for scalar in String(decoding: chapter.text[line.range], as: UTF8.self).unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      let quotation = quotationCursor.move(to: offset, in: quotations) { $0.span }
      let isEvidence = evidenceCursor.move(to: offset, in: evidence) { $0 } != nil
      let isAside =
        zoneCursor.move(to: offset, in: chapter.zones) { $0.span }.map {
          $0 != zone && chapter.zones[$0].kind != .story
        } ?? false
      defer { last = quotation }
      guard let quotation else {
        let isWord = scalar.value > 0x20
        result.append(scalar, isEvidence ? .evidence : isAside && isWord ? .aside : .plain)
        continue
      }
      let utterance = quotations[quotation].utterance
      if quotation != last { number = shown.number(of: utterance) }
      let voice = chapter.utterances[utterance].attribution.speaker?.rawValue
      result.append(
        scalar,
        isEvidence ? .evidence : .quotation(number: number, voice: voice),
        isStart: quotation != last
      )
    }
    return result
  }
}
