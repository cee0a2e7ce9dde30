import FicModel

/// Makes the records of the hits in one chapter.
struct HitBuilder {
  private let records: ChapterRecords
  private let lines: ChapterLines
  private let work: WorkLabel
  private let contextLines: Int

  /// The characters on either side of a match in a concordance.
  private let margin: Int

  /// Whether long lines are shown whole.
  private let isFull: Bool

  /// Prepares a chapter.
  init(_ chapter: ChapterCache.Entry, work: WorkLabel, _ request: SearchRequest) {
    records = chapter.records
    lines = chapter.lines
    self.work = work
    contextLines = min(SearchRequest.maximumContext, max(0, request.contextLines))
    margin = max(1, request.margin)
    isFull = request.isFull
  }

  /// The hit of a line, with places in it that match; of one of them only, with its context, if
  /// `occurrence` is given.
  func hit(
    at index: Int,
    _ occurrences: [[TextSpan]],
    occurrence: [TextSpan]? = nil,
    score: Double
  ) -> Hit {
    let chapter = records.chapter
    let line = lines.lines[index]
    let marks = (occurrence.map { [$0] } ?? occurrences).flatMap(\.self).sorted()
    let folded = FoldedText(line.pieces, of: chapter.text, marks: marks, whole: isFull)
    let place = occurrence?.first?.start ?? occurrences.first?.first?.start ?? line.span.start
    var hit = Hit(
      ref: records.reference(to: line.span.start).description,
      work: work,
      chapter: ChapterLabel(records),
      scene: line.zone == .story ? chapter.sceneNumber(at: place) : nil,
      zone: line.zone,
      text: folded.text,
      matches: folded.matches,
      source: records.source(of: line.span.start),
      score: score
    )
    hit.said = records.sayings(in: line, shownAs: folded)
    let found = occurrence.map { [$0] } ?? occurrences
    describeUtterance(at: found.compactMap { $0.first?.start }, of: line, in: &hit)
    addContext(of: index, to: &hit)
    if let occurrence, let first = occurrence.first, let last = occurrence.last {
      let mark = TextSpan(first.start, last.end)
      hit.keyword = folded.sides(of: mark, width: margin).map {
        KeywordInContext(left: $0.left, match: $0.match, right: $0.right)
      }
    }
    return hit
  }

  /// Says who speaks the words at some places: the first of them that somebody says, or that say
  /// who does, as in "said Smith"; nobody where all are other words of the narrator.
  private func describeUtterance(at places: [Int], of line: Line, in hit: inout Hit) {
    let utterances = records.chapter.utterances[line.utterances].filter { $0.kind != .notSpeech }
    let holding = places.lazy.compactMap { place in
      utterances.first { $0.quotations.contains { $0.span.contains(place) } }
    }.first
    hit.kind = holding?.kind
    let tagged = places.lazy.compactMap { place in
      utterances.first { $0.attribution.evidence?.contains(place) ?? false }
    }.first
    guard let utterance = holding ?? tagged ?? (places.isEmpty ? utterances.first : nil) else {
      return
    }
    hit.addressees = utterance.addressees.compactMap(records.name)
    guard let speaker = utterance.attribution.speaker.flatMap(records.name) else { return }
    hit.speaker = speaker
    hit.confidence = utterance.attribution.confidence
    hit.rule = utterance.attribution.rule
  }

  private func addContext(of index: Int, to hit: inout Hit) {
    guard contextLines > 0 else { return }
    let text = records.chapter.text
    hit.before = lines.lines[max(0, index - contextLines)..<index].map {
      FoldedText($0.pieces, of: text, whole: isFull).text
    }
    hit.after = lines.lines.dropFirst(index + 1).prefix(contextLines).map {
      FoldedText($0.pieces, of: text, whole: isFull).text
    }
  }
}

extension ChapterRecords {
  /// Where the byte at an offset stands in the chapter's file.
  func source(of offset: Int) -> SourcePlace {
    SourcePlace(path: path, line: chapter.offsetMap.sourceLine(of: offset, in: chapter.text))
  }

  /// The REF of the byte at an offset.
  func reference(to offset: Int) -> PassageReference {
    PassageReference(work: key.work, chapter: key.chapter, offset: offset)
  }
}

extension ChapterLabel {
  /// The label of a stored chapter: printed number and title as one line.
  package init(_ records: ChapterRecords) {
    let title = records.chapter.title
    let parts = [title.printedNumber, title.title].compactMap(\.self).filter { !$0.isEmpty }
    self.init(
      number: records.removal?.number ?? records.key.chapter,
      title: parts.isEmpty ? nil : parts.joined(separator: ". "),
      removal: records.removal?.reason
    )
  }
}

extension Chapter {
  /// The place in the chapter, from 1, of the scene that holds the byte at `offset`; nil for none.
  func sceneNumber(at offset: Int) -> Int? {
    let place = scenes.partitionPoint { $0.span.end > offset }
    return place < scenes.count && scenes[place].span.start <= offset ? place + 1 : nil
  }
}
