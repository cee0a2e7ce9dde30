package import FicParsing

/// Reads files of one format.
package protocol DocumentReader: Sendable {
  /// Whether a file is of this format, by its content first and its name's ending second.
  func canRead(_ file: ChapterFile) -> Bool

  /// Reads a file that `canRead` accepted.
  ///
  /// - Throws: `FormatError` where nothing in the file can be read.
  func document(from file: ChapterFile) throws(FormatError) -> Document
}
