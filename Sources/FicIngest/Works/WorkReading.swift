import FicFormats
import FicIndex
import FicModel
import FicParsing

/// A work as it was read and parsed, or why not.
struct WorkReading: Sendable {
  /// What became of one file.
  struct FileOutcome: Sendable {
    /// The file.
    var file: ArchiveFile

    /// What its bytes are; nil where they could not be read.
    var fingerprint: Fingerprint?

    /// Why it is not searchable in this version.
    var problem: FileProblem?

    /// What was repaired in it; it is searchable all the same.
    var repairs: [FileProblem] = []
  }

  /// What was to be read.
  var plan: WorkPlan

  /// In the order of the plan's parts.
  var outcomes: [FileOutcome]

  /// Nil where no byte of the work has changed, or no file of it can be read.
  var parsed: ParsedWork?

  /// For each document that was parsed, the index of its part.
  var parts: [Int] = []

  /// What is known of the work.
  var metadata = WorkMetadata()

  /// The bytes that were read.
  var byteCount: Int {
    outcomes.reduce(0) { $0 + ($1.fingerprint == nil ? 0 : $1.file.stamp.size) }
  }
}
