import Glibc

/// Why markup could not be read.
enum MarkupError: Error, Hashable, Sendable {
  /// Elements stand in each other more than `limit` deep; `offset` counts bytes of the file.
  case tooDeep(limit: Int, offset: Int)
  /// The parser had no memory.
  case outOfMemory
}

extension FormatError {
  /// The error as that of a file.
  init(_ error: MarkupError, path: String) {
    switch error {
    case .tooDeep(let limit, let offset):
      self.init(code: .tooDeep(limit: limit), path: path, offset: offset)
    case .outOfMemory: self.init(code: .unreadable(systemCode: ENOMEM), path: path)
    }
  }
}
