import FicModel
package import FicParsing

/// Reads EPUB 2 and 3: FanFicFare's, the Archive of Our Own's, FicHub's, any other.
///
/// The text is the rendered text of the book's pages in reading order, and its own source: offsets and
/// lines count in it, since the files in the archive are nothing that anybody opens.
package struct EPUBReader: DocumentReader {
  private let bounds: UnpackingBounds

  /// Creates a reader.
  package init(bounds: UnpackingBounds = UnpackingBounds()) {
    self.bounds = bounds
  }

  /// It is an archive.
  package var readsText: Bool { false }

  /// A ZIP archive whose first entry is the one that EPUB begins with, or whose name says so.
  package func canRead(_ file: ChapterFile) -> Bool {
    guard file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
    if file.fileExtension == "epub" { return true }
    let start = file.bytes.prefix(160)
    return start.dropFirst(30).starts(with: "mimetype".utf8)
      && !String(decoding: start, as: UTF8.self).contains("opendocument")
  }

  /// Reads a book.
  ///
  /// - Throws: `FormatError` where it is encrypted, damaged, beyond the bounds, or holds no text.
  /// Complexity: linear in the bytes, packed and unpacked.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let archive = try UnpackedArchive(file, bounds: bounds, isWanted: Self.isWanted)
    let book = try EPUBBook(archive, path: file.path)
    var document = try book.document()
    if archive.strayEntries > 0 {
      document.diagnostics.append(
        ParseDiagnostic(code: .strayEntries, span: TextSpan(0, 0), count: archive.strayEntries)
      )
    }
    return document
  }

  private static let unread: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "svg", "css", "ttf", "otf", "woff", "woff2",
    "js", "mp3", "mp4", "m4a", "ogg", "wav", "smil", "pls", "xpgt",
  ]

  private static func isWanted(_ path: String) -> Bool {
    !unread.contains(FileName(path: path).fileExtension)
  }
}
