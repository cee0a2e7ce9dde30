import FicFormats
import FicIndex
import FicModel

extension IngestRun {
  /// Reads what the user says about names, and notes the works that it concerns anew.
  func readAliases() throws -> AliasBook {
    let files = AliasFiles(options)
    for problem in files.problems { report(.fileProblem(problem)) }
    let before = try writer.storedAliases()
    // A file that cannot be read takes nothing back.
    guard let entries = files.entries else { return AliasBook(before) }
    if entries != before {
      let change = AliasChange(from: before, to: entries)
      try writer.noteAliases(entries, rereading: try change.works(in: writer))
    }
    return AliasBook(entries)
  }

  /// Reads what the user says of lines, and notes the works that it concerns anew.
  func readCorrections() throws -> [StoredCorrection] {
    let before = try writer.storedCorrections()
    guard let path = options.corrections else { return before }
    let file: CorrectionFile
    do throws(FormatError) {
      let bytes = try ChapterFile.load(from: path, as: path, byteLimit: UserFile.maximumBytes)
        .bytes
      file = CorrectionFile(path: path, bytes: bytes)
    } catch {
      guard case .vanished = error.code else {
        report(.fileProblem(.unreadableCorrections(path, error)))
        return before
      }
      file = CorrectionFile(path: path)
    }
    for problem in file.problems { report(.fileProblem(problem)) }
    let change = CorrectionChange(from: before, to: file)
    if change.corrections != before {
      try writer.noteCorrections(change.corrections, rereading: try change.works(in: writer))
    }
    return change.corrections
  }

  /// Notes which corrections of a work that was read fit a line.
  mutating func noteFit(_ reading: WorkReading) throws {
    let before = word.corrections
    for (place, flaw) in reading.unfit { word.corrections[place].flaw = flaw }
    guard word.corrections != before else { return }
    try writer.noteCorrections(word.corrections, rereading: [])
  }
}

extension FileProblem {
  /// The file of corrections cannot be read.
  fileprivate static func unreadableCorrections(_ path: String, _ error: FormatError) -> FileProblem
  {
    FileProblem(
      code: "unreadable_corrections",
      path: path,
      cause: "the corrections cannot be read, so they stay as they were: \(error.reason)",
      hint: error.hint ?? "put the file back"
    )
  }
}
