/// Paths inside an archive.
enum ArchivePath {
  /// The path of an entry without `.` and empty parts; nil where it leads outside of the archive.
  static func normalized(_ path: String) -> String? {
    guard !path.hasPrefix("/"), !path.contains("\0") else { return nil }
    var parts: [Substring] = []
    for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      if part == ".." || part.hasSuffix(":") { return nil }
      parts.append(part)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// What a reference in the file at `base` leads to: the entry and the fragment in it.
  ///
  /// Nil for what lies outside of the archive, as pages of the web do.
  static func resolve(_ reference: String, from base: String) -> (path: String, fragment: String?)?
  {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = unescaped(String(parts.first ?? ""))
    let fragment = parts.count > 1 && !parts[1].isEmpty ? unescaped(String(parts[1])) : nil
    guard !target.contains(":"), !target.hasPrefix("/") else { return nil }
    if target.isEmpty { return (base, fragment) }
    var folders = base.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." {
        guard folders.popLast() != nil else { return nil }
      } else {
        folders.append(String(part))
      }
    }
    return folders.isEmpty ? nil : (folders.joined(separator: "/"), fragment)
  }

  /// Percent escapes resolved; a faulty one stays as it is.
  private static func unescaped(_ text: String) -> String {
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
