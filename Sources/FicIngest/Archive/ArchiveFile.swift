import FicIndex

/// A file that the walk through an archive found.
struct ArchiveFile: Hashable, Sendable {
  /// The absolute path.
  var path: String

  /// The path below the archive's folder.
  var relativePath: String

  /// What `stat` said.
  var stamp: IndexedFile.Stamp
}
