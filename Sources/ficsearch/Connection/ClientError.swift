/// Why a request got no answer: facts only; `ClientError+Message.swift` words them.
enum ClientError: Error, Hashable, Sendable {
  /// Nobody listens on the socket. `code` is the system's error number.
  case notReachable(socket: String, code: Int32)
  /// The user may not connect to the socket.
  case permissionDenied(socket: String)
  /// The socket's path is longer than the system allows, in bytes.
  case pathTooLong(socket: String, limit: Int)
  /// The daemon did not answer in time, in milliseconds.
  case timedOut(socket: String, milliseconds: Int)
  /// The connection ended before the answer did. `code` is the system's error number, 0 for an
  /// orderly end.
  case connectionLost(socket: String, code: Int32)
  /// What came back is no answer of this API.
  case notUnderstood(socket: String, cause: String)
}

extension ClientError {
  /// Whether the daemon is not there or too busy, so that the same request may succeed later.
  var isUnavailable: Bool {
    switch self {
    case .notReachable, .timedOut, .connectionLost: true
    case .permissionDenied, .pathTooLong, .notUnderstood: false
    }
  }
}
