import FicModel

/// Words what is not searchable.
struct MissingFiles {
  /// The files that are named.
  private static let named = 3

  let snapshot: any IndexSnapshot

  /// A sentence; nil where every file is searchable.
  func sentence(_ statistics: IndexStatistics) throws -> String? {
    if statistics.expectedFiles > 0 {
      let read = statistics.counts.files + statistics.failedFiles
      return "the archive is being read for the first time: "
        + "\(read) of \(max(read, statistics.expectedFiles)) files so far"
    }
    let failed = statistics.failedFiles
    guard failed > 0 else { return nil }
    let total = statistics.counts.files + failed
    let verb = failed == 1 ? "is" : "are"
    var names = try snapshot.fileProblems(withOtherForms: false, limit: Self.named).map { problem in
      "\(problem.path.split(separator: "/").last.map(String.init) ?? problem.path) (\(problem.cause))"
    }
    if failed > names.count, !names.isEmpty { names.append("\(failed - names.count) more") }
    let list = names.isEmpty ? "" : ": \(names.joined(separator: ", "))"
    return "\(statistics.counts.files) of \(total) files searchable; \(failed) \(verb) not\(list)"
  }
}
