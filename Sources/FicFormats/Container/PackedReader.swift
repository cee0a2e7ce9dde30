import FicModel
package import FicParsing

/// Reads files that are packed: gzip, bzip2, xz, Zstandard, and ZIP and tar archives of chapters.
///
/// What an archive holds is one work: a book, or chapter files in the order of their names.
package struct PackedReader: DocumentReader {
  private let bounds: UnpackingBounds

  /// Creates a reader.
  package init(bounds: UnpackingBounds = UnpackingBounds()) {
    self.bounds = bounds
  }

  /// It has a signature.
  package var readsText: Bool { false }

  /// By its signature.
  package func canRead(_ file: ChapterFile) -> Bool {
    guard case .known(_, let isPacked) = ContentSniffer().content(of: file.bytes) else {
      return false
    }
    return isPacked
  }

  /// Reads a file.
  ///
  /// - Throws: `FormatError` where it is encrypted, damaged, beyond the bounds, holds several books
  ///   or nothing that is read.
  /// Complexity: linear in the bytes, packed and unpacked.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let archive = try UnpackedArchive(file, bounds: bounds, acceptsAll: true) { path in
      FileName(path: path).fileExtension.isEmpty || FileFormat(path: path) != nil
        || path == "data"
    }
    let chapters = Self.parts(of: archive)
    let books = chapters.count { FileFormat(path: $0.path)?.isBook ?? false }
    if books > 1 { throw FormatError(code: .severalBooks(count: books), path: file.path) }
    var parts: [Document] = []
    var refusal: FormatError?
    for part in chapters {
      let inner = ChapterFile(
        path: part.path == "data" ? Self.innerName(of: file.path) : part.path,
        bytes: archive.entries[part.path] ?? []
      )
      do throws(FormatError) {
        // Packed files in packed files are not unpacked again, but for books.
        var document = try DocumentReaders.unpacked.document(from: inner)
        document.chapterTitle = document.chapterTitle ?? part.chapterTitle
        parts.append(document)
      } catch {
        refusal = FormatError(code: error.code, path: file.path, offset: error.offset)
      }
    }
    guard let first = parts.first else {
      throw refusal ?? FormatError(code: .noStory, path: file.path)
    }
    var document = parts.count == 1 ? first : Document(joining: parts)
    document.note(archive)
    return document
  }

  /// The files that are read, in reading order, with what their names call the chapters in them.
  private static func parts(of archive: UnpackedArchive) -> [WorkFiles.Part] {
    let names = archive.entries.keys.filter { path in
      !path.split(separator: "/").contains { $0 == "__MACOSX" || $0.hasPrefix(".") }
    }
    let works = WorkLayout.works(in: names.map { FileEntry(path: $0, byteCount: 0) })
    if works.count == 1, let work = works.first, work.parts.allSatisfy({ $0.role == .text }) {
      return work.parts
    }
    return names.sorted(by: NaturalOrder.precedes).map { WorkFiles.Part(path: $0) }
  }

  /// `a.txt.gz` holds `a.txt`.
  private static func innerName(of path: String) -> String {
    path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
  }
}
