import FicModel
import Synchronization

/// The files beside the index that the daemon changes, one request at a time.
final class UserFileStore: Sendable {
  private let lock = Mutex(())

  /// The bytes of a file; nil where there is none.
  ///
  /// Throws: `Problem` where it cannot be read.
  static func bytes(at path: String, of kind: UserFile.Kind) throws(Problem) -> [UInt8]? {
    do throws(UserFileDisk.Failure) {
      return try UserFileDisk.read(path, limit: UserFile.maximumBytes)
    } catch {
      throw .notRead(kind, error.path, cause: error.cause)
    }
  }

  /// Changes a file; `body` sees its bytes, none where there is no file, and gives the new ones.
  ///
  /// Throws: `Problem` where it cannot be read or written; what `body` throws, and nothing is
  /// changed then.
  func change(
    _ path: String,
    of kind: UserFile.Kind,
    _ body: ([UInt8]) throws -> [UInt8]
  ) throws {
    try lock.withLock { _ in
      let before = try Self.bytes(at: path, of: kind) ?? []
      let changed = try body(before)
      guard changed != before else { return }
      do throws(UserFileDisk.Failure) {
        try UserFileDisk.write(changed, to: path)
      } catch {
        throw Problem.notWritten(kind, error.path, cause: error.cause)
      }
    }
  }
}

extension Problem {
  /// A file beside the index that cannot be read.
  static func notRead(_ kind: UserFile.Kind, _ path: String, cause: String) -> Problem {
    Problem(
      code: "\(kind.ending)_not_read",
      status: 500,
      detail: "the file of \(kind.ending) \(path) cannot be read: \(cause)",
      hint: "check that it exists and that the daemon's user may read it"
    )
  }

  /// A file beside the index that cannot be written.
  static func notWritten(_ kind: UserFile.Kind, _ path: String, cause: String) -> Problem {
    Problem(
      code: "\(kind.ending)_not_written",
      status: 500,
      detail: "the file of \(kind.ending) \(path) cannot be written: \(cause)",
      hint: "check that the daemon's user may write to its folder and that the disk has room"
    )
  }
}
