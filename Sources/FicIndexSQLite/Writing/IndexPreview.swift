import Dispatch
import FicIndex
import GRDB
import Glibc
import Synchronization

/// A copy of a new index on its way, which is searched until the whole one takes its place.
///
/// Posting lists are merged in the copy, on a thread of its own, while the worker reads on: without
/// them a reader would keep in memory what all chapters say. A copy that fails is given up, and the
/// index is there at the end of the run, as without it.
final class IndexPreview: Sendable {
  /// So many bytes are copied at once.
  private static let bufferBytes = 1 << 20

  private let load: BulkLoad
  private let fewestSummedLines: Int
  private let group = DispatchGroup()
  private let queue = Mutex<DatabaseQueue?>(nil)
  private let isCancelled = Mutex(false)

  /// Copies a file to which no transaction is open, and begins to make it searchable; nil where it
  /// cannot be copied.
  ///
  /// - Parameters:
  ///   - file: The new index on its way.
  ///   - place: Where the index goes.
  ///   - fewestSummedLines: Words that fewer lines hold have no sums.
  init?(of file: String, for place: String, fewestSummedLines: Int) {
    load = BulkLoad(for: place, suffix: BulkLoad.previewSuffix)
    self.fewestSummedLines = fewestSummedLines
    guard Self.copy(file, to: load.path) else {
      load.discard()
      return nil
    }
    DispatchQueue.global(qos: .utility).async(group: group) { self.publish() }
  }

  /// Whether it is there, or was given up.
  var isDone: Bool { group.wait(timeout: .now()) == .success }

  /// Gives it up if it is not there yet, and waits until that is so.
  func end() {
    isCancelled.withLock { $0 = true }
    queue.withLock { $0?.interrupt() }
    group.wait()
  }

  private func publish() {
    do {
      let own = try DatabaseQueue(path: load.path, configuration: IndexFile.writerConfiguration)
      queue.withLock { $0 = own }
      try own.writeWithoutTransaction { database in
        try load.prepare(database)
        try database.inTransaction(.immediate) {
          try database.change("UPDATE state SET generation = generation + 1 WHERE id = 1")
          try PostingMerge(database, fewestSummedLines: fewestSummedLines).run()
          return .commit
        }
        try load.settle(database)
      }
      queue.withLock { $0 = nil }
      try own.close()
      if isCancelled.withLock({ $0 }) { return load.discard() }
      try load.publish()
    } catch {
      queue.withLock { $0 = nil }
      load.discard()
    }
  }

  private static func copy(_ file: String, to copy: String) -> Bool {
    let source = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { return false }
    defer { close(source) }
    let target = unsafe open(copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard target >= 0 else { return false }
    defer { close(target) }
    var status = stat()
    guard unsafe fstat(source, &status) == 0, fchmod(target, status.st_mode & 0o777) == 0 else {
      return false
    }
    var buffer = [UInt8](repeating: 0, count: bufferBytes)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(source, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return count == 0 }
      var written = 0
      while written < count {
        let step = unsafe buffer.withUnsafeBytes {
          unsafe write(target, $0.baseAddress?.advanced(by: written), count - written)
        }
        guard step > 0 else { return false }
        written += step
      }
    }
  }
}
