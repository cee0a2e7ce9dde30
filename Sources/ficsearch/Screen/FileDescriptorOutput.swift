import Glibc

/// Writes bytes to a descriptor, whole.
enum FileDescriptorOutput {
  /// Returns the system's error number if not all could be written.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(
          descriptor,
          buffer.baseAddress.map { unsafe $0 + offset },
          bytes.count - offset
        )
      }
      if written > 0 {
        offset += written
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
