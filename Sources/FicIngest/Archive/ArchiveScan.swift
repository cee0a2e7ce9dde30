import FicFormats
import FicIndex
import FicModel

/// Finds what differs between an archive and an index.
///
/// Goes through both side by side, in the order of paths, and holds no more of either than the
/// files of the folders around the place where it is: its memory grows with what differs, not with
/// the archive. It only says what is to be looked at; what is to be done with it is for
/// `IngestPlanner` to find.
struct ArchiveScan {
  /// What is to be looked at, absolute: files that are new, changed or gone, that belong together
  /// otherwise than the index has them, or whose work is to be read again.
  private(set) var paths: [String] = []

  /// How many files of known formats the archive has.
  private(set) var fileCount = 0

  /// How many of them are parts of works.
  private(set) var partCount = 0

  /// Whether only a look at everything tells what is to be done: the index has no files, or some
  /// that lie outside the archive, or a folder of the archive lies in another.
  private(set) var needsAll = false

  /// Places outside the archive whose files are gone and kept: nothing has to be done with them.
  private(set) var keptPlaces: Set<String> = []

  private let index: any IndexWriter
  private let options: IngestOptions
  private let worksToReread: Set<WorkID>

  /// What identities in each folder of the archive begin with.
  private let prefixes: [String]

  private var walks: [ArchiveWalk]
  private var rows: IndexedFileCursor

  /// Scans an archive.
  ///
  /// - Parameters:
  ///   - options: The archive's folders, and what becomes of what has gone.
  ///   - index: What is compared with them.
  ///   - worksToReread: Works that are to be read although no byte of them changed.
  /// - Throws: What the index throws.
  ///
  /// Complexity: O(n log n) in the files of the archive and of the index.
  init(
    _ options: IngestOptions,
    index: any IndexWriter,
    worksToReread: Set<WorkID>
  ) throws {
    self.index = index
    self.options = options
    self.worksToReread = worksToReread
    walks = options.archive.map {
      ArchiveWalk(through: $0, keepsEmptyFolders: !options.forgetsEmptyFolders)
    }
    rows = IndexedFileCursor(index)
    let folders = walks.map(\.listing.root)
    prefixes = IngestPlanner.prefixes(of: folders)
    let order = folders.indices.sorted { Self.precedes(folders[$0] + "/", folders[$1] + "/") }
    let hasNested = zip(order, order.dropFirst()).contains { outer, inner in
      NamedPaths([folders[outer]]).covers(folders[inner])
    }
    needsAll = try hasNested || rows.peek() == nil
    if needsAll { return }
    for root in order { try check(try group(in: "", depth: 0, root), root) }
    while let row = try rows.next() { miss(row) }
    for source in try index.sourcesWithoutFiles() { note(source.path) }
  }

  /// What was found of each folder of the archive but its files, in the order of the options.
  var listings: [ArchiveListing] { walks.map(\.listing) }

  // MARK: Files

  /// What the index has of a file.
  private struct Known {
    var place: String?

    /// Whether the file is as it was.
    var isUnchanged: Bool

    /// Whether it could be read.
    var isGood: Bool

    init(_ row: IndexedFile, _ file: ArchiveFile) {
      place = row.place
      isUnchanged = row.isUnchanged(at: file.stamp)
      isGood = row.isSearchable
    }
  }

  /// The files of a folder and of those that are joined to it, relative to the archive's folder.
  private struct Group {
    var entries: [FileEntry] = []
    var known: [String: Known] = [:]

    mutating func join(_ other: Group) {
      entries += other.entries
      known.merge(other.known) { first, _ in first }
    }
  }

  /// Finds the files of a folder, and checks the groups below it that are not joined to it.
  private mutating func group(in folder: String, depth: Int, _ root: Int) throws -> Group {
    var group = Group()
    for entry in walks[root].entries(of: folder, depth: depth) {
      switch entry {
      case .file(let file):
        fileCount += 1
        group.entries.append(FileEntry(path: file.relativePath, byteCount: file.stamp.size))
        if let row = try row(of: file) { group.known[file.relativePath] = Known(row, file) }
      case .folder(let inner):
        let lower = try self.group(in: inner, depth: depth + 1, root)
        if WorkLayout.isJoined(inner) { group.join(lower) } else { try check(lower, root) }
      }
    }
    return group
  }

  /// What the index has of a file; the rows before it are of files that are gone.
  private mutating func row(of file: ArchiveFile) throws -> IndexedFile? {
    let path = file.path
    while let row = try rows.peek(), row.path != path {
      guard Self.precedes(row.path, path) else { return nil }
      miss(row)
      _ = try rows.next()
    }
    return try rows.next()
  }

  /// Takes a file that the archive does not have where its rows are passed: all folders before it
  /// were read, as far as they can be.
  private mutating func miss(_ row: IndexedFile) {
    if row.problem?.isOfPlace ?? false { return }
    if options.keepsRemoved, row.problem?.code == FileProblem.removedCode, !isInside(row.path) {
      if let place = row.place { keptPlaces.insert(place) }
    } else {
      note(row.path)
    }
  }

  /// Whether a path lies in a folder of the archive.
  private func isInside(_ path: String) -> Bool {
    walks.contains { $0.listing.relative(path) != nil }
  }

  /// Notes something to look at.
  private mutating func note(_ path: String) {
    if walks.contains(where: { $0.listing.isUnread(path) }) { return }
    if isInside(path) {
      paths.append(path)
    } else {
      needsAll = true
    }
  }

  // MARK: Works

  /// Notes what of a group is not as the index has it.
  private mutating func check(_ group: Group, _ root: Int) throws {
    let listing = walks[root].listing
    var known = group.known
    let alone = known.filter {
      $0.value.isUnchanged && $0.value.place.map(WorkPlan.isAlone) ?? false
    }
    for work in WorkLayout.works(in: group.entries, alone: Set(alone.keys)) {
      let own = WorkPlan.place(of: work, below: prefixes[root])
      let parts = work.parts.map { (path: $0.path, known: known.removeValue(forKey: $0.path)) }
      partCount += parts.count
      let source = try index.source(at: own)
      let isToReread =
        source.map { $0.isChosen && worksToReread.contains($0.work) }
        ?? parts.contains { $0.known?.isGood ?? false }
      for (path, known) in parts {
        let place = known?.place ?? own
        if isToReread || known?.isUnchanged != true || place != own {
          note(listing.absolute(path))
        }
        if place != own, let other = try index.source(at: place) { note(other.path) }
      }
    }
    // Files that are there and hold no work any more.
    for path in known.keys.sorted() { note(listing.absolute(path)) }
  }

  /// The order of the index, which is that of bytes.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
