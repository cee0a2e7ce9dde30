import CLibarchive

/// A way to make one file of several parts.
package enum SamplePacking: CaseIterable, Sendable {
  /// The first part as it is.
  case single
  /// The first part as the text of a Mobipocket book, packed by PalmDOC's way, or of its newer
  /// form.
  case mobipocket
  case azw3
  case zip
  case tar
  case gzip
  case bzip2
  case xz
  case zstandard
  /// A tar archive in gzip.
  case tarGzip

  /// Packs the parts; with a password, which only ZIP archives have, encrypted.
  ///
  /// The result is empty where the file could not be made.
  package func bytes(_ parts: [SampleFile.Part], password: String? = nil) -> [UInt8] {
    let first = parts.first?.bytes ?? []
    switch self {
    case .single: return first
    case .mobipocket: return MobipocketSample(pages: first, version: 6).bytes
    case .azw3: return MobipocketSample(pages: first, version: 8).bytes
    default: break
    }
    let capacity = parts.reduce(1 << 16) { $0 + $1.bytes.count + $1.bytes.count / 8 + 4096 }
    var buffer = [UInt8](repeating: 0, count: capacity)
    var used = 0
    let isWritten = unsafe buffer.withUnsafeMutableBytes { memory in
      guard let archive = unsafe archive_write_new() else { return false }
      defer { unsafe archive_write_free(archive) }
      unsafe prepare(archive, password)
      guard unsafe archive_write_open_memory(archive, memory.baseAddress, memory.count, &used) == 0
      else { return false }
      // An entry without a name is refused, and the archive would not be freed whole.
      for part in parts where !part.path.isEmpty {
        guard unsafe Self.write(part, to: archive) else { return false }
      }
      return unsafe archive_write_close(archive) == 0
    }
    return isWritten ? Array(buffer[..<used]) : []
  }

  private func prepare(_ archive: OpaquePointer, _ password: String?) {
    switch self {
    case .zip: unsafe archive_write_set_format_zip(archive)
    case .tar, .tarGzip: unsafe archive_write_set_format_ustar(archive)
    default: unsafe archive_write_set_format_raw(archive)
    }
    // The time of writing would make each run give other bytes.
    switch self {
    case .gzip, .tarGzip:
      unsafe archive_write_add_filter_gzip(archive)
      unsafe archive_write_set_options(archive, "gzip:!timestamp")
    case .bzip2: unsafe archive_write_add_filter_bzip2(archive)
    case .xz: unsafe archive_write_add_filter_xz(archive)
    case .zstandard: unsafe archive_write_add_filter_zstd(archive)
    default: break
    }
    if let password {
      unsafe archive_write_set_options(archive, "zip:encryption=aes256")
      unsafe archive_write_set_passphrase(archive, password)
    }
  }

  private static func write(_ part: SampleFile.Part, to archive: OpaquePointer) -> Bool {
    guard let entry = unsafe archive_entry_new() else { return false }
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_entry_set_pathname(entry, part.path)
    unsafe archive_entry_set_size(entry, Int64(part.bytes.count))
    unsafe archive_entry_set_filetype(entry, 0o100000)
    unsafe archive_entry_set_perm(entry, 0o644)
    guard unsafe archive_write_header(archive, entry) == 0 else { return false }
    return unsafe part.bytes.withUnsafeBytes {
      unsafe archive_write_data(archive, $0.baseAddress, $0.count) == $0.count
    }
  }
}
