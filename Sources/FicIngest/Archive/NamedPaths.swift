/// Paths that a run was asked to look at, each with all that lies below it.
struct NamedPaths: Sendable {
  private let paths: Set<String>

  /// The folders above the paths.
  private let above: Set<String>

  /// Takes absolute paths without links.
  init(_ paths: [String]) {
    self.paths = Set(paths)
    var above: Set<String> = []
    for path in paths {
      for folder in Self.folders(above: path) where !above.insert(folder).inserted { break }
    }
    self.above = above
  }

  /// Whether `path` was named, or lies below one that was.
  ///
  /// Complexity: linear in the depth of `path`.
  func covers(_ path: String) -> Bool {
    paths.contains(path) || Self.folders(above: path).contains(where: paths.contains)
  }

  /// Whether a path below `folder` was named.
  func reaches(into folder: String) -> Bool { above.contains(folder) }

  /// The named paths below a folder, relative to it, in order; nil where all of the folder was
  /// named.
  func paths(below folder: String) -> [String]? {
    if covers(folder) { return nil }
    let start = folder == "/" ? folder : folder + "/"
    return paths.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }.sorted()
  }

  /// What comes behind all paths below a folder, in the order of bytes.
  static func end(of folder: String) -> String {
    // '0' is the byte behind '/'.
    folder == "/" ? "0" : folder + "0"
  }

  /// The folders above a path, the nearest first.
  static func folders(above path: String) -> some Sequence<String> {
    sequence(state: path[...]) { rest -> String? in
      guard rest.utf8.count > 1, let slash = rest.lastIndex(of: "/") else { return nil }
      rest = rest[..<slash]
      return rest.isEmpty ? "/" : String(rest)
    }
  }
}
