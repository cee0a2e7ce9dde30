import FicWire
import Glibc

/// Standard output, written in large pieces.
struct StandardOutput: TextOutputStream {
  /// Enough for most answers in one write.
  private static let capacity = 256 * 1024

  private var pending: [UInt8] = []

  mutating func write(_ text: String) {
    pending += Array(text.utf8)
    if pending.count >= Self.capacity { flush() }
  }

  /// Writes bytes as they are.
  mutating func write(bytes: ArraySlice<UInt8>) {
    pending += bytes
    if pending.count >= Self.capacity { flush() }
  }

  /// Writes what is pending.
  ///
  /// A reader that has gone ends the process with success; a full disk and the like end it with an
  /// error.
  mutating func flush() {
    if let code = FileDescriptorOutput.writeAll(pending, to: STDOUT_FILENO) {
      if code == EPIPE { exit(ExitStatus.found.rawValue) }
      let cause = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      StandardError.write("ficsearch: cannot write the answer: \(cause)\n")
      exit(ExitStatus.error.rawValue)
    }
    pending.removeAll(keepingCapacity: true)
  }
}
