import FicFormats
import FicIndex
import FicModel
import Glibc

/// Lists the files of an archive folder that may hold fiction.
///
/// Hidden files and folders are none. Links are not followed: what they lead to inside the archive is
/// found in its own place, so a loop does no harm, and what lies outside is no part of it.
struct ArchiveWalk {
  /// Deeper folders are reported and left out; PATH_MAX of Linux has room for about 2,000.
  static let maximumDepth = 256

  private var listing: ArchiveListing

  /// Walks through `root`.
  ///
  /// Complexity: linear in the number of entries, one `stat` each.
  static func list(_ root: String) -> ArchiveListing {
    let resolved = Self.resolve(root)
    var walk = ArchiveWalk(listing: ArchiveListing(root: resolved ?? root))
    walk.visit(folder: "", depth: 0)
    walk.listing.files.sort { $0.path < $1.path }
    return walk.listing
  }

  /// The path without links; nil where there is nothing.
  static func resolve(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private func absolute(_ relative: String) -> String {
    if relative.isEmpty { return listing.root }
    return listing.root == "/" ? "/" + relative : listing.root + "/" + relative
  }

  private mutating func visit(folder: String, depth: Int) {
    let path = absolute(folder)
    guard depth <= Self.maximumDepth, let handle = unsafe opendir(path) else {
      let code = depth > Self.maximumDepth ? ELOOP : errno
      listing.unreadFolders.append(path)
      listing.problems.append(Self.unreadable(path, code: code))
      return
    }
    defer { unsafe closedir(handle) }
    var folders: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard !name.hasPrefix(".") else { continue }
      // What browsers save beside a page, and what macOS puts into archives.
      guard !name.hasSuffix("_files"), name != "__MACOSX" else { continue }
      let relative = folder.isEmpty ? name : folder + "/" + name
      if visit(entry: relative) { folders.append(relative) }
    }
    for folder in folders.sorted() { visit(folder: folder, depth: depth + 1) }
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
        ArchiveFile(path: path, relativePath: relative, stamp: IndexedFile.Stamp(status))
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
