import CLibarchive

/// Makes ZIP archives for tests: honest and hostile ones.
enum ZipArchive {
  /// Packs `entries`; with `password`, encrypted.
  ///
  /// - Returns: The archive's bytes; empty where it could not be made.
  static func bytes(
    _ entries: [(path: String, bytes: [UInt8])],
    password: String? = nil,
    capacity: Int = 4 << 20
  ) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: capacity)
    var used = 0
    let isWritten = unsafe buffer.withUnsafeMutableBytes { memory in
      guard let archive = unsafe archive_write_new() else { return false }
      defer { unsafe archive_write_free(archive) }
      unsafe archive_write_set_format_zip(archive)
      if let password {
        unsafe archive_write_set_options(archive, "zip:encryption=aes256")
        unsafe archive_write_set_passphrase(archive, password)
      }
      guard unsafe archive_write_open_memory(archive, memory.baseAddress, memory.count, &used) == 0
      else { return false }
      for entry in entries where unsafe !write(entry.path, entry.bytes, to: archive) {
        return false
      }
      return unsafe archive_write_close(archive) == 0
    }
    return isWritten ? Array(buffer[..<used]) : []
  }

  private static func write(_ path: String, _ bytes: [UInt8], to archive: OpaquePointer) -> Bool {
    guard let entry = unsafe archive_entry_new() else { return false }
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_entry_set_pathname(entry, path)
    unsafe archive_entry_set_size(entry, Int64(bytes.count))
    unsafe archive_entry_set_filetype(entry, 0o100000)
    unsafe archive_entry_set_perm(entry, 0o644)
    guard unsafe archive_write_header(archive, entry) == 0 else { return false }
    return unsafe bytes.withUnsafeBytes {
      unsafe archive_write_data(archive, $0.baseAddress, $0.count) == $0.count
    }
  }

  /// An EPUB 2 of pages in reading order, with a package and a table of contents of labels and targets.
  static func book(
    pages: [(name: String, html: String)],
    contents: [(label: String, target: String)] = [],
    facts: String = "",
    extra: [(path: String, bytes: [UInt8])] = [],
    password: String? = nil
  ) -> [UInt8] {
    let items = pages.map {
      "<item id=\"\($0.name)\" href=\"\($0.name)\" media-type=\"application/xhtml+xml\"/>"
    }
    let package = """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:opf="http://www.idpf.org/2007/opf" version="2.0">
      <metadata>\(facts)</metadata><manifest>\(items.joined())
      <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
      <spine toc="ncx">\(pages.map { "<itemref idref=\"\($0.name)\"/>" }.joined())</spine></package>
      """
    let points = contents.map {
      "<navPoint><navLabel><text>\($0.label)</text></navLabel><content src=\"\($0.target)\"/></navPoint>"
    }
    let container = """
      <?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles><rootfile full-path="OPS/content.opf"/></rootfiles></container>
      """
    return bytes(
      [
        ("mimetype", Array("application/epub+zip".utf8)),
        ("META-INF/container.xml", Array(container.utf8)),
        ("OPS/content.opf", Array(package.utf8)),
        ("OPS/toc.ncx", Array("<ncx><navMap>\(points.joined())</navMap></ncx>".utf8)),
      ] + pages.map { ("OPS/" + $0.name, Array($0.html.utf8)) } + extra,
      password: password
    )
  }
}
