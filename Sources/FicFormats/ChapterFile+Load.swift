import Glibc

extension ChapterFile {
  /// The default bound on the size of a file: 512 MiB.
  package static let defaultByteLimit = 512 << 20

  /// Reads a file from disk, or a folder that is a book.
  ///
  /// - Parameters:
  ///   - location: Where the file is on this machine.
  ///   - path: How the archive calls it.
  ///   - byteLimit: The size above which the file is refused, in bytes.
  /// - Returns: The file with all of its bytes.
  /// - Throws: `FormatError` where there is no regular file, it cannot be read, or it is too large.
  package static func load(
    from location: String,
    as path: String,
    byteLimit: Int = defaultByteLimit
  ) throws(FormatError) -> ChapterFile {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer that may never come.
    let descriptor = unsafe open(location, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FormatError(systemCode: errno, path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FormatError(systemCode: errno, path: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR, BookFolder.isBook(location) {
      return try BookFolder.load(from: location, as: path, byteLimit: byteLimit)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FormatError(code: .notARegularFile, path: path)
    }
    guard Int(status.st_size) <= byteLimit else {
      throw FormatError(
        code: .tooLarge(bytes: Int(status.st_size), limit: byteLimit),
        path: path
      )
    }
    let bytes = try readAll(
      descriptor,
      expecting: Int(status.st_size),
      byteLimit: byteLimit,
      path: path
    )
    return ChapterFile(path: path, bytes: bytes)
  }

  /// Reads to the end, which may have moved since the size was asked for.
  private static func readAll(
    _ descriptor: CInt,
    expecting size: Int,
    byteLimit: Int,
    path: String
  ) throws(FormatError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    while true {
      if count == bytes.count {
        guard count <= byteLimit else {
          throw FormatError(code: .tooLarge(bytes: count, limit: byteLimit), path: path)
        }
        bytes.append(contentsOf: repeatElement(0, count: max(4096, count / 2)))
      }
      let received = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if received == 0 { break }
      if received < 0 {
        if errno == EINTR { continue }
        throw FormatError(systemCode: errno, path: path)
      }
      count += received
    }
    bytes.removeSubrange(count...)
    return bytes
  }
}
