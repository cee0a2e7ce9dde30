import Glibc

/// Where a client looks for the daemon's socket.
enum SocketLocation {
  /// The socket of the system's daemon.
  static let system = "/run/ficsearch/ficsearch.sock"

  /// The socket to use: `option`, else `FICSEARCH_SOCKET`, else the user's own daemon's if there is
  /// one, else the system's.
  ///
  /// - Parameters:
  ///   - option: what the user named on the command line.
  ///   - environment: looks up an environment variable.
  ///   - user: the user's number.
  ///   - exists: whether there is a file at a path.
  /// - Returns: a path; nobody may listen there.
  static func path(
    option: String?,
    environment: (String) -> String?,
    user: UInt32 = getuid(),
    exists: (String) -> Bool = isThere
  ) -> String {
    if let option, !option.isEmpty { return option }
    if let path = environment("FICSEARCH_SOCKET"), !path.isEmpty { return path }
    // Timers and scripts often lack the variable; the folder is there all the same.
    let named = environment("XDG_RUNTIME_DIR") ?? ""
    let own = (named.isEmpty ? "/run/user/\(user)" : named) + "/ficsearch/ficsearch.sock"
    return exists(own) ? own : system
  }

  /// Whether there is anything at `path`.
  static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
