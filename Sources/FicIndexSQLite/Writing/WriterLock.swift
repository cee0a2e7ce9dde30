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
      throw IndexError(system: errno, operation: operation, path: path, lockPath)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else {
        throw IndexError(system: code, operation: operation, path: path, lockPath)
      }
      throw IndexError(
        code: .busy,
        operation: operation,
        path: path,
        cause: "another index run is writing"
      )
    }
  }

  deinit {
    // A process that was forked a moment ago shares the descriptor until it runs its own program;
    // the lock must not last until then.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
