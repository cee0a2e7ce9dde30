import Glibc

/// What went wrong with a socket: facts only; `SocketError+Message.swift` words them.
package struct SocketError: Error, Hashable, Sendable {
  /// What was being done.
  package enum Operation: Hashable, Sendable {
    /// Another daemon listens there.
    case takeOver
    /// The path is something else than a socket.
    case replace
    /// Making the socket's folder.
    case makeFolder
    /// Making, binding, or listening on the socket.
    case listen
    /// Giving the socket its mode.
    case setMode
    /// Using the socket that the service manager handed over.
    case inherit
    /// Asking who the peer is.
    case readPeer
  }

  /// What was being done.
  package var operation: Operation

  /// The socket's path, where it has one.
  package var path: String?

  /// The system's error number, 0 where there is none.
  package var errorNumber: CInt

  /// Creates an error.
  package init(operation: Operation, path: String?, errorNumber: CInt = 0) {
    self.operation = operation
    self.path = path
    self.errorNumber = errorNumber
  }

  /// Whether the same may succeed later.
  package var isTemporary: Bool { operation == .takeOver }
}
