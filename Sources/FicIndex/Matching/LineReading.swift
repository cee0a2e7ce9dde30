package import FicModel

/// A line of a chapter, read word by word: the plain meaning of what it is to hold a phrase.
package struct LineReading {
  /// The words.
  package let words: [Term]

  /// Where in it something is said or thought.
  package let regions: [Region]

  /// What the line is.
  package let zone: ZoneKind

  private let line: Line
  private let text: [UInt8]

  /// Where each word is in the chapter's text, and which of the line's parts it lies in.
  private let places: [(span: TextSpan, piece: Int)]

  /// Reads a line.
  ///
  /// Complexity: linear in its text.
  package init(_ line: Line, of chapter: Chapter) {
    let analyzer = Analyzer()
    var words: [Term] = []
    var places: [(span: TextSpan, piece: Int)] = []
    var voices = VoiceReader(chapter, line)
    for (piece, span) in line.pieces.enumerated() {
      for token in analyzer.tokens(of: chapter.text.span.extracting(span.range)) {
        let place = token.span.shifted(by: span.start)
        voices.read(word: words.count, at: place.start)
        words.append(token.term)
        places.append((place, piece))
      }
    }
    self.line = line
    text = chapter.text
    self.words = words
    self.places = places
    regions = voices.regions
    zone = line.zone
  }

  /// Where a phrase stands, ascending, all its words in one of some voices where the line is story.
  ///
  /// What is said or thought goes on behind the words of the narrator that part it; a place then
  /// has them too.
  package func occurrences(
    of phrase: TermPhrase,
    in voices: Set<Voice> = Voice.all
  ) -> [Range<Int>] {
    let length = phrase.terms.count
    let isNarrow = zone == .story && voices != Voice.all
    guard isNarrow, !voices.contains(.narration) else {
      return phrase.starts(in: words).map { $0..<$0 + length }.filter { range in
        !isNarrow || range.allSatisfy { voices.contains(regions.voice(ofWord: $0)) }
      }
    }
    let own = words.indices.filter { voices.contains(regions.voice(ofWord: $0)) }
    return phrase.starts(in: own.map { words[$0] }).map { own[$0]..<own[$0 + length - 1] + 1 }
  }

  /// Where a regular expression matches the text of the line, in one of some voices where the line
  /// is story: the words that a match touches, else the one behind it or the last, and its place
  /// in the chapter's text.
  package func matches(
    of expression: TextExpression,
    in voices: Set<Voice> = Voice.all
  ) -> [(words: Range<Int>, span: TextSpan)] {
    guard let compiled = expression.compiled else { return [] }
    return matches(compiled.matches(in: LineText(line, of: text)).places, in: voices)
  }

  /// Those of some places in the chapter's text, ascending, that are in one of some voices.
  package func matches(
    _ spans: [TextSpan],
    in voices: Set<Voice> = Voice.all
  ) -> [(words: Range<Int>, span: TextSpan)] {
    let isNarrow = zone == .story && voices != Voice.all
    return spans.compactMap { span in
      let first = min(
        places.partitionPoint { $0.span.end > span.start },
        max(0, places.count - 1)
      )
      let end = places.partitionPoint { $0.span.start >= span.end }
      let words = first..<max(first + 1, end)
      guard !isNarrow || words.allSatisfy({ voices.contains(regions.voice(ofWord: $0)) }) else {
        return nil
      }
      return (words, span)
    }
  }

  /// The places of those of some words that are in one of some voices, in the chapter's text: a
  /// span for each part of the line, and for each part of a turn.
  package func spans(of words: Range<Int>, in voices: Set<Voice> = Voice.all) -> [TextSpan] {
    var spans: [TextSpan] = []
    var last = (word: -1, piece: -1)
    for word in words {
      guard zone != .story || voices.contains(regions.voice(ofWord: word)) else { continue }
      let (span, piece) = places[word]
      if last == (word - 1, piece), let index = spans.indices.last {
        spans[index].end = span.end
      } else {
        spans.append(span)
      }
      last = (word, piece)
    }
    return spans
  }
}
