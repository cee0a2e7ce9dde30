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
        options,
        index: writer,
        worksToReread: try writer.worksToReread()
      )
    }
    if scan?.needsAll ?? false { scan = nil }
    let paths =
      options.paths.isEmpty ? scan?.paths : options.paths.map(ArchiveWalk.resolveExistingPart)
    let named = paths.map { NamedPaths($0) }
    if scan == nil { letGo = Set(paths ?? []) }
    listings = list(named)
    if let scan {
      for (index, found) in scan.listings.enumerated() { listings[index].takeFindings(of: found) }
    }
    isWhole = scan != nil || named == nil
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

  /// Lists the archive's folders.
  ///
  /// - Parameter named: What to look at; nil for everything.
  /// - Returns: A listing of each.
  private func list(_ named: NamedPaths?) -> [ArchiveListing] {
    options.archive.map { root in
      var listing = ArchiveWalk.list(
        root,
        lookingAt: named,
        keepsEmptyFolders: !options.forgetsEmptyFolders
      )
      listing.letGo = letGo
      return listing
    }
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
      return try files.rest().filter { $0.problem?.isOfPlace != true }
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
    return try writer.indexedFiles(in: folders, below: trees).filter {
      $0.problem?.isOfPlace != true
    }
  }

  /// Looks at the other sources of works that were read, where those are not where they were: a
  /// file that was moved may be named at its new place only.
  mutating func lookAtOtherSources(_ plan: inout IngestPlan) throws {
    guard isPart else { return }
    let works = Set(try readPlaces.compactMap { try writer.source(at: $0)?.work })
    let others = try works.sorted().flatMap(writer.sources).filter { source in
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
    for file in try others.map(\.place).flatMap(writer.indexedFiles) {
      if file.fingerprint.map(readFingerprints.contains) ?? false { letGo.insert(file.path) }
    }
    try look(at: others.map(\.path), &plan)
  }

  /// Looks at more paths, and adds what is found to a plan; its works are not added to those to
  /// read.
  mutating func look(at paths: [String], _ plan: inout IngestPlan) throws {
    guard !paths.isEmpty else { return }
    let named = NamedPaths(paths)
    let more = list(named)
    plan.join(try self.plan(more, named))
    listings += more.withoutFiles
    gonePlaces = plan.gonePlaces
  }
}
