import FicModel

/// Words what is not searchable.
struct MissingFiles {
  /// The files that are named.
  private static let named = 3

  let index: any SearchIndex
  let deadline: Deadline

  /// A sentence; nil where every file is searchable.
  func sentence(_ statistics: IndexStatistics) async throws -> String? {
    let failed = statistics.failedFiles
    guard failed > 0 else { return nil }
    let problems = try await index.fileProblems(limit: Self.named, deadline: deadline)
    let total = statistics.counts.files + failed
    let verb = failed == 1 ? "is" : "are"
    var names = problems.map { problem in
      "\(problem.path.split(separator: "/").last.map(String.init) ?? problem.path) (\(problem.cause))"
    }
    if failed > names.count, !names.isEmpty { names.append("\(failed - names.count) more") }
    let list = names.isEmpty ? "" : ": \(names.joined(separator: ", "))"
    return "\(statistics.counts.files) of \(total) files searchable; \(failed) \(verb) not\(list)"
  }
}
