package import FicModel

/// Makes the records of a parsed chapter: its index units and its fingerprint.
package struct ChapterRecordsBuilder: Sendable {
  private let analyzer = Analyzer()

  /// Creates a builder.
  package init() {}

  /// The records of `chapter`.
  ///
  /// Complexity: linear in its text.
  package func records(
    of chapter: Chapter,
    key: ChapterKey,
    path: String,
    cast: [CastMember]
  ) -> ChapterRecords {
    var records = ChapterRecords(
      key: key,
      chapter: chapter,
      path: path,
      fingerprint: Fingerprint([]),
      scenes: [],
      utterances: [],
      utteranceIndexes: [],
      matter: [],
      cast: cast
    )
    records.scenes = sceneUnits(of: chapter)
    addUtterances(to: &records)
    addPresence(to: &records.scenes, of: chapter)
    records.matter = matterUnits(of: chapter)
    records.fingerprint = ChapterFingerprint.fingerprint(of: records)
    return records
  }

  // MARK: Scenes

  /// Cuts each scene at paragraphs into units of at most `IndexUnit.maximumWords` words.
  private func sceneUnits(of chapter: Chapter) -> [IndexUnit] {
    let lines = ChapterLines(chapter)
    let whole = TextSpan(0, chapter.text.count)
    var units: [IndexUnit] = []
    for (index, scene) in chapter.scenes.enumerated() {
      let span = scene.span.intersection(whole)
      var unit = IndexUnit(span: TextSpan(span.start, span.start), words: 0, scene: index)
      for piece in pieces(of: span, lines: lines) {
        let words = wordEnds(of: piece, in: chapter)
        if unit.words > 0, unit.words + words.count > IndexUnit.maximumWords,
          units.count + 1 < ChapterRecords.maximumUnits
        {
          units.append(unit)
          unit = IndexUnit(span: TextSpan(piece.start, piece.start), words: 0, scene: index)
        }
        cutLongPiece(words, piece: piece, unit: &unit, units: &units)
      }
      unit.span.end = max(unit.span.start, span.end)
      if unit.words > 0 || units.last?.scene != index { append(unit, to: &units) }
    }
    return units
  }

  /// The scene's span from line start to line start; the first piece begins at the scene's start.
  private func pieces(of span: TextSpan, lines: ChapterLines) -> [TextSpan] {
    guard let first = lines.index(at: span.start) else { return [span] }
    var starts = [span.start]
    for line in lines.spans[first...].dropFirst().prefix(while: { $0.start < span.end })
    where line.start > span.start {
      starts.append(line.start)
    }
    return starts.indices.map { index in
      TextSpan(starts[index], index + 1 < starts.count ? starts[index + 1] : span.end)
    }
  }

  /// Adds a piece to `unit`; a piece that alone is too long is cut between words.
  private func cutLongPiece(
    _ wordEnds: [Int],
    piece: TextSpan,
    unit: inout IndexUnit,
    units: inout [IndexUnit]
  ) {
    var rest = wordEnds[...]
    while unit.words + rest.count > IndexUnit.maximumWords,
      units.count + 1 < ChapterRecords.maximumUnits
    {
      let head = rest.prefix(IndexUnit.maximumWords - unit.words)
      rest = rest.dropFirst(head.count)
      unit.span.end = head.last ?? unit.span.end
      unit.words += head.count
      units.append(unit)
      unit = IndexUnit(span: TextSpan(unit.span.end, unit.span.end), words: 0, scene: unit.scene)
    }
    unit.words += rest.count
    unit.span.end = piece.end
  }

  /// Adds a unit; the last unit that a chapter may have takes in what follows it.
  private func append(_ unit: IndexUnit, to units: inout [IndexUnit]) {
    guard units.count == ChapterRecords.maximumUnits, let last = units.indices.last else {
      units.append(unit)
      return
    }
    units[last].span.end = max(units[last].span.end, unit.span.end)
    units[last].words += unit.words
  }

  /// Where the words of the story in `piece` end, in the chapter's text.
  private func wordEnds(of piece: TextSpan, in chapter: Chapter) -> [Int] {
    var ends: [Int] = []
    for span in chapter.storySpans(in: piece) {
      analyzer.analyze(chapter.text.span.extracting(span.range)) { term, place in
        ends.append(span.start + place.end)
        return true
      }
    }
    return ends
  }

  // MARK: Utterances

  private func addUtterances(to records: inout ChapterRecords) {
    let chapter = records.chapter
    let whole = TextSpan(0, chapter.text.count)
    for (index, utterance) in chapter.utterances.enumerated() where utterance.kind != .notSpeech {
      guard records.utterances.count < ChapterRecords.maximumUtterances else { return }
      let words = utterance.indexedSpans.reduce(0) { count, span in
        count
          + analyzer.wordCount(
            of: chapter.text.span.extracting(span.intersection(whole).range)
          )
      }
      records.utterances.append(
        IndexUnit(
          span: utterance.span.intersection(whole),
          words: words,
          scene: Self.unit(at: utterance.span.start, in: records.scenes) ?? -1
        )
      )
      records.utteranceIndexes.append(index)
    }
  }

  /// The unit that holds the byte at `offset`.
  ///
  /// Complexity: O(log n).
  private static func unit(at offset: Int, in units: [IndexUnit]) -> Int? {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < units.count && units[low].span.contains(offset) ? low : nil
  }

  private func addPresence(to scenes: inout [IndexUnit], of chapter: Chapter) {
    var present = scenes.map { _ in Set<CastID>() }
    for mention in chapter.mentions {
      if let unit = Self.unit(at: mention.span.start, in: scenes) {
        present[unit].insert(mention.member)
      }
    }
    for utterance in chapter.utterances where utterance.kind != .notSpeech {
      guard let unit = Self.unit(at: utterance.span.start, in: scenes) else { continue }
      if let speaker = utterance.attribution.speaker { present[unit].insert(speaker) }
      present[unit].formUnion(utterance.addressees)
    }
    for unit in scenes.indices { scenes[unit].present = present[unit].sorted() }
  }

  // MARK: Other matter

  private func matterUnits(of chapter: Chapter) -> [IndexUnit] {
    let whole = TextSpan(0, chapter.text.count)
    return chapter.zones.filter { $0.kind != .story }.prefix(ChapterRecords.maximumUnits).map {
      zone in
      let span = zone.span.intersection(whole)
      let words = analyzer.wordCount(of: chapter.text.span.extracting(span.range))
      return IndexUnit(span: span, words: words, scene: -1)
    }
  }
}
