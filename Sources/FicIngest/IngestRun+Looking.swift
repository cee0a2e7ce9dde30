import FicIndex
import FicModel

extension IngestRun {
  /// Whether only named paths are looked at.
  var isPart: Bool { listings.contains { $0.part != nil } }

  /// Compares what was named, or everything, with the index, and plans what is to be done.
  ///
  /// - Throws: What the writer throws.
  mutating func look() throws {
    let paths = options.paths.map(ArchiveWalk.resolveExistingPart)
    isWhole = paths.isEmpty
    letGo = Set(paths)
    let rereading = Rereading(all: options.readsAll, works: try writer.worksToReread())
    plan = try compare(isWhole ? nil : NamedPaths(paths), rereading)
    for problem in listings.flatMap(\.problems) { report(.fileProblem(problem)) }
  }

  /// Compares what was named with the index, and keeps what was found beside files.
  private mutating func compare(
    _ named: NamedPaths?,
    _ rereading: Rereading
  ) throws -> IngestPlan {
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
  mutating func lookAtMoved() throws {
    let others = try isPart ? otherSources() : []
    let files =
      try listings.flatMap(awaitedFiles) + others.map(\.place).flatMap(writer.indexedFiles)
    let moved = files.filter { $0.fingerprint.map(readFingerprints.contains) ?? false }.map(\.path)
    letGo.formUnion(moved)
    for index in listings.indices { listings[index].letGo = letGo }
    try look(at: moved + others.map(\.path))
  }

  /// The sources of works that were read which were not looked at and are not where they were.
  private func otherSources() throws -> [SourceRecord] {
    let works = Set(try readPlaces.compactMap { try writer.source(at: $0)?.work })
    return try works.sorted().flatMap(writer.sources).filter { source in
      if readPlaces.contains(source.place) || plan.gonePlaces.contains(source.place)
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

  /// Looks at more paths, and adds to the plan what is gone there and what is to be read again.
  ///
  /// - Parameters:
  ///   - paths: What to look at.
  ///   - places: The places of sources there that are to be read again.
  /// - Throws: What the writer throws.
  mutating func look(at paths: [String], rereading places: Set<String> = []) throws {
    if paths.isEmpty { return }
    let more = try compare(NamedPaths(paths), Rereading(places: places))
    plan.gonePlaces.formUnion(more.gonePlaces)
    plan.removedFiles.merge(more.removedFiles) { first, _ in first }
    plan.works += more.works.filter { places.contains($0.place) }
  }
}
