import FicFormats
import FicIndex
import FicModel

/// Finds what a run has to do: which sources of works are new or changed, which are gone.
struct IngestPlanner {
  /// What was found.
  private(set) var plan = IngestPlan()

  private let comparison: ArchiveComparison
  private let named: NamedPaths?
  private let index: any IndexWriter

  /// What the index has of the files in groups that differ, by path; their paths by the place of
  /// their source.
  private var known: [String: IndexedFile] = [:]
  private var knownPaths: [String: Set<String>] = [:]

  /// The files in those groups that both the archive and the index have, and those of them that are
  /// parts of works.
  private var presentPaths: Set<String> = []
  private var plannedPaths: Set<String> = []

  /// Places of sources that the archive has, and of those that were not asked for.
  private var presentPlaces: Set<String> = []
  private var unaskedPlaces: Set<String> = []

  /// Plans.
  ///
  /// - Parameters:
  ///   - comparison: What differs between the archive and the index.
  ///   - named: What was asked for; nil for everything.
  ///   - index: Is asked for sources.
  /// - Throws: What the index throws.
  init(
    _ comparison: ArchiveComparison,
    lookingAt named: NamedPaths? = nil,
    index: any IndexWriter
  ) throws {
    self.comparison = comparison
    self.named = named
    self.index = index
    plan.fileCount = comparison.fileCount
    plan.unchangedFiles = comparison.unchangedParts
    for file in comparison.groups.flatMap(\.values).flatMap(\.known) + comparison.strays {
      known[file.path] = file
      if let place = file.place { knownPaths[place, default: []].insert(file.path) }
    }
    for root in comparison.listings.indices { try findWorks(root) }
    plan.works = plan.works.enumerated().sorted { left, right in
      (-left.element.form, left.offset) < (-right.element.form, right.offset)
    }
    .map(\.element)
    try findGone()
  }

  // MARK: Works

  /// Finds the works in the groups of one folder of the archive.
  private mutating func findWorks(_ root: Int) throws {
    let listing = comparison.listings[root]
    let groups = comparison.groups[root]
    let prefix = comparison.prefixes[root]
    let files = Dictionary(
      groups.values.flatMap(\.files).map { ($0.relativePath, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    presentPaths.formUnion(files.values.map(\.path).filter { known[$0] != nil })
    let alone = files.values.filter(isAlone).map(\.relativePath)
    let entries = files.values.map { FileEntry(path: $0.relativePath, byteCount: $0.stamp.size) }
    let layout = try WorkLayout.works(
      in: entries.sorted { $0.path < $1.path },
      alone: Set(alone)
    ) { folder in
      let place = folder.isEmpty ? prefix : prefix + "/" + folder
      return try index.pathsOfSources(rightBelow: place).compactMap { place, paths in
        let paths = paths.compactMap(listing.relative)
        if paths.contains(where: { groups[WorkLayout.groupFolder(of: $0)] != nil }) { return nil }
        return WorkLayout.work(at: WorkPlan.path(of: place, below: prefix), files: paths)
      }
    }
    for work in layout {
      let source = try plan(work, listing, files, prefix)
      presentPlaces.insert(source.place)
      plannedPaths.formUnion(source.parts.map(\.file.path).filter { known[$0] != nil })
      if isToRead(source) {
        plan.works.append(source)
      } else {
        if !isAskedFor(source) { unaskedPlaces.insert(source.place) }
        plan.unchangedFiles += source.parts.count
      }
    }
  }

  private func plan(
    _ work: WorkFiles,
    _ listing: ArchiveListing,
    _ files: [String: ArchiveFile],
    _ prefix: String
  ) throws -> WorkPlan {
    let place = WorkPlan.place(of: work, below: prefix)
    let parts = work.parts.compactMap { files[$0.path] }.map { file in
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
    let others = (knownPaths[place] ?? []).subtracting(parts.map(\.file.path))
    return WorkPlan(
      place: place,
      path: listing.absolute(work.relativePath == "." ? "" : work.relativePath),
      files: work,
      parts: parts,
      stored: source?.work,
      hasOtherFiles: source == nil || !others.allSatisfy(comparison.listings.isUnknown),
      isToReread: parts.contains { isBack($0.file) } || comparison.rereading.concerns(place, source)
    )
  }

  /// Whether the index knows that a file is a work of its own, whatever its name.
  private func isAlone(_ file: ArchiveFile) -> Bool {
    guard !comparison.rereading.all, let known = known[file.path] else { return false }
    return known.place.map(WorkPlan.isAlone) ?? false && known.isUnchanged(at: file.stamp)
  }

  /// Whether a file was gone, and what the index had of it kept.
  private func isBack(_ file: ArchiveFile) -> Bool {
    known[file.path]?.problem?.code == FileProblem.removedCode
  }

  private func isAskedFor(_ plan: WorkPlan) -> Bool {
    guard let named else { return true }
    return named.covers(plan.path) || named.reaches(into: plan.path)
      || plan.parts.contains { named.covers($0.file.path) }
      || (knownPaths[plan.place] ?? []).contains(where: named.covers) || isRegrouped(plan)
      || plan.parts.contains { part in
        // Whether it is a work is for what was named beside it.
        (known[part.file.path] == nil || isBack(part.file))
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
    if comparison.rereading.all || plan.isToReread || !plan.parts.allSatisfy(\.isUnchanged) {
      return true
    }
    // A work whose every file is bad is not stored, and is not read again until a file changes.
    let hasGoodFile = plan.parts.contains { known[$0.file.path]?.isSearchable ?? true }
    return plan.hasOtherFiles && (plan.stored != nil || hasGoodFile)
  }

  // MARK: What is gone

  private mutating func findGone() throws {
    let isUnknown = comparison.listings.isUnknown
    for (place, paths) in knownPaths where !presentPlaces.contains(place) {
      // A source may have left its place while some file of it lies where nothing can be said.
      if paths.contains(where: isUnknown) { continue }
      if try index.source(at: place) != nil { plan.gonePlaces.insert(place) }
    }
    // The files of others belong to other sources now.
    for source in try index.sourcesWithoutFiles() where !presentPlaces.contains(source.place) {
      if !isUnknown(source.path) { plan.gonePlaces.insert(source.place) }
    }
    let read = Set(plan.works.map(\.place))
    for (path, file) in known where !plannedPaths.contains(path) && !isUnknown(path) {
      // The files of a source that is read go with its reading.
      if let place = file.place, read.contains(place) || unaskedPlaces.contains(place) { continue }
      plan.removedFiles[path] = file
    }
  }
}
