import FicFormats
import FicIndex
import FicModel

/// A source of a work: files of the archive that hold a text of it, with what the index knows of
/// them.
struct WorkPlan: Sendable {
  /// A file of the work.
  struct Part: Sendable {
    /// The file as the walk found it.
    var file: ArchiveFile

    /// The fingerprint that the index has of it; nil where it never was read.
    var fingerprint: Fingerprint?

    /// Whether the index has it exactly as it is.
    var isUnchanged: Bool

    /// What the index knows to be at fault in it, though it is searchable.
    var flaw: FileProblem?

    /// How much of the text's structure its form keeps.
    var structure: Int { FileFormat(path: file.path)?.structure ?? 0 }
  }

  /// The end of the place of a file that says of itself that it is a work, though its name is that
  /// of a chapter: the next run knows by it that it need not be compared with those beside it.
  private static let aloneMark = "\u{1F}alone"

  /// Its place, which names it as long as it stays there.
  var place: String

  /// The absolute path of its file or folder.
  var path: String

  /// How its files belong together.
  var files: WorkFiles

  /// In reading order; as many as `files.parts`.
  var parts: [Part]

  /// The work that the index has from this place; nil for a new place.
  var stored: WorkID?

  /// Whether the index has other files of the source than the archive.
  var hasOtherFiles: Bool

  /// Whether it is to be read although no byte changed: the aliases that concern it have changed,
  /// it was gone, or it is chosen now.
  var isToReread: Bool

  /// The place of files below an archive's folder.
  ///
  /// - Parameters:
  ///   - files: Which.
  ///   - prefix: What places in that folder begin with.
  /// - Returns: The place.
  static func place(of files: WorkFiles, below prefix: String) -> String {
    prefix + "/" + files.relativePath + (files.standsAlone ? aloneMark : "")
  }

  /// Whether a place is that of a file that says of itself that it is a work.
  static func isAlone(_ place: String) -> Bool { place.hasSuffix(aloneMark) }

  /// The path of the file or folder at a place, below the archive's folder.
  ///
  /// - Parameters:
  ///   - place: A place.
  ///   - prefix: What it begins with.
  /// - Returns: The path.
  static func path(of place: String, below prefix: String) -> String {
    String(place.dropFirst(prefix.count + 1).dropLast(isAlone(place) ? aloneMark.count : 0))
  }

  /// How much of the text's structure its best form keeps.
  var form: Int { parts.first?.structure ?? 0 }

  /// The bytes to read.
  var byteCount: Int { parts.reduce(0) { $0 + $1.file.stamp.size } }
}
