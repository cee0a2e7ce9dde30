import Glibc

extension SocketError: CustomStringConvertible {
  /// What is wrong, where, why, and what to do.
  package var description: String {
    let place = path.map { "'\($0)'" } ?? "the socket"
    return switch operation {
    case .takeOver:
      "another daemon listens on \(place); stop it, or choose another socket with --socket"
    case .replace:
      "\(place) is no socket, so it is left alone; remove it, or choose another path with --socket"
    case .makeFolder:
      "cannot make the folder of \(place): \(cause); make it, or choose another path with --socket"
    case .listen:
      "cannot listen on \(place): \(cause)\(listenHint)"
    case .setMode:
      "cannot set the mode of \(place): \(cause)"
    case .inherit:
      "the service manager handed over something else than one listening Unix stream socket; "
        + "the socket unit needs one ListenStream= with a path"
    case .readPeer:
      "cannot tell who is on the other side of the socket: \(cause)"
    }
  }

  private var cause: String {
    unsafe strerror(errorNumber).map { unsafe String(cString: $0) } ?? "error \(errorNumber)"
  }

  private var listenHint: String {
    switch errorNumber {
    case ENAMETOOLONG: "; a socket's path has at most 107 bytes"
    case EACCES, EPERM, EROFS: "; the daemon's user must be able to write to its folder"
    default: ""
    }
  }
}
