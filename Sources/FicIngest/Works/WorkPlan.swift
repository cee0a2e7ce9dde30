import FicFormats
import FicIndex
import FicModel

/// A work of the archive with what the index knows of its files.
struct WorkPlan: Sendable {
  /// A file of the work.
  struct Part: Sendable {
    /// The file as the walk found it.
    var file: ArchiveFile

    /// The fingerprint that the index has of it; nil where it never was read.
    var fingerprint: Fingerprint?

    /// Whether the index has it exactly as it is.
    var isUnchanged: Bool
  }

  /// What names the work for good.
  var identity: String

  /// The absolute path of its file or folder.
  var path: String

  /// How its files belong together.
  var files: WorkFiles

  /// In reading order; as many as `files.parts`.
  var parts: [Part]

  /// The id under which the index has it; nil for a new work.
  var stored: WorkID?

  /// Whether the index has other files of the work than the archive.
  var hasOtherFiles: Bool

  /// Whether the aliases that concern it have changed since it was read.
  var isToReread: Bool

  /// The bytes to read.
  var byteCount: Int { parts.reduce(0) { $0 + $1.file.stamp.size } }
}
