import Glibc

/// A connection over which a test sends whatever bytes it likes.
///
/// It never blocks a thread: the server's tasks run on the same few.
final class RawConnection: Sendable {
  /// An error number of the system.
  struct Failure: Error { var number: CInt }

  private let descriptor: CInt

  /// The kind of socket: SOCK_STREAM of socket(2).
  ///
  /// Names of its enumerations and fields get lost where another module's headers declare them
  /// first, so they stand here as numbers and bytes.
  private static let stream: CInt = 1

  /// How long a test waits for the server: longer than other tests may keep it from going on.
  private static let patience = Duration.seconds(300)

  /// Connects to a socket.
  ///
  /// Throws: `Failure` where nobody listens.
  init(to path: String) async throws {
    descriptor = socket(AF_UNIX, Self.stream | O_CLOEXEC | O_NONBLOCK, 0)
    while !Self.connect(descriptor, to: path) {
      // The socket's queue is full.
      guard errno == EAGAIN else { throw Failure(number: errno) }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  deinit { close(descriptor) }

  /// Sends all bytes.
  ///
  /// Returns false where the server has closed.
  @discardableResult
  func send(_ text: String) async throws -> Bool {
    var bytes = Array(text.utf8)[...]
    let end = ContinuousClock.now.advanced(by: Self.patience)
    while !bytes.isEmpty, ContinuousClock.now < end {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, CInt(MSG_NOSIGNAL))
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        try await Task.sleep(for: .milliseconds(2))
      } else {
        return false
      }
    }
    return bytes.isEmpty
  }

  /// Closes the sending side.
  func finishSending() { shutdown(descriptor, CInt(SHUT_WR)) }

  /// Reads until the server closes, or the text ends with `end`, or the patience is over.
  func read(until end: String? = nil) async throws -> Reply {
    var reply = Reply()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let last = ContinuousClock.now.advanced(by: Self.patience)
    while ContinuousClock.now < last {
      if let end, reply.bytes.count < 4096, reply.text.hasSuffix(end) { return reply }
      let count = unsafe Glibc.recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 {
        reply.bytes += buffer.prefix(count)
      } else if count < 0 && errno == EAGAIN {
        try await Task.sleep(for: .milliseconds(2))
      } else {
        reply.isClosed = true
        return reply
      }
    }
    return reply
  }

  private static func connect(_ descriptor: CInt, to path: String) -> Bool {
    // struct sockaddr_un of unix(7): the family, two bytes, then 108 for the path.
    let text = path.utf8.prefix(107)
    let address =
      [UInt8(AF_UNIX), 0] + text + [UInt8](repeating: 0, count: 108 - text.count)
    return unsafe address.withUnsafeBytes { bytes in
      guard
        let pointer = unsafe bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
      else { return false }
      return unsafe Glibc.connect(descriptor, pointer, socklen_t(bytes.count)) == 0
    }
  }
}
