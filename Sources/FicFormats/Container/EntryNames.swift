/// The names of an archive's entries, found by what the files in it write for them.
///
/// References stand in books with escapes and without, from the top of the archive, with strokes of
/// the other kind and in other case than the entry has; what is there by any of these is meant.
struct EntryNames {
  private let names: Set<String>

  /// The entries by their names in lower case; of several the first in order.
  private let folded: [String: String]

  /// Takes the names of an archive.
  init(_ archive: UnpackedArchive) {
    self.init(archive.entries.keys)
  }

  /// Takes names.
  init(_ names: some Sequence<String>) {
    let names = Set(names)
    self.names = names
    folded = Dictionary(
      names.sorted().map { ($0.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Whether an entry has a name.
  func contains(_ path: String) -> Bool { names.contains(path) }

  /// The pages of text that are none of some paths, in order.
  func pages(besides known: Set<String>) -> [String] {
    names.filter { name in
      !known.contains(name)
        && FileFormat(path: name) == .page
    }
    .sorted(by: NaturalOrder.precedes)
  }

  /// What a reference in the file at `base` leads to: the entry and the fragment in it.
  ///
  /// Nil for what lies outside of the archive, as pages of the web do. A path at which nothing is
  /// stands for itself.
  func place(of reference: String, from base: String) -> (path: String, fragment: String?)? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = String(parts.first ?? "")
    let fragment =
      parts.count > 1 && !parts[1].isEmpty ? ArchivePath.unescaped(String(parts[1])) : nil
    if target.isEmpty { return (base, fragment) }
    let plain = ArchivePath.unescaped(target)
    let written = [plain, target, String(plain.prefix { $0 != "?" })]
    let paths =
      written.compactMap { ArchivePath.joined($0, to: base) }
      + written.compactMap { ArchivePath.joined($0, to: "") }
    if let path = paths.first(where: names.contains) { return (path, fragment) }
    if let path = paths.lazy.compactMap({ folded[$0.lowercased()] }).first {
      return (path, fragment)
    }
    if Self.isForeign(target) { return nil }
    return paths.first.map { ($0, fragment) }
  }

  /// Whether a reference leads to the web or to a program: `https://…`, `mailto:…`.
  private static func isForeign(_ reference: String) -> Bool {
    guard let colon = reference.firstIndex(of: ":") else { return false }
    let scheme = reference[..<colon].lowercased()
    return reference[colon...].hasPrefix("://")
      || ["mailto", "data", "javascript", "tel", "urn", "about", "file"].contains(scheme)
  }
}
