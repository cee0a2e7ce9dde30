package import FicModel

extension SearchEngine {
  /// The greatest number of lines before and after a place.
  package static let maximumPassageLines = 500

  /// The text at a REF.
  ///
  /// One without a chapter means the first; one without a place the whole chapter. A step leads to
  /// the scene, or the chapter, that stands before or behind it.
  ///
  /// Throws `Problem` for what is no REF or leads nowhere, and `IndexError`.
  package func passage(
    _ ref: String,
    extent: PassageExtent,
    step: ReadingStep = .here,
    upto: Int? = nil,
    deadline: Deadline = .never
  ) async throws -> Passage {
    let reference = try Self.reference(ref)
    return try await index.snapshot("read a chapter of the index", deadline: deadline) { snapshot in
      let cache = ChapterCache(snapshot, border: upto)
      var passage = try Self.passage(reference, ref, extent, cache)
      let wanted =
        switch step {
        case .here: Optional(ref)
        case .previous: passage.previous
        case .next: passage.next
        }
      guard let wanted, let place = PassageReference(wanted) else {
        throw Problem(
          code: "not_found",
          status: 404,
          detail: step == .next ? "nothing follows on \(ref)" : "nothing stands before \(ref)",
          hint: upto == nil || step == .previous
            ? "it is the \(step == .next ? "end" : "beginning") of the work"
            : "it is the end of what you may see, or of the work"
        )
      }
      if step != .here { passage = try Self.passage(place, wanted, extent, cache) }
      passage.upto = upto
      return passage
    }
  }

  /// Reads a REF.
  ///
  /// Throws `Problem` for what is none.
  static func reference(_ ref: String) throws(Problem) -> PassageReference {
    if let reference = PassageReference(ref) { return reference }
    throw Problem(
      code: "bad_reference",
      status: 400,
      detail: "\"\(ref)\" is no REF",
      hint: "a hit shows its REF: work, work:chapter or work:chapter:place, as in k7f2qdmx:3:1045"
    )
  }

  /// The chapter that a reference leads to; the first one without a chapter.
  ///
  /// Throws `Problem` where it leads nowhere, and `IndexError`.
  static func entry(
    at reference: PassageReference,
    _ ref: String,
    _ cache: ChapterCache
  ) throws -> ChapterCache.Entry {
    let key = reference.chapterKey ?? ChapterKey(work: reference.work, chapter: 1)
    var stored = try cache.chapter(key)
    if stored == nil, (1..<ChapterRemoval.firstNumber).contains(key.chapter) {
      // What was removed and is kept answers to the REF that it had.
      let place = key.chapter + ChapterRemoval.firstNumber - 1
      let kept = ChapterKey(work: key.work, chapter: place)
      stored = try cache.chapter(kept)
      if stored?.records.removal?.number != key.chapter { stored = nil }
    }
    guard let stored else {
      throw Problem(
        code: "not_found",
        status: 404,
        detail: "nothing is stored at \(ref)",
        hint: cache.border.map { "chapters behind \($0) are not shown with --upto \($0)" }
          ?? "the work or chapter may have gone; search again for its REF"
      )
    }
    return stored
  }

  private static func passage(
    _ reference: PassageReference,
    _ ref: String,
    _ extent: PassageExtent,
    _ cache: ChapterCache
  ) throws -> Passage {
    let stored = try entry(at: reference, ref, cache)
    let (records, lines) = (stored.records, stored.lines)
    let target = reference.offset.flatMap { lines.index(at: $0) } ?? lines.lines.indices.first
    let wanted = range(
      around: target,
      hasPlace: reference.offset != nil,
      extent: extent,
      lines: lines,
      chapter: records.chapter
    )
    let place = target.map { lines.lines[$0].span.start } ?? 0
    let isWhole = reference.offset == nil || extent == .chapter
    let neighbours = PassageNeighbours(
      cache: cache,
      entry: stored,
      target: isWhole ? nil : target
    )
    var passage = Passage(
      ref: ref,
      work: try cache.label(of: reference.work),
      chapter: ChapterLabel(records),
      source: records.source(of: place),
      address: records.chapter.address,
      paragraphs: wanted.map { index in
        paragraph(
          lines.lines[index],
          of: records,
          isTarget: reference.offset != nil && index == target
        )
      },
      sources: try cache.sources(of: reference.work)
    )
    (passage.previous, passage.next) = try neighbours.references()
    return passage
  }

  private static func range(
    around target: Int?,
    hasPlace: Bool,
    extent: PassageExtent,
    lines: ChapterLines,
    chapter: Chapter
  ) -> Range<Int> {
    guard let target, hasPlace else { return lines.lines.indices }
    switch extent {
    case .chapter:
      return lines.lines.indices
    case .lines(let count):
      let count = min(maximumPassageLines, max(0, count))
      return max(0, target - count)..<min(lines.lines.count, target + count + 1)
    case .scene:
      let place = lines.lines[target].span.start
      guard let scene = chapter.scenes.first(where: { $0.span.contains(place) }) else {
        return target..<target + 1
      }
      let start = lines.index(at: scene.span.start) ?? target
      let end = lines.index(at: scene.span.end) ?? lines.lines.count
      return min(start, target)..<max(end, target + 1)
    }
  }

  private static func paragraph(
    _ line: Line,
    of records: ChapterRecords,
    isTarget: Bool
  ) -> Passage.Paragraph {
    let chapter = records.chapter
    var speakers: [String] = []
    for utterance in chapter.utterances[line.utterances] where utterance.kind != .notSpeech {
      guard let name = utterance.attribution.speaker.flatMap(records.name) else { continue }
      if !speakers.contains(name) { speakers.append(name) }
    }
    let text = FoldedText(line.pieces, of: chapter.text, whole: true)
    var paragraph = Passage.Paragraph(
      text: text.text,
      zone: line.zone,
      scene: line.zone == .story ? chapter.sceneNumber(at: line.span.start) : nil,
      speakers: speakers,
      ref: records.reference(to: line.span.start).description,
      isTarget: isTarget
    )
    paragraph.said = records.sayings(in: line, shownAs: text)
    return paragraph
  }
}
