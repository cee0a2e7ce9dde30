import FicIndex
import FicModel

/// The columns of a chapter's rows, but for its id: what takes time to make and no index to know.
struct ChapterColumns: Sendable {
  /// The dictionaries that columns are compressed with.
  struct Dictionaries: Sendable {
    /// That of texts.
    var text: CompressionDictionary?

    /// That of what the parser read.
    var record: CompressionDictionary?
  }

  /// `chapter_text`, the pieces put together.
  let text: [UInt8]

  /// `chapter_record`.
  let record: [UInt8]

  /// `chapter_sketch`.
  let sketch: [UInt8]

  /// Makes the columns.
  ///
  /// - Throws: `DamagedRecord` where zstd has no memory.
  init(of records: ChapterRecords, _ dictionaries: Dictionaries) throws(DamagedRecord) {
    let compression = TextCompression()
    text = try compression.compress(records.chapter.text, with: dictionaries.text)
    record = try compression.compress(RecordWriter.bytes(of: records), with: dictionaries.record)
    sketch = SketchColumn.bytes(of: records.knownTerms.sketch)
  }
}
