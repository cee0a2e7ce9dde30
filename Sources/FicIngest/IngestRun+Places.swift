import FicIndex
import FicModel

extension IngestRun {
  /// Tells of the empty folders of which the index has files, and puts what the walk found beside
  /// files into the index's table of files, so that a status names it.
  ///
  /// Of a run over a part of the archive only what was looked at is compared; what is left out by
  /// its name stays as it was.
  mutating func recordPlaces() throws {
    var found: [String: FileProblem] = [:]
    for listing in listings {
      for problem in try listing.problems + emptyFolders(listing) { found[problem.path] = problem }
      guard isWhole else { continue }
      for (reason, what) in listing.leftOut {
        found[what.first] = .leftOut(what.first, reason, count: what.count)
      }
    }
    for known in try writer.filesWithProblems() {
      guard let problem = known.problem, problem.isOfPlace else { continue }
      if let same = found.removeValue(forKey: known.path) {
        if same != problem { try writer.recordFile(IndexedFile(place: same)) }
      } else if isWhole || problem.code != FileProblem.leftOut && wasLookedAt(known.path) {
        try writer.forgetFiles([known.path])
      }
    }
    for (_, problem) in found.sorted(by: { $0.key < $1.key }) {
      try writer.recordFile(IndexedFile(place: problem))
    }
  }

  private func wasLookedAt(_ path: String) -> Bool { listings.contains { $0.covers(path) } }

  /// What the index has of files in folders that are empty now.
  func awaitedFiles(_ listing: ArchiveListing) throws -> [IndexedFile] {
    guard !listing.emptyFolders.isEmpty else { return [] }
    return try writer.indexedFiles(in: [], below: listing.emptyFolders).filter {
      listing.isUnread($0.path) && $0.problem?.isOfPlace != true
    }
  }

  /// The empty folders of which the index has files; each is reported.
  private mutating func emptyFolders(_ listing: ArchiveListing) throws -> [FileProblem] {
    let files = try awaitedFiles(listing)
    let problems = listing.emptyFolders.sorted().compactMap { folder -> FileProblem? in
      let count = files.count { $0.path.hasPrefix(folder + "/") }
      return count == 0 ? nil : .emptyFolder(folder, files: count)
    }
    for problem in problems {
      report(.fileProblem(problem))
      meter.summary.failed += 1
    }
    return problems
  }
}
