package import FicParsing

/// Reads Mobipocket books: MOBI, PRC, AZW and AZW3, packed by PalmDOC's way, by HUFF/CDIC or not at
/// all.
///
/// Chapters begin where the table of contents says, at headings where there is none. Books with
/// rights management are refused; Topaz and KFX are other formats and not read.
package struct MobipocketReader: DocumentReader {
  private let bounds: UnpackingBounds

  /// Creates a reader.
  package init(bounds: UnpackingBounds = UnpackingBounds()) {
    self.bounds = bounds
  }

  /// It has a signature.
  package var readsText: Bool { false }

  /// By the type of its database.
  package func canRead(_ file: ChapterFile) -> Bool { FileFormat.kindle.isSigned(file.bytes) }

  /// Reads a book.
  ///
  /// - Throws: `FormatError` where it is encrypted, damaged, beyond the bounds, or nested too deep.
  /// Complexity: linear in the bytes, packed and unpacked.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    try MobipocketBook(file, bounds: bounds).document()
  }
}
