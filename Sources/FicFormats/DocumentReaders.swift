package import FicParsing

/// The formats that are read, in the order in which they are asked.
package struct DocumentReaders: Sendable {
  /// A reader that accepts everything that is text comes last.
  private let readers: [any DocumentReader]

  /// Creates a registry; without readers of your own, of every format that is built in.
  package init(_ readers: [any DocumentReader] = unpackedFormats + [PackedReader()] + textFormats) {
    self.readers = readers
  }

  /// The formats whose files have a signature.
  package static let unpackedFormats: [any DocumentReader] = [
    EPUBReader(), OfficeReader(), RTFReader(), MobipocketReader(),
  ]

  /// The formats that are text; the last takes all.
  package static let textFormats: [any DocumentReader] = [
    FictionBookReader(), HTMLReader(), MarkdownReader(), TextReader(),
  ]

  /// The formats that are read inside of archives.
  static let unpacked = DocumentReaders(unpackedFormats + textFormats)

  /// Whether a file of an archive is looked into: one with the ending of a text, or the description
  /// of a book that Calibre keeps beside it.
  package static func isListed(_ path: String) -> Bool {
    FileFormat(path: path) != nil
      || path.split(separator: "/").last.map(String.init) == CalibreFolder.description
  }

  private func reader(of file: ChapterFile) throws(FormatError) -> any DocumentReader {
    let content = ContentSniffer().content(of: file.bytes)
    switch content {
    case .empty: throw FormatError(code: .empty, path: file.path)
    case .binary: throw FormatError(code: .binary, path: file.path)
    case .text: break
    case .known(let format, _):
      // Text has a reader that takes all; of the other formats some have one of their own.
      let reader = readers.first { !$0.readsText && $0.canRead(file) }
      guard let reader else {
        throw FormatError(code: .unsupported(format: format), path: file.path)
      }
      return reader
    }
    guard let reader = readers.first(where: { $0.readsText && $0.canRead(file) }) else {
      throw FormatError(code: .binary, path: file.path)
    }
    return reader
  }

  /// Reads a file with the first reader that knows it.
  ///
  /// - Throws: `FormatError` where the file is empty, no text, or of a format without a reader.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let reader = try reader(of: file)
    let document = GutenbergFrame(try reader.document(from: file)).marked()
    guard document.blocks.contains(where: { !$0.isBlank }) else {
      throw FormatError(code: .empty, path: file.path)
    }
    return document
  }
}
