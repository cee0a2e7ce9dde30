import FicModel
package import FicParsing

/// Reads files of a format that is a ZIP archive of its parts.
///
/// What all of them need stands here: the signature, the bounds, the report of entries that lead
/// outside.
package protocol ContainerReader: DocumentReader {
  /// How much a file may unpack to.
  var bounds: UnpackingBounds { get }

  /// Whether an archive is of the format, by what it holds and by its name's ending.
  func isFormat(_ contents: ZipContents, fileExtension: String) -> Bool

  /// Whether the entry at a path is read.
  func isWanted(_ path: String) -> Bool

  /// Reads the entries.
  ///
  /// - Throws: `FormatError` where they are encrypted, damaged or hold nothing that is read.
  func document(of archive: UnpackedArchive, path: String) throws(FormatError) -> Document
}

extension ContainerReader {
  /// An archive has a signature.
  package var readsText: Bool { false }

  /// By the signature, then by the format's own marks.
  package func canRead(_ file: ChapterFile) -> Bool {
    ZipContents.isZip(file.bytes)
      && isFormat(ZipContents(file.bytes), fileExtension: file.fileExtension)
  }

  /// Reads a file.
  ///
  /// - Throws: `FormatError` where it is encrypted, damaged, beyond the bounds, or holds no text.
  /// Complexity: linear in the bytes, packed and unpacked.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let archive = try UnpackedArchive(file, bounds: bounds, isWanted: isWanted)
    var document = try document(of: archive, path: file.path)
    document.note(archive)
    return document
  }
}

extension Document {
  /// Notes what was left out of an archive.
  mutating func note(_ archive: UnpackedArchive) {
    guard archive.strayEntries > 0 else { return }
    diagnostics.append(
      ParseDiagnostic(code: .strayEntries, span: TextSpan(0, 0), count: archive.strayEntries)
    )
  }
}
