import FicIndex
import Glibc

/// The lock file beside an index, which one writer at a time holds.
///
/// The lock is the kernel's (`flock`), so it goes with the process, however that ends. It is no
/// lock on the index file itself, because closing that file would drop SQLite's own locks.
final class WriterLock {
  private let descriptor: CInt

  /// Takes the lock.
  ///
  /// - Throws: `IndexError`: `busy` where another process or writer holds it, `unavailable` where
  ///   the file cannot be made.
  init(path: String, operation: String) throws(IndexError) {
    let lockPath = path + ".lock"
    descriptor = unsafe open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw IndexError(
        code: errno == ENOSPC ? .diskFull : .unavailable,
        operation: operation,
        path: path,
        cause: "\(lockPath): \(Self.words(for: errno))"
      )
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw IndexError(
        code: code == EWOULDBLOCK ? .busy : .unavailable,
        operation: operation,
        path: path,
        cause: code == EWOULDBLOCK
          ? "another index run is writing" : "\(lockPath): \(Self.words(for: code))"
      )
    }
  }

  deinit {
    // A process that was forked a moment ago shares the descriptor until it runs its own program;
    // the lock must not last until then.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func words(for code: CInt) -> String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: words)
  }
}
