/// Paths of the archive.
package enum ArchivePath {
  /// The path without `.`, `..`, doubled and last slashes; nil for one that is not absolute, holds
  /// a NUL, or climbs above the root.
  ///
  /// Links are not looked at.
  package static func normalized(_ path: String) -> String? {
    guard path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether a path is one of the folders or below one.
  ///
  /// A path with `.` or `..` in it is not.
  package static func lies(_ path: String, in folders: [String]) -> Bool {
    guard let normal = normalized(path), normal == path else { return false }
    return folders.contains { $0 == path || $0 == "/" || path.hasPrefix($0 + "/") }
  }
}
