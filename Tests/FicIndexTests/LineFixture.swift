import FicIndex
import FicModel

/// Builds a chapter for tests of its lines: paragraphs are parted by empty lines, and all of it is
/// one scene until the test says otherwise.
///
/// Places are named by the words that stand there first.
struct LineFixture {
  /// The chapter so far.
  var chapter: Chapter

  /// Reads a text.
  init(_ text: String) {
    chapter = Chapter(text: Array(text.utf8))
    var start = 0
    while start < chapter.text.count {
      let rest = TextSpan(start, chapter.text.count)
      let end = chapter.firstSpan(of: "\n\n", in: rest)?.start ?? rest.end
      if start < end { chapter.paragraphs.append(TextSpan(start, end)) }
      start = end + 2
    }
    let whole = TextSpan(0, chapter.text.count)
    chapter.zones = [Zone(kind: .story, span: whole)]
    chapter.scenes = [Scene(span: whole, sceneBreak: .opening)]
  }

  /// Where some words stand; the end of the text where they do not.
  func span(_ words: String) -> TextSpan {
    let end = chapter.text.count
    return chapter.firstSpan(of: words, in: TextSpan(0, end)) ?? TextSpan(end, end)
  }

  /// Makes an utterance of quotations, each given with its marks.
  mutating func say(
    _ quotations: String...,
    by speaker: Int?,
    to addressees: [Int] = [],
    kind: UtteranceKind = .speech,
    confidence: Double = 0.9
  ) {
    let spans = quotations.map(span)
    chapter.utterances.append(
      Utterance(
        kind: kind,
        quotations: spans.map { span in
          Quotation(span: span, content: TextSpan(span.start + 3, span.end - 3))
        },
        attribution: Attribution(
          speaker: speaker.map(CastID.init),
          form: .explicit,
          rule: "Fixture",
          confidence: confidence
        ),
        addressees: addressees.map(CastID.init)
      )
    )
    chapter.utterances.sort { $0.span < $1.span }
  }

  /// Puts words into a zone of their own.
  mutating func put(_ words: String, into kind: ZoneKind) {
    let span = span(words)
    chapter.zones = chapter.zones.flatMap { zone in
      guard zone.span.contains(span) else { return [zone] }
      return [
        Zone(kind: zone.kind, span: TextSpan(zone.span.start, span.start)),
        Zone(kind: kind, span: span, isInline: true),
        Zone(kind: zone.kind, span: TextSpan(span.end, zone.span.end)),
      ].filter { !$0.span.isEmpty }
    }
  }

  /// Parts scenes by some words, which belong to none.
  mutating func part(by words: String) {
    let span = span(words)
    chapter.scenes = chapter.scenes.flatMap { scene in
      guard scene.span.contains(span) else { return [scene] }
      return [TextSpan(scene.span.start, span.start), TextSpan(span.end, scene.span.end)]
        .filter { !$0.isEmpty }.map { Scene(span: $0, sceneBreak: .ornament) }
    }
  }

  /// The text of each line, its parts joined by ` | `.
  var lines: [String] {
    ChapterLines(chapter).lines.map { line in
      line.pieces.map { String(decoding: chapter.text[$0.range], as: UTF8.self) }
        .joined(separator: " | ")
    }
  }
}

extension Chapter {
  fileprivate func firstSpan(of words: String, in span: TextSpan) -> TextSpan? {
    let wanted = Array(words.utf8)
    guard span.count >= wanted.count else { return nil }
    let start = (span.start...span.end - wanted.count).first {
      text[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    return start.map { TextSpan($0, $0 + wanted.count) }
  }
}
