import FicModel
import FicParsing

/// A book out of its archive: its package, its table of contents, its pages in reading order.
struct EPUBBook {
  private let archive: UnpackedArchive
  private let names: EntryNames
  private let package: PackageDocument
  private let contents: [NavigationEntry]
  private let path: String

  /// Algorithms that only obfuscate fonts; their files hold no text.
  private static let fontAlgorithms: Set<String> = [
    "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
  ]

  /// Finds package and table of contents.
  init(_ archive: UnpackedArchive, path: String) throws(FormatError) {
    self.path = path
    self.archive = archive
    names = EntryNames(archive)
    guard let packagePath = try Self.packagePath(in: archive, names, path: path),
      let text = archive.text(of: packagePath)
    else {
      throw FormatError(code: .damaged(detail: "its package document is missing"), path: path)
    }
    let tree = try MarkupParser.tree(text, language: .xml, path: path)
    package = PackageDocument(tree, path: packagePath, in: names)
    contents = try Self.contents(of: package, in: archive, names, path: path)
    try refuseEncrypted()
  }

  private static func packagePath(
    in archive: UnpackedArchive,
    _ names: EntryNames,
    path: String
  ) throws(FormatError) -> String? {
    if let container = archive.text(of: "META-INF/container.xml") {
      let tree = try MarkupParser.tree(container, language: .xml, path: path)
      let root = tree.first { PackageDocument.local(tree.name($0)) == "rootfile" }
      if let full = root.flatMap({ tree.attribute("full-path", of: $0) }),
        let place = names.place(of: full, from: ""), names.contains(place.path)
      {
        return place.path
      }
    }
    return archive.entries.keys.filter { FileName(path: $0).fileExtension == "opf" }.min()
  }

  private static func contents(
    of package: PackageDocument,
    in archive: UnpackedArchive,
    _ names: EntryNames,
    path: String
  ) throws(FormatError) -> [NavigationEntry] {
    let navigation = package.item { $0.properties.contains("nav") }
    if let navigation, let text = archive.text(of: navigation.path) {
      let tree = try MarkupParser.tree(text, language: .html, path: path)
      let found = NavigationEntry.entries(ofNavigation: tree, path: navigation.path, in: names)
      if !found.isEmpty { return found }
    }
    let ncx =
      package.contentsID.flatMap { package.items[$0]?.first }
      ?? package.item { $0.mediaType == "application/x-dtbncx+xml" }
    guard let ncx, let text = archive.text(of: ncx.path) else { return [] }
    let tree = try MarkupParser.tree(text, language: .xml, path: path)
    return NavigationEntry.entries(ofNCX: tree, path: ncx.path, in: names)
  }

  /// Encrypted pages are refused; obfuscated fonts harm nobody.
  private func refuseEncrypted() throws(FormatError) {
    guard let text = archive.text(of: "META-INF/encryption.xml") else { return }
    let tree = try MarkupParser.tree(text, language: .xml, path: path)
    let isEncrypted = tree.nodes.indices.contains { node in
      guard PackageDocument.local(tree.name(node)) == "EncryptedData" else { return false }
      let method = tree.first(in: node) {
        PackageDocument.local(tree.name($0)) == "EncryptionMethod"
      }
      let algorithm = method.flatMap { tree.attribute("Algorithm", of: $0) } ?? ""
      return !Self.fontAlgorithms.contains(algorithm)
    }
    if isEncrypted { throw FormatError(code: .encrypted, path: path) }
  }

  // MARK: Pages

  /// The book as a document.
  func document() throws(FormatError) -> Document {
    let listed = package.spine.map(\.path).filter(names.contains)
    let known = Set(package.items.values.joined().map(\.path))
    let unlisted =
      package.unlistedPages.map(\.path).filter(names.contains) + names.pages(besides: known)
    let pages = listed + unlisted
    guard !pages.isEmpty else {
      throw FormatError(code: .damaged(detail: "none of its pages is in it"), path: path)
    }
    var sheets: [String: StyleSheet] = [:]
    var story = try BookPages(contents, paths: pages).story {
      number throws(FormatError) in try tree(pages[number], &sheets)
    }
    do throws(MarkupError) {
      try package.add(to: &story.facts)
    } catch {
      // The description alone is malformed.
    }
    var diagnostics: [ParseDiagnostic] = []
    func note(_ code: ParseDiagnostic.Code, _ count: Int) {
      guard count > 0 else { return }
      diagnostics.append(ParseDiagnostic(code: code, span: TextSpan(0, 0), count: count))
    }
    note(.missingPages, package.spine.count - listed.count + package.unknownPages)
    note(.unlistedPages, unlisted.count)
    return story.document(diagnostics: diagnostics)
  }

  /// A page; `sheets` keeps the style sheets that pages share, by their paths.
  private func tree(
    _ page: String,
    _ sheets: inout [String: StyleSheet]
  ) throws(FormatError) -> MarkupTree {
    try MarkupParser.page(archive.text(of: page) ?? [], path: path) { address in
      guard let place = names.place(of: address, from: page) else { return nil }
      if let known = sheets[place.path] { return known }
      let sheet = StyleSheet(archive.text(of: place.path) ?? [])
      sheets[place.path] = sheet
      return sheet
    }
  }
}
