import FicIndex
import Glibc

extension IndexError {
  /// Creates the error for a call of the operating system that failed.
  ///
  /// - Parameters:
  ///   - number: Its `errno`.
  ///   - operation: What was being done, a verb and its object.
  ///   - path: The index file.
  ///   - what: What failed.
  init(system number: CInt, operation: String, path: String, _ what: String) {
    let words = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    self.init(
      code: number == ENOSPC ? .diskFull : .unavailable,
      operation: operation,
      path: path,
      cause: "\(what): \(words)"
    )
  }
}
