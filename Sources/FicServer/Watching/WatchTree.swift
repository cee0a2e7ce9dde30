import Glibc

/// The folders that inotify watches, and what their events mean.
struct WatchTree: ~Copyable {
  /// What an event asks for.
  enum Change: Hashable {
    /// A file or a folder of the archive has changed.
    case path(String)
    /// Something has changed and nobody knows what.
    case wholeArchive
    /// An archive folder itself is gone.
    case rootGone
  }

  /// The descriptor of inotify, to be polled.
  let descriptor: CInt

  /// The error number of a watch that could not be set for want of room or right; nil where all
  /// are.
  private(set) var failure: CInt?

  private let roots: [String]
  private var paths: [CInt: String] = [:]
  private var watches: [String: CInt] = [:]

  /// Creates a tree over archive folders; nil with `errno` set where inotify gives no descriptor.
  init?(roots: [String]) {
    descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    self.roots = roots
    if descriptor < 0 { return nil }
    for root in roots { add(root) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The number of folders that are watched.
  var count: Int { paths.count }

  /// Archive folders that are not there.
  var missingRoots: [String] { roots.filter { watches[$0] == nil } }

  /// Reads what has happened.
  ///
  /// Empty where nothing has.
  mutating func readChanges() -> [Change] {
    // The longest event is 16 bytes and a name of 256; room for some hundreds.
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var changes: [Change] = []
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count <= 0 { return changes }
      for event in ArchiveEvent.read(buffer[..<count]) { changes += change(for: event) }
    }
  }

  private mutating func change(for event: ArchiveEvent) -> [Change] {
    if event.has(IN_Q_OVERFLOW) {
      for root in roots { add(root) }
      return [.wholeArchive]
    }
    guard let folder = paths[event.watch] else { return [] }
    if event.has(IN_IGNORED) {
      forget(event.watch)
      return roots.contains(folder) ? [.rootGone] : []
    }
    if event.has(IN_DELETE_SELF | IN_MOVE_SELF) {
      if roots.contains(folder) { removeAll(below: folder) }
      return roots.contains(folder) ? [.rootGone] : []
    }
    guard !event.name.isEmpty, !event.isHidden else { return [] }
    let path = folder + "/" + event.name
    if event.isFolder {
      if event.has(IN_CREATE | IN_MOVED_TO) { add(path) }
      if event.has(IN_DELETE | IN_MOVED_FROM) { removeAll(below: path) }
    }
    return [.path(path)]
  }

  /// Watches a folder and all below it.
  ///
  /// Links are not followed: they may lead out of the archive.
  private mutating func add(_ folder: String) {
    var open = [folder]
    while let path = open.popLast() {
      // First the watch, then the listing: what comes in between is seen twice, not missed.
      let watch = unsafe inotify_add_watch(
        descriptor,
        path,
        ArchiveEvent.interest | UInt32(IN_DONT_FOLLOW)
      )
      if watch < 0 {
        if errno != ENOENT && errno != ENOTDIR { failure = errno }
        // Without room for one more watch there is none for the rest.
        if errno == ENOSPC || errno == ENOMEM { return }
        continue
      }
      if let before = paths[watch] { watches[before] = nil }
      paths[watch] = path
      watches[path] = watch
      open += FolderListing.folders(in: path)
    }
  }

  private mutating func removeAll(below folder: String) {
    for (path, watch) in watches where path == folder || path.hasPrefix(folder + "/") {
      inotify_rm_watch(descriptor, watch)
      forget(watch)
    }
  }

  private mutating func forget(_ watch: CInt) {
    guard let path = paths.removeValue(forKey: watch) else { return }
    if watches[path] == watch { watches[path] = nil }
  }
}
