import Glibc

/// A blocking connection to a Unix socket.
///
/// It is closed when it goes out of scope.
struct UnixSocketConnection: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Connects.
  ///
  /// Throws: `ClientError.notReachable`, `.permissionDenied`, `.pathTooLong`.
  init(path: String) throws(ClientError) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard !bytes.isEmpty, bytes.count < capacity else {
      throw .pathTooLong(socket: path, limit: capacity - 1)
    }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { field in
      unsafe field.copyBytes(from: bytes)
    }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .notReachable(socket: path, code: errno) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = unsafe withUnsafePointer(to: address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe connect(descriptor, pointer, size)
      }
    }
    if status != 0 {
      let code = errno
      close(descriptor)
      throw code == EACCES || code == EPERM
        ? .permissionDenied(socket: path) : .notReachable(socket: path, code: code)
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// Writes all bytes; a daemon that stops reading is an error, no signal.
  func write(_ bytes: [UInt8]) throws(ClientError) {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe send(
          descriptor,
          buffer.baseAddress.map { unsafe $0 + offset },
          bytes.count - offset,
          Int32(MSG_NOSIGNAL)
        )
      }
      if written > 0 {
        offset += written
      } else if errno != EINTR {
        throw .connectionLost(socket: path, code: errno)
      }
    }
  }

  /// Waits for bytes, at most `milliseconds`, and appends what is there.
  ///
  /// Returns false at the end.
  ///
  /// Throws: `ClientError.timedOut`, `.connectionLost`.
  func read(into buffer: inout [UInt8], milliseconds: Int) throws(ClientError) -> Bool {
    var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = unsafe poll(&event, 1, Int32(clamping: milliseconds))
      if ready > 0 { break }
      if ready == 0 { throw .timedOut(socket: path, milliseconds: milliseconds) }
      if errno != EINTR { throw .connectionLost(socket: path, code: errno) }
    }
    var code: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 64 * 1024) { chunk, count in
      repeat {
        count = unsafe recv(descriptor, chunk.baseAddress, chunk.count, 0)
        code = errno
      } while count < 0 && code == EINTR
      if count > 0 { code = 0 } else if count == 0 { code = -1 }
      count = max(0, count)
    }
    if code == -1 { return false }
    guard code == 0 else { throw .connectionLost(socket: path, code: code) }
    buffer += chunk
    return true
  }
}
