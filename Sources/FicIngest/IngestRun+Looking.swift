import FicIndex

extension IngestRun {
  /// Whether only named paths are looked at.
  var isPart: Bool { listings.contains { $0.part != nil } }

  /// Compares listings of all folders of the archive with the index.
  ///
  /// - Parameters:
  ///   - listings: What was found in each.
  ///   - named: What was looked for; nil for everything.
  /// - Returns: What is to be done.
  /// - Throws: What the writer throws.
  func plan(_ listings: [ArchiveListing], _ named: NamedPaths?) throws -> IngestPlanner {
    try IngestPlanner(
      listings,
      known: try known(in: listings),
      named: named,
      catalog: catalog,
      worksToReread: try writer.worksToReread(),
      options: options,
      index: writer
    )
  }

  /// What the index has of the files that were looked for, and of the others of their sources.
  private func known(in listings: [ArchiveListing]) throws -> [IndexedFile] {
    guard listings.contains(where: { $0.part != nil }) else { return try writer.indexedFiles() }
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

  /// Looks at the other sources of works that were read, where those are not where they were: a file that
  /// was moved may be named at its new place only.
  mutating func lookAtOtherSources(_ plan: inout IngestPlanner) throws {
    guard isPart else { return }
    let read = Set(plan.works.map(\.identity))
    let works = Set(read.compactMap { catalog.source(at: $0)?.work })
    let others = works.sorted().flatMap { catalog.sources(of: $0) }.filter { source in
      !read.contains(source.place) && !plan.gonePlaces.contains(source.place)
        && !ArchiveWalk.isThere(source.path)
    }
    try look(at: others.map(\.path), &plan)
  }

  /// Looks at more paths, and adds what is found to a plan; its works are not added to those to read.
  mutating func look(at paths: [String], _ plan: inout IngestPlanner) throws {
    guard isPart, !paths.isEmpty else { return }
    let named = NamedPaths(paths)
    let more = options.archive.map { ArchiveWalk.list($0, lookingAt: named) }
    listings += more
    plan.join(try self.plan(more, named))
    present = plan.presentPaths
    catalog.gone = plan.gonePlaces
  }
}
