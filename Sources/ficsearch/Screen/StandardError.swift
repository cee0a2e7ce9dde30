import Glibc

/// Standard error, unbuffered.
enum StandardError {
  /// Writes a text; nothing can be said of a failure.
  static func write(_ text: String) { write(bytes: Array(text.utf8)) }

  /// Writes bytes as they are.
  static func write(bytes: [UInt8]) {
    _ = FileDescriptorOutput.writeAll(bytes, to: STDERR_FILENO)
  }
}
