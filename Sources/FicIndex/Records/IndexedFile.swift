package import FicModel

/// A file of the archive as the index last saw it.
package struct IndexedFile: Hashable, Sendable {
  /// What `stat` says of a file; equal values cost no reading.
  package struct Stamp: Hashable, Sendable {
    /// In bytes.
    package var size: Int

    /// Nanoseconds since 1970.
    package var modified: Int

    /// Nanoseconds since 1970.
    package var changed: Int

    /// The inode.
    package var inode: UInt64

    /// Creates a stamp.
    package init(size: Int, modified: Int, changed: Int, inode: UInt64) {
      self.size = size
      self.modified = modified
      self.changed = changed
      self.inode = inode
    }
  }

  /// The absolute path.
  package var path: String

  /// What `stat` said.
  package var stamp: Stamp

  /// What the bytes were; nil where they could not be read.
  package var fingerprint: Fingerprint?

  /// The work whose chapters it holds; nil where it has none.
  package var work: WorkID?

  /// The place of the source that it is a part of; nil for one that an older version noted.
  package var place: String?

  /// Why it is not searchable, or only in its last good version.
  package var problem: FileProblem?

  /// Creates a file.
  package init(
    path: String,
    stamp: Stamp,
    fingerprint: Fingerprint?,
    work: WorkID?,
    place: String? = nil,
    problem: FileProblem? = nil
  ) {
    self.path = path
    self.stamp = stamp
    self.fingerprint = fingerprint
    self.work = work
    self.place = place
    self.problem = problem
  }
}

extension IndexedFile {
  /// Whether its text is searchable as it is.
  package var isSearchable: Bool { problem.map { FileProblem.isFlaw($0.code) } ?? true }
}
