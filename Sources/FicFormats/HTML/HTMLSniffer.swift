/// Tells HTML by its content, and what it says of its charset.
enum HTMLSniffer {
  /// How many bytes are looked at.
  private static let sampleSize = 4096

  private static let starts = ["<!doctype html", "<html", "<head", "<body", "<?xml"]

  private static let elements = [
    "<p>", "<p ", "<br", "<div", "<h1", "<h2", "<h3", "<font", "<table", "<span", "<title", "<meta",
    "<center", "<b>", "<i>", "<em>", "<hr", "<a ", "<style", "<script", "<pre",
  ]

  /// Whether the start of a file is a page's, or its name says so and elements stand in it.
  static func isHTML(_ file: ChapterFile) -> Bool {
    let sample = sample(of: file.bytes)
    let start = sample.drop { $0 == " " || $0.isNewline || $0 == "\t" || $0 == "\u{FEFF}" }
    if starts.dropLast().contains(where: { start.hasPrefix($0) }) { return true }
    if start.hasPrefix("<!--") || start.hasPrefix("<?xml") {
      return sample.contains("<html") || sample.contains("<!doctype html")
    }
    return FileFormat(path: file.path) == .page && elements.contains { sample.contains($0) }
  }

  /// The charset that a page or an XML declaration names; nil where none is named.
  static func declaredCharset(_ bytes: [UInt8]) -> String? {
    let sample = sample(of: bytes)
    for mark in ["charset", "encoding"] {
      var rest = sample[...]
      while let place = rest.firstRange(of: mark) {
        rest = rest[place.upperBound...]
        var value = rest.drop { $0 == " " }
        guard value.first == "=" else { continue }
        value = value.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
        let name = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        if (2...32).contains(name.count) { return String(name) }
      }
    }
    return nil
  }

  /// The first bytes in lower case, those above ASCII left out, and NULs as UTF-16 has them.
  private static func sample(of bytes: [UInt8]) -> String {
    let ascii = bytes.prefix(sampleSize).filter { $0 > 0 && $0 < 0x80 }
    return String(decoding: ascii, as: UTF8.self).lowercased()
  }
}
