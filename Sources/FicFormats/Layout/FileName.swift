/// A path taken apart: folders, name, ending.
package struct FileName: Hashable {
  /// The folders, joined by `/`; empty at the top.
  let folder: String

  /// The last part of the path without its ending.
  let stem: String

  /// In lower case without its dot; empty where there is none.
  package let fileExtension: String

  /// Takes a path apart.
  ///
  /// An ending has one to eight letters and digits, a letter among them; so `Mr. Smith` has none.
  package init(path: String) {
    let parts = path.split(separator: "/")
    let name = parts.last.map(String.init) ?? ""
    folder = parts.dropLast().joined(separator: "/")
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      stem = name
      fileExtension = ""
      return
    }
    let ending = name[name.index(after: dot)...]
    let isEnding =
      (1...8).contains(ending.utf8.count) && ending.utf8.allSatisfy { Self.isAlphanumeric($0) }
      && ending.utf8.contains { $0 > 0x39 }
    stem = isEnding ? String(name[..<dot]) : name
    fileExtension = isEnding ? ending.lowercased() : ""
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return byte >= 0x30 && byte <= 0x39 || lower >= 0x61 && lower <= 0x7A
  }
}
