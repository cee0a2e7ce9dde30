import FicModel

/// What a walk through one folder of the archive found.
struct ArchiveListing: Sendable {
  /// The archive's folder, absolute and without links.
  var root: String

  /// The files of known formats, by path.
  var files: [ArchiveFile] = []

  /// What was left out although the user may expect it.
  var problems: [FileProblem] = []

  /// Folders that could not be read, absolute: what the index has of them is neither confirmed nor
  /// gone.
  var unreadFolders: [String] = []

  /// Whether nothing can be said of what lies at `path`.
  func isUnknown(_ path: String) -> Bool {
    unreadFolders.contains { path == $0 || path.hasPrefix($0 + "/") }
  }
}
