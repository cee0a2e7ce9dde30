package import FicModel

/// A line of a chapter, read word by word: the plain meaning of what it is to hold a phrase.
package struct LineReading {
  /// The words.
  package let words: [Term]

  /// Where in it something is said or thought.
  package let regions: [Region]

  /// What the line is.
  package let zone: ZoneKind

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
    self.words = words
    self.places = places
    regions = voices.regions
    zone = line.zone
  }

  /// Where a phrase begins, ascending, all its words in one of some voices where the line is story.
  package func starts(of phrase: TermPhrase, in voices: Set<Voice> = Voice.all) -> [Int] {
    phrase.starts(in: words).filter { start in
      guard zone == .story, voices != Voice.all else { return true }
      return (start..<start + phrase.terms.count).allSatisfy {
        voices.contains(regions.voice(ofWord: $0))
      }
    }
  }

  /// The places of some words in the chapter's text, one span for each part of the line.
  package func spans(of words: Range<Int>) -> [TextSpan] {
    var spans: [TextSpan] = []
    var last = -1
    for (span, piece) in places[words] {
      if piece == last, let index = spans.indices.last {
        spans[index].end = span.end
      } else {
        spans.append(span)
      }
      last = piece
    }
    return spans
  }
}
