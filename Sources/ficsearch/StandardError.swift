import Glibc

/// Standard error, unbuffered.
enum StandardError {
  /// Writes a text; nothing can be said of a failure.
  static func write(_ text: String) {
    _ = FileDescriptorOutput.writeAll(Array(text.utf8), to: STDERR_FILENO)
  }
}
