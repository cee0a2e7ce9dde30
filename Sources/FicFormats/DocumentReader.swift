package import FicParsing

/// Reads files of one format.
package protocol DocumentReader: Sendable {
  /// Whether files of the format are text: without a signature, in some charset.
  var readsText: Bool { get }

  /// Whether a file is of this format, by its content first and its name's ending second.
  func canRead(_ file: ChapterFile) -> Bool

  /// Reads a file that `canRead` accepted.
  ///
  /// - Throws: `FormatError` where nothing in the file can be read.
  func document(from file: ChapterFile) throws(FormatError) -> Document
}

extension DocumentReader {
  /// Most formats are text.
  package var readsText: Bool { true }
}
