import Glibc

extension ClientError {
  /// What went wrong, a sentence without its full stop.
  var message: String {
    switch self {
    case .notReachable(let socket, let code):
      "no daemon answers on \(socket) (\(Self.text(of: code)))"
    case .permissionDenied(let socket):
      "you may not connect to \(socket)"
    case .pathTooLong(let socket, let limit):
      "the socket's path is longer than \(limit) bytes: \(socket)"
    case .timedOut(let socket, let milliseconds):
      "the daemon on \(socket) did not answer within \(milliseconds / 1000) s"
    case .connectionLost(let socket, let code):
      code == 0
        ? "the daemon on \(socket) closed the connection before the answer was whole"
        : "the connection to \(socket) broke (\(Self.text(of: code)))"
    case .notUnderstood(let socket, let cause):
      "what answers on \(socket) is not ficsearchd, or of another version (\(cause))"
    }
  }

  /// What to do about it.
  var hint: String {
    switch self {
    case .notReachable:
      "start it with 'systemctl start ficsearchd.socket' (or 'systemctl --user start "
        + "ficsearchd.socket'), or name its socket with --socket"
    case .permissionDenied:
      "ask an administrator to add you to the group 'ficsearch', then log in again"
    case .pathTooLong:
      "choose a shorter path for the socket"
    case .timedOut:
      "try again, or look at 'ficsearch status' and at the daemon's log"
    case .connectionLost:
      "try again; if it stays, look at the daemon's log: 'journalctl -u ficsearchd'"
    case .notUnderstood:
      "check --socket, and that client and daemon are of one version"
    }
  }

  private static func text(of code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
