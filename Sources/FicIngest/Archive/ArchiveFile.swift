import FicIndex
import FicModel

/// A file that the walk through an archive found.
struct ArchiveFile: Hashable, Sendable {
  /// The archive's folder, absolute and without links.
  var root: String

  /// The path below the archive's folder.
  var relativePath: String

  /// What `stat` said.
  var stamp: IndexedFile.Stamp

  /// The absolute path; made when it is asked for, since a first run holds all files of an archive.
  var path: String { Self.path(of: relativePath, in: root) }

  /// The absolute path of what lies at a path relative to the archive's folder.
  static func path(of relative: String, in root: String) -> String {
    if relative.isEmpty { return root }
    return root == "/" ? "/" + relative : root + "/" + relative
  }
}

extension IndexedFile {
  /// Whether the index has the file as it is, or knows why it cannot.
  func isUnchanged(at stamp: Stamp) -> Bool {
    self.stamp == stamp && (work != nil || problem != nil)
      && problem?.code != FileProblem.removedCode
  }
}
