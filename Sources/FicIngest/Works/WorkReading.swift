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

    /// The first of them that a user may want to know of.
    var flaw: FileProblem? { repairs.first { FileProblem.isFlaw($0.code) } }
  }

  /// What was to be read.
  var plan: WorkPlan

  /// In the order of the plan's parts.
  var outcomes: [FileOutcome]

  /// Whether no file of it could be read.
  var isUnreadable: Bool { parsed == nil && outcomes.allSatisfy { $0.problem != nil } }

  /// The indices of the plan's parts that are works of their own; where there are any, nothing is
  /// parsed.
  var alone: [Int] = []

  /// Nil where no byte of the work has changed, or no file of it can be read.
  var parsed: ParsedWork?

  /// For each correction of the work, by its place, why it fits no line; nil where it fits one.
  var unfit: [Int: String?] = [:]

  /// For each document that was parsed, the index of its part.
  var parts: [Int] = []

  /// What is known of the work.
  var metadata = WorkMetadata()

  /// How its text begins.
  var opening = TextOpening()

  /// The terms of each chapter of the parsed work.
  var terms: [ChapterTerms] = []

  /// What each chapter says.
  var sketches: [TextSketch] { terms.map(\.sketch) }

  /// The words of story in the parsed work.
  var words = 0

  /// The chapters of the parsed work that hold story.
  var storyChapters = 0

  /// By what it says which work it is.
  var names: WorkNames { WorkNames(metadata) }

  /// How much of the text's structure the form keeps that was read: the first one may be damaged.
  private var form: Int { parts.first.map { plan.parts[$0].structure } ?? 0 }

  /// How good the text is.
  var quality: SourceQuality {
    let names = names
    return SourceQuality(
      chapters: storyChapters,
      words: words,
      metadata: metadata,
      isNamed: names.address != nil || names.name != nil,
      form: form
    )
  }

  /// The bytes that were read.
  var byteCount: Int {
    outcomes.reduce(0) { $0 + ($1.fingerprint == nil ? 0 : $1.file.stamp.size) }
  }
}
