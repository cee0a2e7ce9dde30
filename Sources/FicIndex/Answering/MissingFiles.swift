import FicModel

/// Words what is not searchable.
struct MissingFiles {
  let snapshot: any IndexSnapshot

  /// A line with their number and the reasons; nil where every file is searchable.
  func sentence(_ statistics: IndexStatistics) throws -> String? {
    if statistics.expectedFiles > 0 {
      let read = statistics.counts.files + statistics.failedFiles
      return "the archive is being read for the first time: "
        + "\(read) of \(max(read, statistics.expectedFiles)) files so far"
    }
    guard statistics.failedFiles > 0 else { return nil }
    let counts = try snapshot.fileProblemCounts().filter(\.isFailure)
    let files = counts.reduce(0) { $0 + $1.files }
    let verb = files == 1 ? "file is" : "files are"
    return "\(files) \(verb) not searchable (\(FileProblemCount.words(of: counts))): "
      + "ficsearch status --files"
  }
}
