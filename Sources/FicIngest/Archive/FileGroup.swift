import FicFormats
import FicIndex

/// The files that may form works with each other, with what the index has of them: those of a
/// folder and of the folders that are joined to it.
struct FileGroup: Equatable {
  /// What the archive has, by path.
  var files: [ArchiveFile] = []

  /// What the index has, by path; also of files that the archive does not have.
  var known: [IndexedFile] = []

  /// The files as the layout of works takes them.
  var entries: [FileEntry] {
    files.map { FileEntry(path: $0.relativePath, byteCount: $0.stamp.size) }
  }
}
