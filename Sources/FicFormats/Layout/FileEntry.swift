/// A file of the archive as a listing shows it.
package struct FileEntry: Hashable, Sendable {
  /// Relative to the archive, parted by `/`.
  package var path: String

  /// The size in bytes.
  package var byteCount: Int

  /// Creates an entry.
  package init(path: String, byteCount: Int) {
    self.path = path
    self.byteCount = byteCount
  }
}
