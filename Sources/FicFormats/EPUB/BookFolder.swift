import CLibarchive
import Glibc

/// An EPUB that lies in the archive as a folder, as Apple Books keeps it.
///
/// Its parts are files in the folder.
/// It is read as the file that it would be if somebody packed it.
package enum BookFolder {
  /// Where a book says what it holds.
  private static let container = "META-INF/container.xml"

  /// A book has no more parts.
  private static let mostParts = UnpackingBounds().entries

  /// A part is no deeper in the folder.
  private static let deepest = 16

  /// Whether a folder is a book.
  package static func isBook(_ folder: String) -> Bool {
    var status = stat()
    return unsafe lstat(folder + "/" + container, &status) == 0
      && status.st_mode & S_IFMT == S_IFREG
  }

  /// The parts of a book, by their paths in it, in order; hidden files and links are none.
  ///
  /// Complexity: O(n log n) in the number of parts.
  package static func parts(of folder: String) -> [String] {
    var parts: [String] = []
    collect("", in: folder, depth: 0, &parts)
    return parts.sorted()
  }

  private static func collect(_ inner: String, in root: String, depth: Int, _ parts: inout [String])
  {
    guard depth <= deepest, let handle = unsafe opendir(root + "/" + inner) else { return }
    defer { unsafe closedir(handle) }
    while parts.count < mostParts, let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(validatingCString: $0)
        }
      }
      guard let name, !name.hasPrefix(".") else { continue }
      let path = inner.isEmpty ? name : inner + "/" + name
      var status = stat()
      guard unsafe lstat(root + "/" + path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: collect(path, in: root, depth: depth + 1, &parts)
      case S_IFREG: parts.append(path)
      default: break
      }
    }
  }

  /// The book as the ZIP archive that it would be, the text in it as stored.
  ///
  /// - Parameters:
  ///   - folder: Where the book is on this machine.
  ///   - path: How the archive calls it.
  ///   - byteLimit: The size above which it is refused, in bytes.
  /// - Returns: The archive.
  /// - Throws: `FormatError` where a part cannot be read or the book is too large.
  /// Complexity: linear in the bytes of what is read of it.
  static func load(
    from folder: String,
    as path: String,
    byteLimit: Int
  ) throws(FormatError) -> ChapterFile {
    var parts: [(name: String, bytes: [UInt8])] = []
    var total = 0
    for part in Self.parts(of: folder) where EPUBReader().isWanted(part) {
      let file = try ChapterFile.load(from: folder + "/" + part, as: path, byteLimit: byteLimit)
      total += file.bytes.count
      if total > byteLimit {
        throw FormatError(code: .tooLarge(bytes: total, limit: byteLimit), path: path)
      }
      parts.append((part, file.bytes))
    }
    guard let bytes = packed(parts, total) else {
      throw FormatError(code: .damaged(detail: "its parts cannot be packed"), path: path)
    }
    return ChapterFile(path: path, bytes: bytes)
  }

  /// A ZIP archive of stored entries; nil where the library fails.
  private static func packed(_ parts: [(name: String, bytes: [UInt8])], _ total: Int) -> [UInt8]? {
    guard let archive = unsafe archive_write_new() else { return nil }
    defer { unsafe archive_write_free(archive) }
    unsafe archive_write_set_format_zip(archive)
    unsafe archive_write_zip_set_compression_store(archive)
    // Each entry has its name twice and headers of some 200 bytes.
    let room = parts.reduce(total + 4096) { $0 + 2 * $1.name.utf8.count + 512 }
    var bytes = [UInt8](repeating: 0, count: room)
    var used = 0
    let isPacked = unsafe bytes.withUnsafeMutableBytes { buffer in
      guard
        unsafe archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
          == ARCHIVE_OK
      else { return false }
      for part in parts {
        guard let entry = unsafe archive_entry_new() else { return false }
        defer { unsafe archive_entry_free(entry) }
        unsafe archive_entry_set_pathname_utf8(entry, part.name)
        unsafe archive_entry_set_size(entry, Int64(part.bytes.count))
        unsafe archive_entry_set_filetype(entry, 0o100000)
        unsafe archive_entry_set_perm(entry, 0o644)
        guard unsafe archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
        let written = unsafe part.bytes.withUnsafeBytes {
          unsafe archive_write_data(archive, $0.baseAddress, $0.count)
        }
        guard written == part.bytes.count else { return false }
      }
      return unsafe archive_write_close(archive) == ARCHIVE_OK
    }
    return isPacked ? Array(bytes[..<used]) : nil
  }
}
