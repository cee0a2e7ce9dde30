import SystemPackage

/// What `lstat` says of a path.
struct FileStatus: Sendable {
  private let status: Stat

  /// Asks for a path; nil where there is nothing, or nothing that may be seen.
  init?(at path: String) {
    guard let status = try? FilePath(path).stat(followTargetSymlink: false) else { return nil }
    self.status = status
  }

  /// Whether it is a socket.
  var isSocket: Bool { status.type == .socket }

  /// Whether it is a folder, and no link to one.
  var isFolder: Bool { status.type == .directory }
}
