import FicFormats
import FicModel

/// The alias files of a run, as they are on disk.
struct AliasFiles {
  /// What they say, in the order of the files; nil where one of them cannot be read.
  private(set) var entries: [AliasEntry]? = []

  /// Lines that are not understood, and files that cannot be read.
  private(set) var problems: [FileProblem] = []

  /// Reads the files that the user named, then the one beside the index.
  init(_ options: IngestOptions) {
    for path in options.aliases { read(path, mayBeMissing: false) }
    if let path = options.ownAliases { read(path, mayBeMissing: true) }
  }

  private mutating func read(_ path: String, mayBeMissing: Bool) {
    do throws(FormatError) {
      let bytes = try ChapterFile.load(from: path, as: path, byteLimit: UserFile.maximumBytes)
        .bytes
      let file = AliasFile(path: path, bytes: bytes)
      entries?.append(contentsOf: file.entries.map(\.entry))
      problems += file.problems
    } catch {
      if mayBeMissing, case .vanished = error.code { return }
      entries = nil
      problems.append(
        FileProblem(
          code: "unreadable_aliases",
          path: path,
          cause: "the alias file cannot be read, so the aliases stay as they were: \(error.reason)",
          hint: error.hint ?? "put it back, or do not name it"
        )
      )
    }
  }
}
