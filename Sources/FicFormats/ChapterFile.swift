package import FicModel

/// A file of the archive, read whole.
package struct ChapterFile: Sendable {
  /// Where it is: relative to the archive where it belongs to one.
  package var path: String

  /// What it holds, as stored.
  package var bytes: [UInt8]

  /// Creates a file from bytes that somebody else has read.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Changes when the content does.
  ///
  /// Complexity: linear in the number of bytes.
  package var fingerprint: Fingerprint { Fingerprint(bytes) }

  /// The ending of the name in lower case without its dot; empty where there is none.
  package var fileExtension: String { FileName(path: path).fileExtension }
}
