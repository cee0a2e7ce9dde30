import Glibc

/// Standard output or standard error, written whole and in order.
struct ProcessOutput {
  static let standardOutput = ProcessOutput(descriptor: STDOUT_FILENO)
  static let standardError = ProcessOutput(descriptor: STDERR_FILENO)

  let descriptor: CInt

  /// Writes all of `text`; stops where the other end has gone.
  func write(_ text: String) { _ = write(Array(text.utf8)) }

  /// Writes all of `bytes`.
  ///
  /// Returns whether the other end took them.
  func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress?.advanced(by: written),
          buffer.count - written
        )
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
