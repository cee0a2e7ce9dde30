import FicModel
import FicParsing

/// The text of a file: UTF-8 with LF line ends, without byte order mark and NULs.
struct DecodedText: Sendable {
  /// UTF-8, always valid.
  var text: [UInt8]

  /// Leads to the decoded source.
  ///
  /// The source counts what a plain decoder gives: CR LF is two scalars, a byte order mark is one
  /// in UTF-8 and none in UTF-16, where it belongs to the encoding.
  var offsetMap: OffsetMap

  /// Whether the brackets are in it that Japanese texts put around readings of their characters.
  var mayHaveReadings = false

  /// What the bytes were read as, by its name in iconv.
  var charset: String

  /// What had to be guessed or repaired.
  var diagnostics: [ParseDiagnostic]
}
