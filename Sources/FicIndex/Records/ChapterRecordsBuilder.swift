package import FicModel

/// Makes the records of a parsed chapter.
package struct ChapterRecordsBuilder: Sendable {
  /// Creates a builder.
  package init() {}

  /// The records of `chapter`, whose terms may have been made already.
  ///
  /// Complexity: linear in its text.
  package func records(
    of chapter: Chapter,
    key: ChapterKey,
    path: String,
    cast: [CastMember],
    terms: ChapterTerms? = nil
  ) -> ChapterRecords {
    var records = ChapterRecords(
      key: key,
      chapter: chapter,
      path: path,
      cast: cast,
      terms: terms ?? ChapterTerms(chapter)
    )
    records.fingerprint = ChapterFingerprint.fingerprint(of: records)
    return records
  }
}
