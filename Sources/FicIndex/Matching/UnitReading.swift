import FicModel

/// Reads the units of one kind of a chapter for a clause.
struct UnitReading {
  /// The chapter with the cast of its work.
  let records: ChapterRecords

  /// The kind of unit.
  let kind: IndexUnit.Kind

  /// The parts of the chapter's text that the unit at `index` indexes, in order.
  func pieces(at index: Int) -> [TextSpan] {
    let units = records.units(kind)
    guard units.indices.contains(index) else { return [] }
    switch kind {
    case .scene: return records.chapter.storySpans(in: units[index].span)
    case .utterance: return records.utterance(of: index)?.indexedSpans ?? []
    case .matter: return [units[index].span]
    }
  }

  /// The matches of a clause in the unit at `index`, at their places in the chapter's text; nil
  /// where the unit does not satisfy it.
  ///
  /// An occurrence in the text of which `isExcluded` is true is none.
  func matches(
    of matcher: ClauseMatcher,
    at index: Int,
    isExcluded: (_ spans: [TextSpan]) -> Bool = { _ in false }
  ) -> [LeafMatches]? {
    var scans = [
      TermClause.Column.text: matcher.scan(pieces(at: index), of: records.chapter.text, in: .text)
    ]
    switch kind {
    case .scene:
      scans[.cast] = scan(matcher, records.castNames(ofScene: index), in: .cast)
    case .utterance:
      scans[.speaker] = scan(matcher, records.speakerNames(ofUtterance: index), in: .speaker)
      scans[.addressee] = scan(matcher, records.addresseeNames(ofUtterance: index), in: .addressee)
    case .matter:
      break
    }
    return matcher.matches(in: scans, isExcluded: isExcluded)
  }

  private func scan(
    _ matcher: ClauseMatcher,
    _ names: String,
    in column: TermClause.Column
  ) -> ColumnScan {
    let bytes = Array(names.utf8)
    return matcher.scan([TextSpan(0, bytes.count)], of: bytes, in: column)
  }
}

extension ChapterRecords {
  /// The records of a chapter that an index gave back; without a fingerprint.
  init(_ stored: StoredChapter) {
    self.init(
      key: stored.key,
      chapter: stored.chapter,
      path: stored.path,
      fingerprint: Fingerprint([]),
      scenes: stored.scenes,
      utterances: stored.utterances,
      utteranceIndexes: stored.utteranceIndexes,
      matter: stored.matter,
      cast: stored.cast,
      removal: stored.removal
    )
  }
}
