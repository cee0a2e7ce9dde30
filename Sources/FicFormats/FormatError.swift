/// Why a file could not be read or understood.
///
/// Holds the facts; `FormatError+Message.swift` words them.
package struct FormatError: Error, Hashable, Sendable {
  /// What went wrong.
  package enum Code: Hashable, Sendable {
    /// The file has no byte, or none that shows.
    case empty
    /// The file is no text and no format that is known.
    case binary
    /// The content is a format that is recognised and not read, such as "PDF".
    case unsupported(format: String)
    /// More bytes than the bound.
    case tooLarge(bytes: Int, limit: Int)
    /// Elements stand in each other deeper than the bound.
    case tooDeep(limit: Int)
    /// More bytes unpacked than the bound, or than such an archive can honestly hold.
    case unpacksTooLarge(bytes: Int, limit: Int)
    /// The archive or book is encrypted.
    case encrypted
    /// The archive or book is damaged or not complete, with the words of what found it.
    case damaged(detail: String)
    /// An archive holds several books, each of which would be a work.
    case severalBooks(count: Int)
    /// The file can be read, and holds no story.
    case noStory
    /// The file has gone since it was listed.
    case vanished
    /// The file may not be read.
    case permissionDenied
    /// The path leads to a folder, a pipe, a socket or a device.
    case notARegularFile
    /// The system could not read it, with its error number.
    case unreadable(systemCode: Int32)
  }

  /// What went wrong.
  package var code: Code

  /// The file, as the archive calls it.
  package var path: String

  /// Where in the file, in bytes from its start; nil where the whole file is meant.
  package var offset: Int?

  /// Creates an error.
  package init(code: Code, path: String, offset: Int? = nil) {
    self.code = code
    self.path = path
    self.offset = offset
  }

  /// Whether trying again without a change of the file can help.
  package var isRetriable: Bool {
    if case .unreadable = code { return true }
    return false
  }
}
