package import FicModel

/// Something that a reader or the parser repaired, cut or guessed.
///
/// It never stops the rest.
package struct ParseDiagnostic: Hashable, Sendable {
  /// What happened; the words for it live with the printer.
  package enum Code: String, Hashable, Sendable, Codable {
    /// Bytes that are not valid in the charset became U+FFFD.
    case invalidBytes = "invalid_bytes"
    /// NUL characters were dropped.
    case nulBytes = "nul_bytes"
    /// The charset was guessed from the bytes.
    case guessedCharset = "guessed_charset"
    /// No charset makes a text of the bytes that is plainly right.
    case doubtfulCharset = "doubtful_charset"
    /// Text that had been read in the wrong charset and saved so was repaired.
    case repairedMojibake = "repaired_mojibake"
    /// Entries of an archive whose names lead outside of it were left out.
    case strayEntries = "stray_entries"
    /// Pages that a book lists are not in it.
    case missingPages = "missing_pages"
    /// Pages of a book that its reading order leaves out stand at its end.
    case unlistedPages = "unlisted_pages"
    /// More scenes than a chapter may have; the rest run on as one.
    case tooManyScenes = "too_many_scenes"
    /// More chapters than a work may have; the rest run on as one.
    case tooManyChapters = "too_many_chapters"
  }

  /// What happened.
  package var code: Code

  /// Where it first happened, in bytes of the document's text.
  package var span: TextSpan

  /// How many times.
  package var count: Int

  /// Creates a diagnostic.
  package init(code: Code, span: TextSpan, count: Int = 1) {
    self.code = code
    self.span = span
    self.count = count
  }
}
