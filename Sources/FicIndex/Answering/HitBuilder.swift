package import FicModel

/// Makes the records of the hits in one chapter.
struct HitBuilder {
  /// The number of scalars on either side of a match in a concordance: half a wide terminal.
  private static let keywordWidth = 80

  private let records: ChapterRecords
  private let lines: ChapterLines
  private let work: WorkLabel
  private let contextLines: Int

  /// Prepares a chapter.
  init(_ reader: ChapterReader, work: WorkLabel, contextLines: Int) {
    records = reader.records
    lines = reader.lines
    self.work = work
    self.contextLines = min(SearchRequest.maximumContext, max(0, contextLines))
  }

  /// The hit of a line; of one of its occurrences only, with its context, if `occurrence` is given.
  func hit(_ line: FoundLine, occurrence: [TextSpan]? = nil) -> Hit {
    let chapter = records.chapter
    let marks = (occurrence.map { [$0] } ?? line.occurrences).flatMap(\.self).sorted()
    let folded = FoldedText(line.span, of: chapter.text, marks: marks)
    let place = occurrence?.first?.start ?? line.firstPlace
    let reference = PassageReference(
      work: records.key.work,
      chapter: records.key.chapter,
      offset: line.span.start
    )
    var hit = Hit(
      ref: reference.description,
      work: work,
      chapter: ChapterLabel(records),
      scene: chapter.sceneNumber(at: place),
      zone: chapter.zone(at: place)?.kind ?? .story,
      text: folded.text,
      matches: folded.matches,
      source: source(of: line.span.start),
      score: line.unit.score
    )
    describeUtterance(at: place, of: line.span, in: &hit)
    addContext(of: line, to: &hit)
    if let occurrence, let first = occurrence.first, let last = occurrence.last {
      let mark = TextSpan(first.start, last.end)
      hit.keyword = folded.sides(of: mark, width: Self.keywordWidth).map {
        KeywordInContext(left: $0.left, match: $0.match, right: $0.right)
      }
    }
    return hit
  }

  private func source(of offset: Int) -> SourcePlace {
    let chapter = records.chapter
    let line = chapter.offsetMap.sourceLine(of: offset, in: chapter.text)
    return SourcePlace(path: records.path, line: line)
  }

  /// Says who speaks: in the words at `place`, or, where these are the narrator's, in the rest of the
  /// line, if that is one person.
  private func describeUtterance(at place: Int, of line: TextSpan, in hit: inout Hit) {
    let utterances = records.chapter.utterances.filter {
      $0.kind != .notSpeech && $0.span.overlaps(line)
    }
    let holding = utterances.first { $0.quotations.contains { $0.span.contains(place) } }
    hit.kind = holding?.kind
    let isOneSpeaker = Set(utterances.map(\.attribution.speaker)).count == 1
    guard let utterance = holding ?? (isOneSpeaker ? utterances.first : nil) else { return }
    hit.addressees = utterance.addressees.compactMap(records.name)
    guard let speaker = utterance.attribution.speaker.flatMap(records.name) else { return }
    hit.speaker = speaker
    hit.confidence = utterance.attribution.confidence
    hit.rule = utterance.attribution.rule
  }

  private func addContext(of line: FoundLine, to hit: inout Hit) {
    guard contextLines > 0, let index = lines.index(at: line.span.start) else { return }
    let text = records.chapter.text
    hit.before = lines.spans[max(0, index - contextLines)..<index].map {
      FoldedText($0, of: text).text
    }
    hit.after = lines.spans.dropFirst(index + 1).prefix(contextLines).map {
      FoldedText($0, of: text).text
    }
  }
}

extension ChapterRecords {
  /// The fullest name of a member; nil for nobody of the cast.
  func name(_ member: CastID) -> String? {
    cast.indices.contains(member.rawValue) ? cast[member.rawValue].name : nil
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
    guard zone(at: offset).map({ $0.kind == .story }) ?? true else { return nil }
    return scenes.firstIndex { $0.span.contains(offset) }.map { $0 + 1 }
  }
}
