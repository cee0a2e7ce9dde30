import FicIndex
import FicModel

extension IngestRun {
  /// Whether only named paths are looked at.
  var isPart: Bool { listings.contains { $0.part != nil } }

  /// Compares what was named, or everything, with the index.
  ///
  /// - Returns: What is to be done.
  /// - Throws: What the writer throws.
  mutating func look() throws -> IngestPlan {
    let paths = options.paths.map(ArchiveWalk.resolveExistingPart)
    isWhole = paths.isEmpty
    letGo = Set(paths)
    let rereading = Rereading(all: options.readsAll, works: try writer.worksToReread())
    let plan = try plan(isWhole ? nil : NamedPaths(paths), rereading)
    for problem in listings.flatMap(\.problems) { report(.fileProblem(problem)) }
    return plan
  }

  /// Compares what was named with the index, and keeps what was found beside files.
  private mutating func plan(_ named: NamedPaths?, _ rereading: Rereading) throws -> IngestPlan {
    let comparison = try ArchiveComparison(
      options,
      lookingAt: named,
      letGo: letGo,
      rereading: rereading,
      index: writer
    )
    listings += comparison.listings
    return try IngestPlanner(comparison, lookingAt: named, index: writer).plan
  }

  /// Looks at what this run may have read at another place: files of empty folders with the same
  /// bytes, for which nobody waits any more, and, after a look at a part, the other sources of the
  /// works that were read, where those are not where they were.
  mutating func lookAtMoved(_ plan: inout IngestPlan) throws {
    let others = try isPart ? otherSources(gone: plan.gonePlaces) : []
    let files =
      try listings.flatMap(awaitedFiles) + others.map(\.place).flatMap(writer.indexedFiles)
    let moved = files.filter { $0.fingerprint.map(readFingerprints.contains) ?? false }.map(\.path)
    letGo.formUnion(moved)
    for index in listings.indices { listings[index].letGo = letGo }
    try look(at: moved + others.map(\.path), &plan)
  }

  /// The sources of works that were read which were not looked at and are not where they were.
  private func otherSources(gone: Set<String>) throws -> [SourceRecord] {
    let works = Set(try readPlaces.compactMap { try writer.source(at: $0)?.work })
    return try works.sorted().flatMap(writer.sources).filter { source in
      if readPlaces.contains(source.place) || gone.contains(source.place)
        || listings.contains(where: { $0.isUnread(source.path) })
      {
        return false
      }
      // Where one was removed and is kept, something else may lie now.
      return try !ArchiveWalk.isThere(source.path)
        || writer.indexedFiles(at: source.place).allSatisfy {
          $0.problem?.code == FileProblem.removedCode
        }
    }
  }

  /// Looks at more paths, and adds what is gone there to a plan.
  ///
  /// - Parameters:
  ///   - paths: What to look at.
  ///   - places: The places of sources there that are to be read again.
  ///   - plan: What is to be done.
  /// - Returns: Those of the sources that are there.
  /// - Throws: What the writer throws.
  @discardableResult
  mutating func look(
    at paths: [String],
    rereading places: Set<String> = [],
    _ plan: inout IngestPlan
  ) throws -> [WorkPlan] {
    if paths.isEmpty { return [] }
    let more = try self.plan(NamedPaths(paths), Rereading(places: places))
    plan.gonePlaces.formUnion(more.gonePlaces)
    plan.removedFiles.merge(more.removedFiles) { first, _ in first }
    gonePlaces = plan.gonePlaces
    return more.works.filter { places.contains($0.place) }
  }
}
