import Glibc

/// Standard output or standard error, written whole and in order.
struct ParseOutput {
  static let standardOutput = ParseOutput(descriptor: STDOUT_FILENO)
  static let standardError = ParseOutput(descriptor: STDERR_FILENO)

  let descriptor: CInt

  /// Writes all of `text`; stops where the other end has gone.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
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
        return
      }
    }
  }
}
