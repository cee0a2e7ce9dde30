import CLibarchive

/// The entries of an archive that were asked for, unpacked in memory; nothing is written to a disk.
package struct UnpackedArchive {
  /// The entries by their paths in the archive.
  private(set) var entries: [String: [UInt8]] = [:]

  /// How many entries were left out since their names lead outside of the archive.
  private(set) var strayEntries = 0

  private var path: String
  private var bounds: UnpackingBounds
  private var total = 0

  /// Unpacks what `isWanted` says, by the path; with `acceptsAll`, of tar archives and of single
  /// packed files too.
  ///
  /// - Throws: `FormatError` where the archive is encrypted, damaged, or beyond the bounds.
  /// Complexity: linear in the bytes, packed and unpacked.
  init(
    _ file: ChapterFile,
    bounds: UnpackingBounds = UnpackingBounds(),
    acceptsAll: Bool = false,
    isWanted: (String) -> Bool
  ) throws(FormatError) {
    path = file.path
    self.bounds = bounds
    guard let archive = unsafe archive_read_new() else {
      throw FormatError(code: .damaged(detail: "no memory"), path: file.path)
    }
    defer { unsafe archive_read_free(archive) }
    unsafe archive_read_support_format_zip(archive)
    if acceptsAll {
      unsafe archive_read_support_format_tar(archive)
      // A packed file that is no archive; it has no name there.
      unsafe archive_read_support_format_raw(archive)
      unsafe archive_read_support_filter_gzip(archive)
      unsafe archive_read_support_filter_bzip2(archive)
      unsafe archive_read_support_filter_xz(archive)
      unsafe archive_read_support_filter_zstd(archive)
    }
    // The archive reads from the buffer until it is freed, so all happens inside the closure.
    let bytes = file.bytes
    let result = unsafe bytes.withUnsafeBytes { buffer -> Result<Self, FormatError> in
      guard unsafe archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
      else { return .failure(unsafe Self.damage(archive, path: file.path)) }
      var unpacked = self
      do throws(FormatError) {
        let limit = bounds.limit(packed: buffer.count)
        try unsafe unpacked.read(archive, limit: limit, isWanted: isWanted)
        return .success(unpacked)
      } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }

  /// An entry as UTF-8, whatever charset it declares; nil where there is none.
  func text(of path: String) -> [UInt8]? {
    entries[path].map { bytes in
      CharsetDecoder().decode(bytes, declared: HTMLSniffer.declaredCharset(bytes)).text
    }
  }

  private static func damage(_ archive: OpaquePointer, path: String) -> FormatError {
    let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    return FormatError(code: .damaged(detail: words ?? "it cannot be unpacked"), path: path)
  }

  private mutating func read(
    _ archive: OpaquePointer,
    limit: Int,
    isWanted: (String) -> Bool
  ) throws(FormatError) {
    var count = 0
    while true {
      var entry: OpaquePointer?
      let status = unsafe archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return }
      guard status >= ARCHIVE_WARN, let entry = unsafe entry else {
        throw unsafe Self.damage(archive, path: path)
      }
      count += 1
      guard count <= bounds.entries else {
        throw FormatError(code: .damaged(detail: "more than \(bounds.entries) entries"), path: path)
      }
      guard unsafe archive_entry_filetype(entry) == Self.regularFile,
        let written = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      else { continue }
      guard let name = ArchivePath.normalized(unsafe String(cString: written)) else {
        strayEntries += 1
        continue
      }
      guard entries[name] == nil, isWanted(name) else { continue }
      if unsafe archive_entry_is_encrypted(entry) != 0 {
        throw FormatError(code: .encrypted, path: path)
      }
      entries[name] = try unsafe data(of: archive, limit: limit)
    }
  }

  /// `AE_IFREG`, whose macro has a cast that is not imported.
  private static let regularFile: UInt32 = 0o100000

  private mutating func data(
    of archive: OpaquePointer,
    limit: Int
  ) throws(FormatError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      guard count > 0 else { throw unsafe Self.damage(archive, path: path) }
      bytes += chunk[..<count]
      total += count
      if bytes.count > bounds.entryBytes {
        throw FormatError(
          code: .unpacksTooLarge(bytes: bytes.count, limit: bounds.entryBytes),
          path: path
        )
      }
      if total > limit {
        throw FormatError(code: .unpacksTooLarge(bytes: total, limit: limit), path: path)
      }
    }
  }
}
