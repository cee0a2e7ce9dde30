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
  /// A step of a walk.
  enum Step {
    /// To a file of a known format, or to a folder that is a book.
    case file(ArchiveFile)

    /// Out of a folder, relative to the archive's.
    case end(of: String)
  }

  /// A folder that the walk is in, with what is left of it, the next last.
  private struct Level {
    var folder: String
    var depth: Int
    var left: [(key: String, file: ArchiveFile?)]
  }

  /// Deeper folders are reported and left out; PATH_MAX of Linux has room for about 2,000.
  static let maximumDepth = 256

  /// What was found so far beside files.
  private(set) var listing: ArchiveListing

  private let keepsEmptyFolders: Bool

  /// The other folders of the archive, which are walked through on their own.
  private let others: Set<String>

  private var levels: [Level] = []

  /// Walks through `root`, or looks at paths in it.
  ///
  /// With paths, the files of each and of the folder around it are found, and those of the folders
  /// whose files may form works with them.
  ///
  /// - Parameters:
  ///   - root: A folder of the archive.
  ///   - named: What to look at; nil for everything.
  ///   - others: The other folders of the archive, absolute; what lies in them is passed over.
  ///   - keepsEmptyFolders: Whether what the index has of an empty folder is kept.
  ///   - letGo: Files that somebody saw go, absolute.
  init(
    _ root: String,
    lookingAt named: NamedPaths? = nil,
    besides others: Set<String> = [],
    keepsEmptyFolders: Bool = true,
    letGo: Set<String> = []
  ) {
    listing = ArchiveListing(root: Self.resolve(root) ?? root, letGo: letGo)
    self.keepsEmptyFolders = keepsEmptyFolders
    self.others = others.subtracting([listing.root])
    if let named, let paths = named.paths(below: listing.root) {
      listing.part = ArchiveListing.Part()
      if !paths.isEmpty { look(at: paths) }
    } else {
      enter("", depth: 0)
    }
  }

  /// The next step; nil at the end.
  ///
  /// The files come in the order of the bytes of their paths. The end of a folder comes behind all
  /// that lies below it; a walk that looks at paths has none.
  mutating func next() -> Step? {
    while let level = levels.last {
      guard let entry = levels[levels.count - 1].left.popLast() else {
        levels.removeLast()
        if listing.part == nil { return .end(of: level.folder) }
        continue
      }
      if let file = entry.file { return .file(file) }
      enter(String(entry.key.dropLast()), depth: level.depth + 1)
    }
    return nil
  }

  /// Goes into a folder; a folder stands where its files do, in the order of paths.
  private mutating func enter(_ folder: String, depth: Int) {
    let (files, folders) = visit(folder: folder, depth: depth)
    let entries =
      files.map { (key: $0.relativePath, file: ArchiveFile?.some($0)) }
      + folders.map { (key: $0 + "/", file: nil) }
    let left = entries.sorted { $1.key.utf8.lexicographicallyPrecedes($0.key.utf8) }
    levels.append(Level(folder: folder, depth: depth, left: left))
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

  /// Takes the files of paths, of the folders around them and of those joined to these.
  private mutating func look(at paths: [String]) {
    guard Self.isThere(listing.root + "/.") else {
      _ = visit(folder: "", depth: 0)
      return
    }
    listing.part?.trees = Set(paths)
    // Nothing that is left out is listed, so that what the index has there goes.
    let paths = Set(paths.filter { !isBelowLeftOut($0) }.map { bookFolder(around: $0) ?? $0 })
    var found: [ArchiveFile] = []
    var waiting: [(folder: String, isWhole: Bool)] = []
    for path in paths.sorted() {
      if isOpen(path) { waiting.append((path, true)) }
      for folder in Self.folders(above: path) {
        waiting.append((folder, false))
        if !WorkLayout.isJoined(folder) { break }
      }
    }
    // Whole folders first, so that no folder is taken for less than it was named for.
    waiting.sort { $0.isWhole && !$1.isWhole }
    waiting.reverse()
    while let (folder, isWhole) = waiting.popLast() {
      guard listing.part?.folders.insert(folder).inserted == true else { continue }
      let (files, folders) = visit(folder: folder, depth: Self.depth(folder))
      found += files
      waiting += folders.filter { isWhole || WorkLayout.isJoined($0) }.map { ($0, isWhole) }
    }
    let left = found.sorted { $1.relativePath.utf8.lexicographicallyPrecedes($0.relativePath.utf8) }
      .map { (key: $0.relativePath, file: ArchiveFile?.some($0)) }
    levels = [Level(folder: "", depth: 0, left: left)]
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

  /// The files and the folders right in a folder.
  private mutating func visit(
    folder: String,
    depth: Int
  ) -> (files: [ArchiveFile], folders: [String]) {
    let path = absolute(folder)
    guard depth <= Self.maximumDepth, let handle = unsafe opendir(path) else {
      let code = depth > Self.maximumDepth ? ELOOP : errno
      // A folder that somebody named, or that lies around it, may be gone.
      if !folder.isEmpty, listing.part != nil, code == ENOENT || code == ENOTDIR {
        return ([], [])
      }
      listing.unreadFolders.append(path)
      let cause = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      listing.problems.append(.unreadableFolder(path, cause: cause))
      return ([], [])
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
    var files: [ArchiveFile] = []
    var folders: [String] = []
    for name in names.sorted() {
      let relative = folder.isEmpty ? name : folder + "/" + name
      if let reason = LeftOutName(name, beside: { Self.isThere(path + "/" + $0) }) {
        listing.leaveOut(path + "/" + name, reason)
      } else if let file = file(at: relative, else: { folders.append(relative) }) {
        files.append(file)
      }
    }
    return (files, folders)
  }

  /// The file at a path, or the folder that is a book; nil for what is none.
  ///
  /// Another folder is for the caller, unless it is a folder of the archive of its own.
  private mutating func file(at relative: String, else takeFolder: () -> Void) -> ArchiveFile? {
    let path = absolute(relative)
    var status = stat()
    // What has gone since the folder was read is no news.
    guard unsafe lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      if others.contains(path) { return nil }
      guard BookFolder.isBook(path) else {
        takeFolder()
        return nil
      }
      let stamp = Self.stamp(ofBook: path, status)
      return ArchiveFile(root: listing.root, relativePath: relative, stamp: stamp)
    case S_IFREG:
      guard DocumentReaders.isListed(relative) else {
        listing.leaveOut(path, .ending(FileName(path: relative).fileExtension))
        return nil
      }
      let stamp = IndexedFile.Stamp(status)
      return ArchiveFile(root: listing.root, relativePath: relative, stamp: stamp)
    case S_IFLNK: report(link: path)
    default: break
    }
    return nil
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
