import FicFormats
import FicIndex
import FicModel

/// Finds what a run has to do: which sources of works are new or changed, which are gone.
struct IngestPlanner {
  /// The sources to read: those whose form keeps more of the text's structure first, so that a text is
  /// seldom written that a better one replaces, then in the order of the archive.
  private(set) var works: [WorkPlan] = []

  /// Sources that need not be read, of works that have several, by place.
  private(set) var others: [String: WorkPlan] = [:]

  /// Places of sources that the archive no longer has.
  private(set) var gonePlaces: Set<String> = []

  /// Files that the archive no longer has and that belong to no source that is read.
  private(set) var removedFiles: [IndexedFile] = []

  /// The files that the archive has.
  private(set) var presentPaths: Set<String> = []

  /// Files that are as the index has them, or outside the paths that were asked for.
  private(set) var unchangedFiles = 0

  private let options: IngestOptions
  private let known: [String: IndexedFile]
  private let catalog: WorkCatalog
  private let knownPaths: [String: Set<String>]
  private let worksToReread: Set<WorkID>

  /// Compares listings of the archive's folders with what the index has.
  init(
    _ listings: [ArchiveListing],
    known files: [IndexedFile],
    catalog: WorkCatalog,
    worksToReread: Set<WorkID> = [],
    options: IngestOptions
  ) {
    self.options = options
    self.worksToReread = worksToReread
    known = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    self.catalog = catalog
    var paths: [String: Set<String>] = [:]
    for file in files { if let place = file.place { paths[place, default: []].insert(file.path) } }
    knownPaths = paths
    plan(listings, allFiles: files)
  }

  private mutating func plan(_ listings: [ArchiveListing], allFiles: [IndexedFile]) {
    var present: Set<String> = []
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
        present.insert(plan.identity)
        if isToRead(plan, in: listing) {
          works.append(plan)
        } else {
          unchangedFiles += plan.parts.count
          let isChosen = catalog.source(at: plan.identity)?.isChosen ?? true
          if let work = plan.stored, !isChosen || catalog.sources(of: work).count > 1 {
            others[plan.identity] = plan
          }
        }
      }
    }
    works = works.enumerated().sorted { left, right in
      (-left.element.form, left.offset) < (-right.element.form, right.offset)
    }
    .map(\.element)
    let isUnknown = { (path: String) in listings.contains { $0.isUnknown(path) } }
    findRemoved(allFiles, present: present, isUnknown: isUnknown)
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
          && known?.problem?.code != FileProblem.removedCode
      )
    }
    let identity = prefix + "/" + files.identity
    let source = catalog.source(at: identity)
    let stored = source?.work
    let others = stored.map { _ in knownPaths[identity] ?? [] }
    let isBack = parts.contains { known[$0.file.path]?.problem?.code == FileProblem.removedCode }
    return WorkPlan(
      identity: identity,
      path: files.identity == "." ? listing.root : listing.root + "/" + files.identity,
      files: files,
      parts: parts,
      stored: stored,
      hasOtherFiles: others.map { paths in
        paths.subtracting(parts.map(\.file.path)).contains { !listing.isUnknown($0) }
      } ?? true,
      isToReread: isBack
        || source?.isChosen == true && (stored.map(worksToReread.contains) ?? false)
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
    present: Set<String>,
    isUnknown: (String) -> Bool
  ) {
    for source in catalog.all where !present.contains(source.place) {
      // A source may have left its place while some file of it lies in a folder that cannot be read.
      let paths = knownPaths[source.place] ?? []
      let isKnown = !paths.contains(where: isUnknown) && !isUnknown(source.path)
      if isKnown { gonePlaces.insert(source.place) }
    }
    let read = Set(works.map(\.identity))
    for file in files where !presentPaths.contains(file.path) && !isUnknown(file.path) {
      // The files of a source that is read go with its reading.
      if let place = file.place, read.contains(place) { continue }
      removedFiles.append(file)
    }
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
