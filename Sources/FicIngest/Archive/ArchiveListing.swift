import FicFormats
import FicModel

/// What a walk through one folder of the archive found beside files.
struct ArchiveListing: Sendable {
  /// What of the folder was looked at, where that was not all of it.
  struct Part: Sendable {
    /// Folders whose own files were looked for, relative to the archive's; "" for that itself.
    var folders: Set<String> = []

    /// Paths below which everything was looked for, relative too.
    var trees: Set<String> = []
  }

  /// The archive's folder, absolute and without links.
  var root: String

  /// What was left out although the user may expect it.
  var problems: [FileProblem] = []

  /// Folders that could not be read, absolute: what the index has of them is neither confirmed nor
  /// gone.
  var unreadFolders: [String] = []

  /// Folders without anything in them, absolute: what the index has of them may come back.
  var emptyFolders: Set<String> = []

  /// Files that somebody saw go, absolute: they are not waited for.
  var letGo: Set<String> = []

  /// What was left out by its name: the first of each reason, and how many there are.
  private(set) var leftOut: [LeftOutName: (first: String, count: Int)] = [:]

  /// What was looked at; nil for all.
  var part: Part?

  /// Whether nothing can be said of `path`: it lies in a folder that could not be read, or in an
  /// empty one.
  func isUnread(_ path: String) -> Bool {
    unreadFolders.contains { path == $0 || path.hasPrefix($0 + "/") }
      || isAwaited(path) && !letGo.contains(path)
  }

  /// Whether nothing can be said of `path`, or it was not looked at.
  func isUnknown(_ path: String) -> Bool { isUnread(path) || part != nil && !covers(path) }

  /// Whether `path` lies in a folder that is empty.
  ///
  /// Complexity: linear in the depth of `path`.
  private func isAwaited(_ path: String) -> Bool {
    !emptyFolders.isEmpty && NamedPaths.folders(above: path).contains(where: emptyFolders.contains)
  }

  /// Notes what is left out by its name.
  mutating func leaveOut(_ path: String, _ reason: LeftOutName) {
    leftOut[reason, default: (path, 0)].count += 1
  }

  /// Whether the files of the listing are all that there are at or around `path`.
  ///
  /// Complexity: linear in the depth of `path`.
  func covers(_ path: String) -> Bool {
    guard let path = relative(path) else { return false }
    guard let part else { return true }
    if part.trees.contains(path) { return true }
    var isJoined = true
    for folder in ArchiveWalk.folders(above: path) {
      if part.trees.contains(folder) || isJoined && part.folders.contains(folder) { return true }
      isJoined = isJoined && WorkLayout.isJoined(folder)
    }
    return false
  }

  /// The absolute path of what lies at a relative one.
  func absolute(_ relative: String) -> String {
    ArchiveFile.path(of: relative, in: root)
  }

  /// The path of what lies in the archive's folder, relative to it; nil for anything else.
  func relative(_ path: String) -> String? {
    if path == root { return "" }
    let start = root == "/" ? root : root + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }
}

extension [ArchiveListing] {
  /// Whether nothing can be said of what lies at `path`.
  func isUnknown(_ path: String) -> Bool {
    if contains(where: { $0.isUnread(path) }) { return true }
    return contains { $0.part != nil } && !contains { $0.covers(path) }
  }

  /// Whether the archive has a file at `path`, or nothing can be said of it.
  func mayHave(_ path: String) -> Bool {
    if contains(where: { $0.isUnread(path) }) { return true }
    return contains { $0.part != nil || $0.relative(path) != nil } && ArchiveWalk.isThere(path)
  }
}
