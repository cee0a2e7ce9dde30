package import FicParsing

/// The formats that are read, in the order in which they are asked.
package struct DocumentReaders: Sendable {
  /// A reader that accepts everything that is text comes last.
  private let readers: [any DocumentReader]

  /// Creates a registry; without readers of your own, of every format that is built in.
  package init(_ readers: [any DocumentReader] = [MarkdownReader(), TextReader()]) {
    self.readers = readers
  }

  /// The endings of names that are looked into; files with others are no part of an archive.
  package static let fileExtensions: Set<String> = ["txt", "text", "md", "markdown"]

  /// Reads a file with the first reader that knows it.
  ///
  /// - Throws: `FormatError` where the file is empty, no text, or of a format without a reader.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    switch ContentSniffer().content(of: file.bytes) {
    case .empty: throw FormatError(code: .empty, path: file.path)
    case .binary: throw FormatError(code: .binary, path: file.path)
    case .known(let format): throw FormatError(code: .unsupported(format: format), path: file.path)
    case .text: break
    }
    guard let reader = readers.first(where: { $0.canRead(file) }) else {
      throw FormatError(code: .binary, path: file.path)
    }
    let document = try reader.document(from: file)
    guard document.blocks.contains(where: { !$0.isBlank }) else {
      throw FormatError(code: .empty, path: file.path)
    }
    return document
  }
}
