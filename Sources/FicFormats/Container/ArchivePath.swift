/// Paths inside an archive.
enum ArchivePath {
  /// The path of an entry without `.` and empty parts; nil where it leads outside of the archive.
  static func normalized(_ path: String) -> String? {
    guard !path.hasPrefix("/"), !path.contains("\0") else { return nil }
    var parts: [Substring] = []
    for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      // `C:` is a drive; `Part:` may be a folder.
      if part == ".." || part.count == 2 && part.hasSuffix(":") { return nil }
      parts.append(part)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// The path that a reference in the file at `base` leads to, whether something is there or not.
  ///
  /// A path that begins with a slash begins at the top of the archive, as does one that would lead
  /// above it. Nil for a path without a name.
  static func joined(_ reference: String, to base: String) -> String? {
    var folders =
      reference.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
    for part in reference.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      if part == ".." {
        _ = folders.popLast()
      } else {
        folders.append(String(part))
      }
    }
    return folders.isEmpty ? nil : folders.joined(separator: "/")
  }

  /// Percent escapes resolved; a faulty one stays as it is.
  static func unescaped(_ text: String) -> String {
    guard text.contains("%") else { return text }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let value = UInt8(
          String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self),
          radix: 16
        )
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
