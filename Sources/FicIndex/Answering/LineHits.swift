import FicModel

/// The hits of one line: one for the whole line, or in a concordance one for each place.
struct LineHits {
  /// The places; nil stands for the whole line.
  let places: [[TextSpan]?]

  private let builder: HitBuilder
  private let index: Int
  private let start: Int
  private let occurrences: [[TextSpan]]

  /// Reads a line; nil where its chapter has gone or is shorter now.
  ///
  /// - Throws: `IndexError`.
  init?(
    _ key: LineKey,
    _ leaves: LeafSet,
    _ request: SearchRequest,
    _ matcher: LineMatcher,
    _ cache: ChapterCache
  ) throws {
    guard let chapter = try cache.chapter(key.chapter),
      chapter.lines.lines.indices.contains(key.line)
    else { return nil }
    let line = chapter.lines.lines[key.line]
    builder = HitBuilder(chapter, work: try cache.label(of: key.chapter.work), request)
    index = key.line
    start = line.span.start
    var occurrences = matcher.occurrences(of: leaves, in: line, of: chapter.records.chapter)
    if matcher.asksForTurns { occurrences = chapter.records.chapter.turns(in: line) }
    self.occurrences = occurrences
    let isSplit = request.view == .kwic && !occurrences.isEmpty
    places = isSplit ? Self.byStart(occurrences) : [nil]
  }

  /// Where the place at an index begins in the chapter's text.
  func offset(of place: Int) -> Int { places[place]?.first?.start ?? start }

  /// The hit of the place at an index.
  func hit(of place: Int, score: Double = 0) -> Hit {
    builder.hit(at: index, occurrences, occurrence: places[place], score: score)
  }

  /// The occurrences; of two that begin at one word, the longer.
  private static func byStart(_ occurrences: [[TextSpan]]) -> [[TextSpan]] {
    var places: [[TextSpan]] = []
    for occurrence in occurrences {
      if places.last?.first?.start == occurrence.first?.start { places.removeLast() }
      places.append(occurrence)
    }
    return places
  }
}

extension Chapter {
  /// What is said or thought in a line, each turn as the places of its words.
  fileprivate func turns(in line: Line) -> [[TextSpan]] {
    utterances[line.utterances].filter { $0.kind != .notSpeech }.map { utterance in
      utterance.quotations.map(\.content).filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
  }
}
