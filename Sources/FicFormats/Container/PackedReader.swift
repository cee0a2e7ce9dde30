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

  private static let signatures: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A],
    [0x28, 0xB5, 0x2F, 0xFD],
  ]

  /// By its signature.
  package func canRead(_ file: ChapterFile) -> Bool {
    Self.signatures.contains { file.bytes.starts(with: $0) }
      || file.bytes.dropFirst(257).starts(with: "ustar".utf8)
  }

  /// Reads a file.
  ///
  /// - Throws: `FormatError` where it is encrypted, damaged, beyond the bounds, holds several books
  ///   or nothing that is read.
  /// Complexity: linear in the bytes, packed and unpacked.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let archive = try UnpackedArchive(file, bounds: bounds, acceptsAll: true) { path in
      let name = FileName(path: path)
      return name.fileExtension.isEmpty
        || DocumentReaders.fileExtensions.contains(name.fileExtension)
        || path == "data"
    }
    let chapters = Self.parts(of: archive)
    let books = chapters.count {
      Self.bookExtensions.contains(FileName(path: $0.path).fileExtension)
    }
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

  private static let bookExtensions: Set<String> = [
    "epub", "kepub", "fb2", "mobi", "azw", "azw3", "prc",
  ]

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
