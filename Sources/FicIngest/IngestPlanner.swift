import FicFormats
import FicIndex
import FicModel

/// Finds what a run has to do: which sources of works are new or changed, which are gone.
struct IngestPlanner {
  /// What was found.
  private(set) var plan = IngestPlan()

  /// The files that both the archive and the index have, and those of them that are parts of works.
  private var presentPaths: Set<String> = []
  private var plannedPaths: Set<String> = []

  private let options: IngestOptions
  private let known: [String: IndexedFile]
  private let index: any IndexWriter
  private let knownPaths: [String: Set<String>]
  private let worksToReread: Set<WorkID>
  private let named: NamedPaths?

  /// Places of sources that were looked at and not asked for.
  private var unaskedPlaces: Set<String> = []

  /// Compares listings of the archive's folders with what the index has.
  ///
  /// - Parameters:
  ///   - listings: A listing of each folder of the archive, in the order of the options.
  ///   - files: What the index has of the files that were looked for, and of their sources.
  ///   - named: What was asked for; nil for everything.
  ///   - worksToReread: Works that are to be read although no byte of them changed.
  ///   - options: What the run was told.
  ///   - index: Is asked for sources, and for more files where `listings` are not all.
  /// - Throws: What the index throws.
  init(
    _ listings: [ArchiveListing],
    known files: [IndexedFile],
    named: NamedPaths? = nil,
    worksToReread: Set<WorkID> = [],
    options: IngestOptions,
    index: any IndexWriter
  ) throws {
    self.options = options
    self.named = named
    self.worksToReread = worksToReread
    known = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    self.index = index
    var paths: [String: Set<String>] = [:]
    for file in files { if let place = file.place { paths[place, default: []].insert(file.path) } }
    knownPaths = paths
    try plan(listings, allFiles: files)
  }

  private mutating func plan(_ listings: [ArchiveListing], allFiles: [IndexedFile]) throws {
    var present: Set<String> = []
    let isUnknown = listings.isUnknown
    for (listing, prefix) in zip(listings, Self.prefixes(of: listings.map(\.root))) {
      let byPath = Dictionary(
        listing.files.map { ($0.relativePath, $0) },
        uniquingKeysWith: { first, _ in first }
      )
      plan.fileCount += listing.files.count
      presentPaths.formUnion(known(listing.files))
      let entries = listing.files.map {
        FileEntry(path: $0.relativePath, byteCount: $0.stamp.size)
      }
      let alone = listing.files.filter(isAlone).map(\.relativePath)
      let layout = try WorkLayout.works(in: entries, alone: Set(alone)) { folder in
        if listing.part == nil { return [] }
        return Self.works(
          at: try index.pathsOfSources(
            rightBelow: folder.isEmpty ? prefix : prefix + "/" + folder
          ),
          in: listing,
          prefix: prefix
        )
      }
      for files in layout {
        let source = try plan(files, in: listing, byPath: byPath, prefix: prefix, isUnknown)
        present.insert(source.place)
        plannedPaths.formUnion(known(source.parts.map(\.file)))
        if isToRead(source) {
          plan.works.append(source)
        } else {
          if !isAskedFor(source) { unaskedPlaces.insert(source.place) }
          plan.unchangedFiles += source.parts.count
          if let work = source.stored, try index.sources(of: work).map(\.isChosen) != [true] {
            plan.others[source.place] = source
          }
        }
      }
    }
    plan.works = plan.works.enumerated().sorted { left, right in
      (-left.element.form, left.offset) < (-right.element.form, right.offset)
    }
    .map(\.element)
    try findGone(present: present, in: listings)
    findRemoved(allFiles, isUnknown: isUnknown)
  }

  /// The works that the index has beside those that were looked at.
  private static func works(
    at places: [String: [String]],
    in listing: ArchiveListing,
    prefix: String
  ) -> [WorkFiles] {
    places.compactMap { place, paths in
      if paths.contains(where: listing.covers) { return nil }
      let relative = paths.compactMap(listing.relative)
      return WorkLayout.work(at: WorkPlan.path(of: place, below: prefix), files: relative)
    }
  }

  private func plan(
    _ files: WorkFiles,
    in listing: ArchiveListing,
    byPath: [String: ArchiveFile],
    prefix: String,
    _ isUnknown: (String) -> Bool
  ) throws -> WorkPlan {
    let place = WorkPlan.place(of: files, below: prefix)
    let parts = files.parts.compactMap { byPath[$0.path] }.map { file in
      // A file that was part of another source is news to this one.
      let known = known[file.path].flatMap { $0.place ?? place == place ? $0 : nil }
      return WorkPlan.Part(
        file: file,
        fingerprint: known?.fingerprint,
        isUnchanged: known?.isUnchanged(at: file.stamp) ?? false,
        flaw: known?.problem.flatMap { FileProblem.isFlaw($0.code) ? $0 : nil }
      )
    }
    let source = try index.source(at: place)
    let stored = source?.work
    let others = stored.map { _ in knownPaths[place] ?? [] }
    let isBack = parts.contains { known[$0.file.path]?.problem?.code == FileProblem.removedCode }
    return WorkPlan(
      place: place,
      path: files.identity == "." ? listing.root : listing.root + "/" + files.identity,
      files: files,
      parts: parts,
      stored: stored,
      hasOtherFiles: others.map { paths in
        paths.subtracting(parts.map(\.file.path)).contains { !isUnknown($0) }
      } ?? true,
      isToReread: isBack
        || source?.isChosen == true && (stored.map(worksToReread.contains) ?? false)
    )
  }

  /// Whether the index knows that a file is a work of its own, whatever its name.
  private func isAlone(_ file: ArchiveFile) -> Bool {
    guard !options.readsAll, let known = known[file.path] else { return false }
    return known.place.map(WorkPlan.isAlone) ?? false && known.isUnchanged(at: file.stamp)
  }

  /// The paths of those files that the index knows.
  private func known(_ files: [ArchiveFile]) -> [String] {
    if known.isEmpty { return [] }
    return files.map(\.path).filter { known[$0] != nil }
  }

  private func isAskedFor(_ plan: WorkPlan) -> Bool {
    guard let named else { return true }
    return named.covers(plan.path) || named.reaches(into: plan.path)
      || plan.parts.contains { named.covers($0.file.path) }
      || (knownPaths[plan.place] ?? []).contains(where: named.covers) || isRegrouped(plan)
      || plan.parts.contains { part in
        // Whether it is a work is for what was named beside it.
        known[part.file.path].map { $0.problem?.code == FileProblem.removedCode } ?? true
          && WorkLayout.bookFolder(ofData: part.file.path).map(named.reaches) ?? false
      }
  }

  /// Whether files that are known and still there belong together otherwise, for what came or went
  /// beside them.
  private func isRegrouped(_ plan: WorkPlan) -> Bool {
    let paths = Set(plan.parts.map(\.file.path))
    return paths.contains { known[$0]?.place.map { $0 != plan.place } ?? false }
      || (knownPaths[plan.place] ?? []).contains {
        presentPaths.contains($0) && !paths.contains($0)
      }
  }

  private func isToRead(_ plan: WorkPlan) -> Bool {
    guard plan.parts.count == plan.files.parts.count, isAskedFor(plan) else { return false }
    if options.readsAll || plan.isToReread || !plan.parts.allSatisfy(\.isUnchanged) { return true }
    // A work whose every file is bad is not stored, and is not read again until a file changes.
    let hasGoodFile = plan.parts.contains { known[$0.file.path]?.isSearchable ?? true }
    return plan.hasOtherFiles && (plan.stored != nil || hasGoodFile)
  }

  private mutating func findGone(present: Set<String>, in listings: [ArchiveListing]) throws {
    let isPart = listings.contains { $0.part != nil }
    for (place, paths) in knownPaths where !present.contains(place) {
      // A source may have left its place while some file of it lies in a folder that cannot be
      // read.
      if paths.contains(where: listings.isUnknown) { continue }
      guard let source = try index.source(at: place) else { continue }
      if isPart || !listings.isUnknown(source.path) { plan.gonePlaces.insert(place) }
    }
    // The files of others belong to other sources now.
    for source in try index.sourcesWithoutFiles() where !present.contains(source.place) {
      if !listings.isUnknown(source.path) { plan.gonePlaces.insert(source.place) }
    }
  }

  private mutating func findRemoved(_ files: [IndexedFile], isUnknown: (String) -> Bool) {
    let read = Set(plan.works.map(\.place))
    for file in files where !plannedPaths.contains(file.path) && !isUnknown(file.path) {
      // The files of a source that is read go with its reading.
      if let place = file.place, read.contains(place) || unaskedPlaces.contains(place) { continue }
      plan.removedFiles.append(file)
    }
  }

  /// A name for each folder of the archive, to start identities with: its own name, or its whole
  /// path where an earlier folder has that name.
  static func prefixes(of roots: [String]) -> [String] {
    var taken: Set<String> = []
    return roots.map { root in
      let name = root.split(separator: "/").last.map(String.init) ?? "/"
      return taken.insert(name).inserted ? name : root
    }
  }
}
