package import FicModel

/// What a reader of a format gives the parser: decoded text, its blocks, and what the source says
/// of the work.
package struct Document: Sendable {
  /// UTF-8 with LF line ends and no byte order mark.
  package var text: [UInt8]

  /// Ascending; they tile `text`.
  package var blocks: [Block]

  /// Leads from `text` to the decoded source.
  package var offsetMap: OffsetMap

  /// What the source says of the work: its header, its records.
  package var metadata: WorkMetadata

  /// What the source calls the document where the document is one chapter, as a chapter file's name
  /// does; nil where it may hold any number of chapters.
  package var chapterTitle: ChapterTitle?

  /// Where the source says that the document is published, where it is one chapter.
  package var chapterAddress: String?

  /// Where the source itself starts chapters, ascending, the first at block 0; empty where the
  /// headings in the text must tell.
  package var chapterStarts: [ChapterCut]

  /// What the reader repaired or had to guess, in reading order.
  package var diagnostics: [ParseDiagnostic]

  /// Creates a document.
  package init(
    text: [UInt8],
    blocks: [Block],
    offsetMap: OffsetMap = OffsetMap(),
    metadata: WorkMetadata = WorkMetadata(),
    chapterTitle: ChapterTitle? = nil,
    chapterStarts: [ChapterCut] = [],
    diagnostics: [ParseDiagnostic] = []
  ) {
    self.text = text
    self.blocks = blocks
    self.offsetMap = offsetMap
    self.metadata = metadata
    self.chapterTitle = chapterTitle
    self.chapterStarts = chapterStarts
    self.diagnostics = diagnostics
  }
}
