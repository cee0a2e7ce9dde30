import Glibc
import SystemPackage

/// Reads small files whole, and puts new ones in their place so that a reader sees the old or the
/// new.
enum UserFileDisk {
  /// Why a file cannot be read or written.
  struct Failure: Error, Hashable {
    /// The file.
    var path: String

    /// What the system says.
    var cause: String

    /// Creates a failure.
    init(path: String, cause: String) {
      self.path = path
      self.cause = cause
    }

    /// Takes the error number of the call that has just failed.
    init(path: String, number: CInt) {
      let text = unsafe strerror(number).map { unsafe String(cString: $0) }
      self.init(path: path, cause: text ?? "error \(number)")
    }
  }

  /// The bytes of a regular file; nil where there is none.
  ///
  /// Throws: `Failure`; a file of more than `limit` bytes is one.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8]? {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer that may never come.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw Failure(path: path, number: errno)
    }
    defer { close(descriptor) }
    guard (try? FileDescriptor(rawValue: descriptor).stat())?.type == .regular else {
      throw Failure(path: path, cause: "it is no regular file")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(path: path, number: errno)
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else {
        throw Failure(path: path, cause: "it is longer than \(limit) bytes")
      }
    }
  }

  /// Writes a file beside `path`, makes it durable and renames it.
  ///
  /// The mode of the file that was there stays.
  ///
  /// Throws: `Failure`; then the old file is as it was.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let temporary = path + ".new"
    // What a killed daemon left.
    _ = unsafe unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(temporary, flags, 0o640)
    guard descriptor >= 0 else { throw Failure(path: path, number: errno) }
    do throws(Failure) {
      defer { close(descriptor) }
      if let before = try? FilePath(path).stat() {
        _ = fchmod(descriptor, before.permissions.rawValue)
      }
      try writeAll(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw Failure(path: path, number: errno) }
      guard unsafe rename(temporary, path) == 0 else { throw Failure(path: path, number: errno) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    makeDurable(folderOf: path)
  }

  /// Removes a file; returns whether there was one.
  static func remove(_ path: String) -> Bool { unsafe unlink(path) == 0 }

  private static func writeAll(
    _ bytes: [UInt8],
    to descriptor: CInt,
    path: String
  ) throws(Failure) {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure(path: path, number: count < 0 ? errno : EIO) }
      offset += count
    }
  }

  /// The rename is done; that a power cut may undo it is no failure to report.
  private static func makeDurable(folderOf path: String) {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    let folder = end == path.startIndex ? "/" : String(path[..<end])
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
