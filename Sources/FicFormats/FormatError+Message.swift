import Glibc

extension FormatError {
  /// Creates the error for a failed call of the system.
  init(systemCode: Int32, path: String) {
    switch systemCode {
    case ENOENT, ENOTDIR: self.init(code: .vanished, path: path)
    case EACCES, EPERM: self.init(code: .permissionDenied, path: path)
    case EISDIR, ENXIO, ENODEV: self.init(code: .notARegularFile, path: path)
    default: self.init(code: .unreadable(systemCode: systemCode), path: path)
    }
  }

  /// The code as one word for machines: `too_large`.
  package var identifier: String {
    switch code {
    case .empty: "empty"
    case .binary: "binary"
    case .unsupported: "unsupported_format"
    case .tooLarge: "too_large"
    case .tooDeep: "too_deep"
    case .unpacksTooLarge: "unpacks_too_large"
    case .encrypted: "encrypted"
    case .damaged: "damaged"
    case .severalBooks: "several_books"
    case .noStory: "no_story"
    case .vanished: "vanished"
    case .permissionDenied: "permission_denied"
    case .notARegularFile: "not_a_regular_file"
    case .unreadable: "unreadable"
    }
  }

  /// What happened, in half a sentence.
  package var reason: String {
    switch code {
    case .empty: "the file holds no text"
    case .binary: "the file is not text"
    case .unsupported(let format): "\(format) files are not read"
    case .tooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, more than the limit of \(limit)"
    case .tooDeep(let limit): "elements stand in each other more than \(limit) deep"
    case .unpacksTooLarge(let bytes, let limit):
      "it unpacks to \(bytes) bytes or more, beyond the limit of \(limit)"
    case .encrypted: "the book is encrypted"
    case .damaged(let detail): "the book is damaged: \(detail)"
    case .severalBooks(let count): "the archive holds \(count) books"
    case .noStory: "the file holds no story"
    case .vanished: "the file is no longer there"
    case .permissionDenied: "the file may not be read"
    case .notARegularFile: "the path is not a regular file"
    case .unreadable(let systemCode): "the file could not be read: \(Self.words(for: systemCode))"
    }
  }

  /// What the user can do about it; nil where nothing is to be done.
  package var hint: String? {
    switch code {
    case .empty: "write or download it again; it is read when it changes"
    case .binary: "move it out of the archive, or convert it to text"
    case .unsupported: "convert it to EPUB, HTML or text, for example with Calibre"
    case .tooLarge: "raise the limit on the size of a file, or split the file by chapters"
    case .tooDeep: "save the page again, or as text"
    case .unpacksTooLarge: "get it again from a source that you trust"
    case .encrypted: "get it without protection; encrypted text cannot be searched"
    case .damaged: "download it again; it is read when it changes"
    case .severalBooks: "unpack it; each of its books is a work"
    case .noStory: "nothing need be done; move it out of the archive if it is in the way"
    case .vanished: nil
    case .permissionDenied: "let the user that indexes read the file and its folders"
    case .notARegularFile: "move it out of the archive"
    case .unreadable: "check the disk; the file is tried again at the next reindex"
    }
  }

  private static func words(for systemCode: Int32) -> String {
    guard let words = unsafe strerror(systemCode) else { return "error \(systemCode)" }
    return unsafe String(cString: words)
  }
}

extension FormatError: CustomStringConvertible {
  /// Path, reason and hint in one line.
  package var description: String {
    let place = offset.map { "\(path), byte \($0)" } ?? path
    return "\(place): \(reason)" + (hint.map { " (\($0))" } ?? "")
  }
}
