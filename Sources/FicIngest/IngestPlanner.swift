import FicFormats
import FicIndex
import FicModel

/// Finds what a run has to do: which works are new or changed, which are gone.
struct IngestPlanner {
  /// The works to read, in the order of the archive.
  private(set) var works: [WorkPlan] = []

  /// Works that the archive no longer has.
  private(set) var removedWorks: [WorkID] = []

  /// Files that the archive no longer has and that belong to no work that is read.
  private(set) var removedFiles: [IndexedFile] = []

  /// Files that are as the index has them, or outside the paths that were asked for.
  private(set) var unchangedFiles = 0

  private let options: IngestOptions
  private let known: [String: IndexedFile]
  private let identities: [String: WorkID]
  private let knownPaths: [WorkID: Set<String>]
  private let worksToReread: Set<WorkID>

  /// Compares listings of the archive's folders with what the index has.
  init(
    _ listings: [ArchiveListing],
    known files: [IndexedFile],
    identities: [(id: WorkID, identity: String)],
    worksToReread: Set<WorkID> = [],
    options: IngestOptions
  ) {
    self.options = options
    self.worksToReread = worksToReread
    known = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    self.identities = Dictionary(
      identities.map { ($0.identity, $0.id) },
      uniquingKeysWith: { first, _ in first }
    )
    var paths: [WorkID: Set<String>] = [:]
    for file in files { if let work = file.work { paths[work, default: []].insert(file.path) } }
    knownPaths = paths
    plan(listings, allFiles: files)
  }

  private mutating func plan(_ listings: [ArchiveListing], allFiles: [IndexedFile]) {
    var present: Set<WorkID> = []
    var presentPaths: Set<String> = []
    for (listing, prefix) in zip(listings, Self.prefixes(of: listings.map(\.root))) {
      let byPath = Dictionary(
        listing.files.map { ($0.relativePath, $0) },
        uniquingKeysWith: { first, _ in first }
      )
      presentPaths.formUnion(listing.files.map(\.path))
      let entries = listing.files.map {
        FileEntry(path: $0.relativePath, byteCount: $0.stamp.size)
      }
      for files in WorkLayout.works(in: entries) {
        let plan = plan(files, in: listing, byPath: byPath, prefix: prefix)
        if let stored = plan.stored { present.insert(stored) }
        if isToRead(plan, in: listing) {
          works.append(plan)
        } else {
          unchangedFiles += plan.parts.count
        }
      }
    }
    let isUnknown = { (path: String) in listings.contains { $0.isUnknown(path) } }
    findRemoved(allFiles, present: present, presentPaths: presentPaths, isUnknown: isUnknown)
  }

  private func plan(
    _ files: WorkFiles,
    in listing: ArchiveListing,
    byPath: [String: ArchiveFile],
    prefix: String
  ) -> WorkPlan {
    let parts = files.parts.compactMap { byPath[$0.path] }.map { file in
      let known = known[file.path]
      return WorkPlan.Part(
        file: file,
        fingerprint: known?.fingerprint,
        isUnchanged: known?.stamp == file.stamp && (known?.work != nil || known?.problem != nil)
      )
    }
    let identity = prefix + "/" + files.identity
    let stored = identities[identity]
    let others = stored.map { knownPaths[$0] ?? [] }
    return WorkPlan(
      identity: identity,
      path: files.identity == "." ? listing.root : listing.root + "/" + files.identity,
      files: files,
      parts: parts,
      stored: stored,
      hasOtherFiles: others.map { paths in
        paths.subtracting(parts.map(\.file.path)).contains { !listing.isUnknown($0) }
      } ?? true,
      isToReread: stored.map(worksToReread.contains) ?? false
    )
  }

  private func isToRead(_ plan: WorkPlan, in listing: ArchiveListing) -> Bool {
    guard plan.parts.count == plan.files.parts.count else { return false }
    let isAskedFor =
      options.paths.isEmpty
      || options.paths.contains { path in
        plan.path == path || plan.path.hasPrefix(path + "/")
          || plan.parts.contains { $0.file.path == path || $0.file.path.hasPrefix(path + "/") }
          || path.hasPrefix(plan.path + "/")
      }
    guard isAskedFor else { return false }
    if options.readsAll || plan.isToReread || !plan.parts.allSatisfy(\.isUnchanged) { return true }
    // A work whose every file is bad is not stored, and is not read again until a file changes.
    let hasGoodFile = plan.parts.contains { known[$0.file.path]?.problem == nil }
    return plan.hasOtherFiles && (plan.stored != nil || hasGoodFile)
  }

  private mutating func findRemoved(
    _ files: [IndexedFile],
    present: Set<WorkID>,
    presentPaths: Set<String>,
    isUnknown: (String) -> Bool
  ) {
    let read = Set(works.compactMap(\.stored))
    var gone: Set<WorkID> = []
    for file in files where !presentPaths.contains(file.path) && !isUnknown(file.path) {
      // The files of a work that is read go with its reading.
      if let work = file.work, read.contains(work) { continue }
      removedFiles.append(file)
      if let work = file.work, !present.contains(work) { gone.insert(work) }
    }
    // A work may have left its place while some file of it lies in a folder that cannot be read.
    removedWorks = gone.filter { work in !(knownPaths[work] ?? []).contains(where: isUnknown) }
      .sorted()
    let movedWorks = Set(identities.values).subtracting(present).subtracting(gone)
    removedWorks += movedWorks.filter { work in
      let paths = knownPaths[work] ?? []
      return !paths.isEmpty && paths.isSubset(of: presentPaths)
    }.sorted()
  }

  /// A name for each folder of the archive, to start identities with: its own name, or its whole path
  /// where an earlier folder has that name.
  private static func prefixes(of roots: [String]) -> [String] {
    var taken: Set<String> = []
    return roots.map { root in
      let name = root.split(separator: "/").last.map(String.init) ?? "/"
      return taken.insert(name).inserted ? name : root
    }
  }
}
