package import FicModel

/// The lines of a chapter with their terms, made once for everything that an index makes of them.
package struct ChapterTerms: Hashable, Sendable {
  /// Raised whenever the same chapter gives other lines or terms, so that an index makes its full
  /// text anew: a change of `ChapterLines`, `Analyzer`, `FrequentWords` or of this file.
  package static let version = 7

  /// Stands before a term that has a place of its own: a space.
  package static let placeMark: UInt8 = 0x20

  /// Stands before a term at the place of the one before: U+001F.
  package static let sharedPlaceMark: UInt8 = 0x1F

  /// The lines.
  package var lines: [Line]

  /// The terms of all lines, each behind its mark; pairs of frequent words among them.
  package var stream: [UInt8] = []

  /// For each line, where its terms end in `stream`.
  package var ends: [Int] = []

  /// For each line, how many words it has.
  package var words: [Int] = []

  /// For each line, where in it something is said or thought.
  package var regions: [[Region]] = []

  /// What the chapter says, to compare it with others.
  package var sketch = TextSketch()

  /// The words of the lines of story.
  package var storyWords = 0

  /// Reads a chapter.
  ///
  /// Complexity: linear in its text.
  package init(_ chapter: Chapter) {
    let builder = ChapterTermsBuilder(chapter)
    self = builder.terms()
  }

  init(lines: [Line]) {
    self.lines = lines
  }

  /// The terms of the line at an index, each behind its mark.
  package func terms(ofLine index: Int) -> ArraySlice<UInt8> {
    stream[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}

/// Reads the terms of a chapter line by line.
private struct ChapterTermsBuilder {
  private let chapter: Chapter
  private let analyzer = Analyzer()

  init(_ chapter: Chapter) {
    self.chapter = chapter
  }

  func terms() -> ChapterTerms {
    var result = ChapterTerms(lines: ChapterLines(chapter).lines)
    result.stream.reserveCapacity(chapter.text.count * 5 / 4)
    result.ends.reserveCapacity(result.lines.count)
    var story = TextSketch.Sampler()
    for line in result.lines {
      var voices = VoiceReader(chapter, line)
      var count = 0
      var pairs = FrequentPairs()
      let isStory = line.zone == .story
      for piece in line.pieces {
        analyzer.analyze(chapter.text.span.extracting(piece.range)) { term, span in
          voices.read(word: count, at: piece.start + span.start)
          if isStory { story.add(term) }
          pairs.read(term) { result.stream.append(mark: ChapterTerms.sharedPlaceMark, $0) }
          result.stream.append(mark: ChapterTerms.placeMark, term)
          count += 1
          return true
        }
      }
      result.ends.append(result.stream.count)
      result.words.append(count)
      result.regions.append(voices.regions)
      if isStory { result.storyWords += count }
    }
    result.sketch = story.sketch ?? other(result)
    return result
  }

  /// The sketch of a chapter without story: of all that it says.
  private func other(_ terms: ChapterTerms) -> TextSketch {
    var sampler = TextSketch.Sampler()
    for piece in terms.lines.flatMap(\.pieces) {
      analyzer.analyze(chapter.text.span.extracting(piece.range)) { term, _ in
        sampler.add(term)
        return true
      }
    }
    return TextSketch(content: sampler.content.value)
  }
}

extension [UInt8] {
  /// Adds a term behind its mark.
  @inline(__always)
  fileprivate mutating func append(mark: UInt8, _ term: borrowing Span<UInt8>) {
    append(mark)
    for index in term.indices { append(term[index]) }
  }
}
