import FicFormats
import FicIndex
import FicModel
import Glibc

/// Lists the files of an archive folder that may hold fiction.
///
/// Hidden files and folders are none. Links are not followed: what they lead to inside the archive
/// is found in its own place, so a loop does no harm, and what lies outside is no part of it.
struct ArchiveWalk {
  /// Deeper folders are reported and left out; PATH_MAX of Linux has room for about 2,000.
  static let maximumDepth = 256

  /// What was found so far.
  private(set) var listing: ArchiveListing

  /// Walks through `root`, or looks at paths in it.
  ///
  /// With paths, the files of each and of the folder around it are found, and those of the folders
  /// whose files may form works with them.
  ///
  /// - Parameters:
  ///   - root: A folder of the archive.
  ///   - named: What to look at; nil for everything.
  /// - Returns: What is there.
  ///
  /// Complexity: linear in the number of entries in what is looked at, one `stat` each.
  static func list(_ root: String, lookingAt named: NamedPaths? = nil) -> ArchiveListing {
    var walk = ArchiveWalk(through: root)
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
  init(through root: String) {
    listing = ArchiveListing(root: Self.resolve(root) ?? root)
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
    // Nothing hidden is listed, so that what the index has there goes.
    let paths = paths.filter { !$0.split(separator: "/").contains(where: Self.isHidden) }
    for path in paths where isFolder(path) && listing.part?.folders.contains(path) != true {
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

  private static func isHidden(_ name: some StringProtocol) -> Bool {
    // Among them what browsers save beside a page, and what macOS puts into archives.
    name.hasPrefix(".") || name.hasSuffix("_files") || name == "__MACOSX"
  }

  private func isFolder(_ relative: String) -> Bool {
    var status = stat()
    return unsafe lstat(absolute(relative), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
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
      listing.problems.append(Self.unreadable(path, code: code))
      return []
    }
    defer { unsafe closedir(handle) }
    var folders: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if Self.isHidden(name) { continue }
      let relative = folder.isEmpty ? name : folder + "/" + name
      if visit(entry: relative) { folders.append(relative) }
    }
    return folders
  }

  /// Takes a file.
  ///
  /// Returns true for a folder, which the caller visits.
  private mutating func visit(entry relative: String) -> Bool {
    let path = absolute(relative)
    var status = stat()
    // What has gone since the folder was read is no news.
    guard unsafe lstat(path, &status) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return true
    case S_IFREG:
      guard DocumentReaders.isListed(relative) else { return false }
      listing.files.append(
        ArchiveFile(
          root: listing.root,
          relativePath: relative,
          stamp: IndexedFile.Stamp(status)
        )
      )
    case S_IFLNK: report(link: path, relative: relative)
    default: break
    }
    return false
  }

  private mutating func report(link path: String, relative: String) {
    guard DocumentReaders.isListed(relative) else { return }
    guard let target = Self.resolve(path) else {
      listing.problems.append(
        FileProblem(
          code: "broken_link",
          path: path,
          cause: "the link leads nowhere",
          hint: "remove it, or put the file in its place"
        )
      )
      return
    }
    guard target != listing.root, !target.hasPrefix(listing.root + "/") else { return }
    listing.problems.append(
      FileProblem(
        code: "outside_archive",
        path: path,
        cause: "the link leads out of the archive, to \(target)",
        hint: "put the file itself into the archive, or add its folder to archive.paths"
      )
    )
  }

  private static func unreadable(_ path: String, code: Int32) -> FileProblem {
    let cause = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return FileProblem(
      code: "unreadable_folder",
      path: path,
      cause: "the folder cannot be read: \(cause)",
      hint: "check that it exists and that the daemon's user may read it"
    )
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
