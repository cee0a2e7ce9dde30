import FicFormats
import FicIndex
import FicModel

/// Goes through an archive and through what an index has of it side by side, in the order of paths,
/// and keeps what differs.
///
/// A whole archive and named paths of it are compared alike. Of what is the same no more is held
/// than the groups around the place where it is: memory grows with what differs, not with the
/// archive.
struct ArchiveComparison {
  /// The groups that are not as the index has them, of each folder of the archive, by folder.
  private(set) var groups: [[String: FileGroup]] = []

  /// What the index has of files in no folder of the archive.
  private(set) var strays: [IndexedFile] = []

  /// What was found of each folder of the archive beside files, in the order of the options.
  private(set) var listings: [ArchiveListing] = []

  /// Files of known formats that were seen.
  private(set) var fileCount = 0

  /// Those of them that are parts of works in groups that are as the index has them.
  private(set) var unchangedParts = 0

  /// What places in each folder of the archive begin with.
  let prefixes: [String]

  /// What is to be read although no byte of it changed.
  let rereading: Rereading

  private let index: any IndexWriter

  /// Compares.
  ///
  /// - Parameters:
  ///   - options: The archive's folders, and what becomes of empty ones.
  ///   - named: What to look at; nil for everything.
  ///   - letGo: Files that somebody saw go, absolute.
  ///   - rereading: What is to be read although no byte of it changed.
  ///   - index: What is compared with the archive.
  /// - Throws: What the index throws.
  ///
  /// Complexity: O(n log n) in the files of the archive and of the index that are looked at.
  init(
    _ options: IngestOptions,
    lookingAt named: NamedPaths? = nil,
    letGo: Set<String> = [],
    rereading: Rereading = Rereading(),
    index: any IndexWriter
  ) throws {
    self.index = index
    self.rereading = rereading
    var folders: Set<String> = []
    let roots = options.archive.map { ArchiveWalk.resolve($0) ?? $0 }
      .filter { folders.insert($0).inserted }
    prefixes = Self.prefixes(of: roots)
    for root in roots {
      groups.append([:])
      var walk = ArchiveWalk(
        root,
        lookingAt: named,
        besides: folders,
        keepsEmptyFolders: !options.forgetsEmptyFolders,
        letGo: letGo
      )
      var rows = try Self.rows(of: walk.listing, in: index)
      let inner = folders.filter { $0 != root && NamedPaths([root]).covers($0) }
      try compare(&walk, with: &rows, besides: inner.sorted())
      listings.append(walk.listing)
    }
    if named == nil { try findStrays(besides: folders) }
  }

  /// What the index has of the files that a walk looks at.
  private static func rows(
    of listing: ArchiveListing,
    in index: any IndexWriter
  ) throws -> IndexedFileCursor {
    guard let part = listing.part else {
      return IndexedFileCursor(index, after: listing.root == "/" ? "/" : listing.root + "/")
    }
    return IndexedFileCursor(
      try index.indexedFiles(
        in: Set(part.folders.map(listing.absolute)),
        below: Set(part.trees.map(listing.absolute))
      )
    )
  }

  // MARK: Groups

  /// Compares one folder of the archive; `inner` are folders of the archive below it.
  private mutating func compare(
    _ walk: inout ArchiveWalk,
    with rows: inout IndexedFileCursor,
    besides inner: [String]
  ) throws {
    let root = walk.listing.root
    var open: [String: FileGroup] = [:]
    /// The next row that lies before a path.
    func row(before end: String) throws -> IndexedFile? {
      while let row = try rows.peek(), row.path.utf8.lexicographicallyPrecedes(end.utf8) {
        guard let folder = inner.first(where: { NamedPaths([$0]).covers(row.path) }) else {
          return try rows.next()
        }
        rows.skip(below: folder)
      }
      return nil
    }
    func miss(_ row: IndexedFile) {
      guard let path = walk.listing.relative(row.path) else { return }
      open[WorkLayout.groupFolder(of: path), default: FileGroup()].known.append(row)
    }
    while let step = walk.next() {
      switch step {
      case .file(let file):
        let path = file.path
        while let row = try row(before: path) { miss(row) }
        if try rows.peek()?.path == path, let row = try rows.next() { miss(row) }
        open[WorkLayout.groupFolder(of: file.relativePath), default: FileGroup()].files
          .append(file)
        fileCount += 1
      case .end(let folder):
        let end = NamedPaths.end(of: walk.listing.absolute(folder))
        while let row = try row(before: end) { miss(row) }
        if let group = open.removeValue(forKey: folder) {
          try close(group, of: folder, walk.listing)
        }
      }
    }
    while let row = try row(before: NamedPaths.end(of: root)) { miss(row) }
    for (folder, group) in open.sorted(by: { $0.key < $1.key }) {
      try close(group, of: folder, walk.listing)
    }
  }

  /// Keeps a group if it differs.
  private mutating func close(
    _ group: FileGroup,
    of folder: String,
    _ listing: ArchiveListing
  ) throws {
    if let parts = try partCountIfSame(group, listing) {
      unchangedParts += parts
    } else {
      groups[groups.count - 1][folder] = group
    }
  }

  /// How many of a group's files are parts of works, if the index has all of it as it is; else nil.
  private func partCountIfSame(_ group: FileGroup, _ listing: ArchiveListing) throws -> Int? {
    if rereading.all { return nil }
    var rows = Dictionary(group.known.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    var known: [String: IndexedFile] = [:]
    for file in group.files {
      guard let row = rows.removeValue(forKey: file.path) else { continue }
      guard row.isUnchanged(at: file.stamp) else { return nil }
      known[file.relativePath] = row
    }
    guard rows.keys.allSatisfy(listing.isUnknown) else { return nil }
    var count = 0
    let alone = Set(known.filter { $0.value.place.map(WorkPlan.isAlone) ?? false }.keys)
    for work in WorkLayout.works(in: group.entries, alone: alone) {
      let place = WorkPlan.place(of: work, below: prefixes[groups.count - 1])
      let parts = work.parts.compactMap { known.removeValue(forKey: $0.path) }
      guard parts.count == work.parts.count, parts.allSatisfy({ $0.place ?? place == place }) else {
        return nil
      }
      let source = try index.source(at: place)
      // A work that could be read has a source.
      if source == nil, parts.contains(where: \.isSearchable) { return nil }
      if rereading.concerns(place, source) { return nil }
      count += parts.count
    }
    // Of a file that is there and is part of no work any more, the index knows no better.
    return known.isEmpty ? count : nil
  }

  // MARK: Beside the archive

  /// Notes what the index has of files that lie in no folder of the archive.
  private mutating func findStrays(besides folders: Set<String>) throws {
    var rows = IndexedFileCursor(index)
    while let row = try rows.peek() {
      if let folder = NamedPaths.folders(above: row.path).first(where: folders.contains) {
        rows.skip(below: folder)
      } else {
        strays.append(row)
        _ = try rows.next()
      }
    }
  }

  /// A name for each folder of the archive, to start places with: its own name, or its whole path
  /// where an earlier folder has that name.
  private static func prefixes(of roots: [String]) -> [String] {
    var taken: Set<String> = []
    return roots.map { root in
      let name = root.split(separator: "/").last.map(String.init) ?? "/"
      return taken.insert(name).inserted ? name : root
    }
  }
}
