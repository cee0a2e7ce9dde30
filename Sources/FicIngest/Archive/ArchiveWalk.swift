import FicFormats
import FicIndex
import FicModel
import Glibc

/// Lists the files of an archive folder that may hold fiction.
///
/// What `LeftOutName` names is left out. Links are not followed: what they lead to inside the
/// archive is found in its own place, so a loop does no harm, and what lies outside is no part of
/// it.
struct ArchiveWalk {
  /// Deeper folders are reported and left out; PATH_MAX of Linux has room for about 2,000.
  static let maximumDepth = 256

  /// What was found so far.
  private(set) var listing: ArchiveListing

  /// Whether what the index has of an empty folder is kept.
  private let keepsEmptyFolders: Bool

  /// Walks through `root`, or looks at paths in it.
  ///
  /// With paths, the files of each and of the folder around it are found, and those of the folders
  /// whose files may form works with them.
  ///
  /// - Parameters:
  ///   - root: A folder of the archive.
  ///   - named: What to look at; nil for everything.
  ///   - keepsEmptyFolders: Whether what the index has of an empty folder is kept.
  /// - Returns: What is there.
  ///
  /// Complexity: linear in the number of entries in what is looked at, one `stat` each.
  static func list(
    _ root: String,
    lookingAt named: NamedPaths? = nil,
    keepsEmptyFolders: Bool = true
  ) -> ArchiveListing {
    var walk = ArchiveWalk(through: root, keepsEmptyFolders: keepsEmptyFolders)
    if let named, let paths = named.paths(below: walk.listing.root) {
      walk.listing.part = ArchiveListing.Part()
      if !paths.isEmpty { walk.look(at: paths) }
    } else {
      walk.visitAll(below: "", depth: 0)
    }
    walk.listing.files.sort { $0.relativePath < $1.relativePath }
    return walk.listing
  }

  /// Starts a walk through `root` that is led a folder at a time.
  init(through root: String, keepsEmptyFolders: Bool) {
    listing = ArchiveListing(root: Self.resolve(root) ?? root)
    self.keepsEmptyFolders = keepsEmptyFolders
  }

  /// What lies in a folder of the archive, in the order in which the bytes of all paths below it
  /// are: a folder is where its files are.
  ///
  /// What cannot be listed is noted in `listing`, whose files stay empty.
  mutating func entries(of folder: String, depth: Int) -> [ArchiveEntry] {
    let folders = visit(folder: folder, depth: depth)
    let files = listing.files
    listing.files = []
    let entries =
      files.map { (key: $0.relativePath, entry: ArchiveEntry.file($0)) }
      + folders.map { (key: $0 + "/", entry: ArchiveEntry.folder($0)) }
    return entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.entry)
  }

  /// Whether something lies at a path.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// The path without links, as far as there is something.
  static func resolveExistingPart(of path: String) -> String {
    if let resolved = resolve(path) { return resolved }
    guard let slash = path.lastIndex(of: "/"), path.utf8.count > 1 else { return path }
    let folder = path[..<slash].isEmpty ? "/" : String(path[..<slash])
    let name = path[path.index(after: slash)...]
    let resolved = resolveExistingPart(of: folder)
    if name.isEmpty || name == "." { return resolved }
    return resolved == "/" ? "/" + name : resolved + "/" + name
  }

  /// The folders above a relative path, the nearest first and the archive's own, "", at the end.
  static func folders(above path: String) -> some Sequence<String> {
    sequence(state: path[...]) { rest -> String? in
      if rest.isEmpty { return nil }
      rest = rest[..<(rest.lastIndex(of: "/") ?? rest.startIndex)]
      return String(rest)
    }
  }

  /// The path without links; nil where there is nothing.
  static func resolve(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private func absolute(_ relative: String) -> String { listing.absolute(relative) }

  private mutating func visitAll(below folder: String, depth: Int) {
    listing.part?.folders.insert(folder)
    for folder in visit(folder: folder, depth: depth).sorted() {
      if listing.part?.folders.contains(folder) != true {
        visitAll(below: folder, depth: depth + 1)
      }
    }
  }

  private mutating func look(at paths: [String]) {
    guard Self.isThere(listing.root + "/.") else {
      _ = visit(folder: "", depth: 0)
      return
    }
    listing.part?.trees = Set(paths)
    // Nothing that is left out is listed, so that what the index has there goes.
    let paths = Set(paths.filter { !isBelowLeftOut($0) }.map { bookFolder(around: $0) ?? $0 })
    for path in paths.sorted() where isOpen(path) && listing.part?.folders.contains(path) != true {
      visitAll(below: path, depth: Self.depth(path))
    }
    var waiting = paths.compactMap { Self.folders(above: $0).first { _ in true } }
    while let folder = waiting.popLast() {
      guard listing.part?.folders.insert(folder).inserted == true else { continue }
      if WorkLayout.isJoined(folder) { waiting += Self.folders(above: folder).prefix(1) }
      waiting += visit(folder: folder, depth: Self.depth(folder)).filter(WorkLayout.isJoined)
    }
  }

  private static func depth(_ folder: String) -> Int { folder.split(separator: "/").count }

  /// Whether a part of a path is left out by its name.
  private func isBelowLeftOut(_ path: String) -> Bool {
    var folder = listing.root
    for name in path.split(separator: "/").map(String.init) {
      if LeftOutName(name, beside: { Self.isThere(folder + "/" + $0) }) != nil { return true }
      folder += "/" + name
    }
    return false
  }

  /// Whether a path is that of a folder that is no book.
  private func isOpen(_ relative: String) -> Bool {
    var status = stat()
    return unsafe lstat(absolute(relative), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && !BookFolder.isBook(absolute(relative))
  }

  /// Takes the files of a folder.
  ///
  /// Returns the folders in it.
  private mutating func visit(folder: String, depth: Int) -> [String] {
    let path = absolute(folder)
    guard depth <= Self.maximumDepth, let handle = unsafe opendir(path) else {
      let code = depth > Self.maximumDepth ? ELOOP : errno
      // A folder that somebody named, or that lies around it, may be gone.
      if !folder.isEmpty, listing.part != nil, code == ENOENT || code == ENOTDIR { return [] }
      listing.unreadFolders.append(path)
      let cause = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      listing.problems.append(.unreadableFolder(path, cause: cause))
      return []
    }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          (valid: unsafe String(validatingCString: name), shown: unsafe String(cString: name))
        }
      }
      if let valid = name.valid {
        if valid != ".", valid != ".." { names.append(valid) }
      } else {
        listing.problems.append(.undecodableName(path + "/" + name.shown))
      }
    }
    // A mount point whose disk is away is empty; a hidden file may lie under the disk.
    if keepsEmptyFolders, names.allSatisfy({ $0.hasPrefix(".") }) {
      listing.emptyFolders.insert(path)
    }
    return names.sorted().compactMap { name in
      let relative = folder.isEmpty ? name : folder + "/" + name
      if let reason = LeftOutName(name, beside: { Self.isThere(path + "/" + $0) }) {
        listing.leaveOut(path + "/" + name, reason)
        return nil
      }
      return visit(entry: relative) ? relative : nil
    }
  }

  /// Takes a file, or a folder that is a book.
  ///
  /// Returns true for another folder, which the caller visits.
  private mutating func visit(entry relative: String) -> Bool {
    let path = absolute(relative)
    var status = stat()
    // What has gone since the folder was read is no news.
    guard unsafe lstat(path, &status) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard BookFolder.isBook(path) else { return true }
      listing.files.append(
        ArchiveFile(
          root: listing.root,
          relativePath: relative,
          stamp: Self.stamp(ofBook: path, status)
        )
      )
    case S_IFREG:
      guard DocumentReaders.isListed(relative) else {
        listing.leaveOut(path, .ending(FileName(path: relative).fileExtension))
        return false
      }
      listing.files.append(
        ArchiveFile(
          root: listing.root,
          relativePath: relative,
          stamp: IndexedFile.Stamp(status)
        )
      )
    case S_IFLNK: report(link: path)
    default: break
    }
    return false
  }

  /// What tells whether a part of a book changed: all its sizes, the latest times.
  private static func stamp(ofBook folder: String, _ status: stat) -> IndexedFile.Stamp {
    var stamp = IndexedFile.Stamp(status)
    stamp.size = 0
    for part in BookFolder.parts(of: folder) {
      var status = stat()
      guard unsafe lstat(folder + "/" + part, &status) == 0 else { continue }
      let own = IndexedFile.Stamp(status)
      stamp.size = stamp.size.addingReportingOverflow(own.size).partialValue
      stamp.modified = max(stamp.modified, own.modified)
      stamp.changed = max(stamp.changed, own.changed)
    }
    return stamp
  }

  /// The folder above a relative path that is a book; nil where none is.
  private func bookFolder(around path: String) -> String? {
    Self.folders(above: path).first { !$0.isEmpty && BookFolder.isBook(absolute($0)) }
  }

  private mutating func report(link path: String) {
    // A link whose name ends as no text's does is left out as a file would be.
    let name = FileName(path: path)
    let mayHoldText = name.fileExtension.isEmpty || DocumentReaders.isListed(path)
    guard let target = Self.resolve(path) else {
      if mayHoldText { listing.problems.append(.brokenLink(path)) }
      return
    }
    guard target != listing.root, !target.hasPrefix(listing.root + "/") else { return }
    let isFolder = Self.isThere(target + "/.")
    guard isFolder || DocumentReaders.isListed(path) else { return }
    listing.problems.append(.outsideArchive(path, target: target, isFolder: isFolder))
  }
}

extension IndexedFile.Stamp {
  /// Takes what matters of a `stat`.
  fileprivate init(_ status: stat) {
    self.init(
      size: Int(status.st_size),
      modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim),
      inode: UInt64(status.st_ino)
    )
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    let (seconds, overflow) = Int(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? Int(time.tv_sec) : seconds &+ Int(time.tv_nsec)
  }
}
