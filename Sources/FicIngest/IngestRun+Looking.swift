import FicIndex
import FicModel

extension IngestRun {
  /// Whether only named paths are looked at.
  var isPart: Bool { listings.contains { $0.part != nil } }

  /// Looks at what was named, or at what a scan of everything says has changed, or at everything.
  ///
  /// - Returns: What is to be done.
  /// - Throws: What the writer throws.
  mutating func look() throws -> IngestPlan {
    var scan: ArchiveScan?
    if options.paths.isEmpty, !options.readsAll {
      scan = try ArchiveScan(
        options.archive,
        index: writer,
        worksToReread: try writer.worksToReread(),
        keepsRemoved: options.keepsRemoved
      )
    }
    if scan?.needsAll ?? false { scan = nil }
    let paths =
      options.paths.isEmpty ? scan?.paths : options.paths.map(ArchiveWalk.resolveExistingPart)
    let named = paths.map { NamedPaths($0) }
    listings = options.archive.map { ArchiveWalk.list($0, lookingAt: named) }
    if let scan {
      for (index, found) in scan.listings.enumerated() {
        listings[index].problems = found.problems
        listings[index].unreadFolders = found.unreadFolders
      }
    }
    for problem in listings.flatMap(\.problems) { report(.fileProblem(problem)) }
    var plan = try plan(listings, named)
    if let scan {
      plan.gonePlaces.formUnion(scan.keptPlaces)
      plan.fileCount = scan.fileCount
      plan.unchangedFiles = scan.partCount - plan.works.reduce(0) { $0 + $1.parts.count }
    }
    listings = listings.withoutFiles
    return plan
  }

  /// Compares listings of all folders of the archive with the index.
  ///
  /// - Parameters:
  ///   - listings: What was found in each.
  ///   - named: What was looked for; nil for everything.
  /// - Returns: What is to be done.
  /// - Throws: What the writer throws.
  func plan(_ listings: [ArchiveListing], _ named: NamedPaths?) throws -> IngestPlan {
    try IngestPlanner(
      listings,
      known: try known(in: listings),
      named: named,
      worksToReread: try writer.worksToReread(),
      options: options,
      index: writer
    ).plan
  }

  /// What the index has of the files that were looked for, and of the others of their sources.
  private func known(in listings: [ArchiveListing]) throws -> [IndexedFile] {
    guard listings.contains(where: { $0.part != nil }) else {
      var files = IndexedFileCursor(writer)
      return try files.rest()
    }
    var folders: Set<String> = []
    var trees: Set<String> = []
    for listing in listings {
      guard let part = listing.part else {
        trees.insert(listing.root)
        continue
      }
      folders.formUnion(part.folders.map(listing.absolute))
      trees.formUnion(part.trees.map(listing.absolute))
    }
    return try writer.indexedFiles(in: folders, below: trees)
  }

  /// Looks at the other sources of works that were read, where those are not where they were: a
  /// file that was moved may be named at its new place only.
  mutating func lookAtOtherSources(_ plan: inout IngestPlan) throws {
    guard isPart else { return }
    let works = Set(try readPlaces.compactMap { try writer.source(at: $0)?.work })
    let others = try works.sorted().flatMap(writer.sources).filter { source in
      if readPlaces.contains(source.place) || plan.gonePlaces.contains(source.place) {
        return false
      }
      // Where one was removed and is kept, something else may lie now.
      return try !ArchiveWalk.isThere(source.path)
        || writer.indexedFiles(at: source.place).allSatisfy {
          $0.problem?.code == FileProblem.removedCode
        }
    }
    try look(at: others.map(\.path), &plan)
  }

  /// Looks at more paths, and adds what is found to a plan; its works are not added to those to
  /// read.
  mutating func look(at paths: [String], _ plan: inout IngestPlan) throws {
    guard !paths.isEmpty else { return }
    let named = NamedPaths(paths)
    let more = options.archive.map { ArchiveWalk.list($0, lookingAt: named) }
    plan.join(try self.plan(more, named))
    listings += more.withoutFiles
    gonePlaces = plan.gonePlaces
  }
}
