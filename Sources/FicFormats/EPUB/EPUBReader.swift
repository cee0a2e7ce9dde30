package import FicParsing

/// Reads EPUB 2 and 3: FanFicFare's, the Archive of Our Own's, FicHub's, any other.
///
/// The text is the rendered text of the book's pages in reading order, and its own source: offsets
/// and lines count in it, since the files in the archive are nothing that anybody opens.
package struct EPUBReader: ContainerReader {
  package let bounds: UnpackingBounds

  /// Creates a reader.
  package init(bounds: UnpackingBounds = UnpackingBounds()) {
    self.bounds = bounds
  }

  /// An archive that calls itself a book, or has what a book has, or whose name says so.
  package func isFormat(_ contents: ZipContents, fileExtension: String) -> Bool {
    if FileFormat(ending: fileExtension) == .epub { return true }
    return contents.mediaType.hasPrefix("application/epub")
      || contents.names.contains("META-INF/container.xml")
        && contents.names.contains { FileName(path: $0).fileExtension == "opf" }
  }

  /// Reads a book.
  package func document(
    of archive: UnpackedArchive,
    path: String
  ) throws(FormatError) -> Document {
    try EPUBBook(archive, path: path).document()
  }

  private static let unread: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "svg", "ttf", "otf", "woff", "woff2",
    "js", "mp3", "mp4", "m4a", "ogg", "wav", "smil", "pls", "xpgt",
  ]

  /// All but pictures, fonts and sounds.
  package func isWanted(_ path: String) -> Bool {
    !Self.unread.contains(FileName(path: path).fileExtension)
  }
}
