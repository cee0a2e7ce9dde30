import FicModel
package import FicParsing

/// Reads the files of word processors: ODT and DOCX.
package struct OfficeReader: DocumentReader {
  private let bounds: UnpackingBounds

  /// Creates a reader.
  package init(bounds: UnpackingBounds = UnpackingBounds()) {
    self.bounds = bounds
  }

  /// It is an archive.
  package var readsText: Bool { false }

  /// A ZIP archive with the names of such a file at its start, or by its own name.
  package func canRead(_ file: ChapterFile) -> Bool {
    guard file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
    if ["odt", "docx"].contains(file.fileExtension) { return true }
    let start = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
    return start.contains("oasis.opendocument.text") || start.contains("word/document.xml")
  }

  /// Reads a file.
  ///
  /// - Throws: `FormatError` where it is encrypted, damaged or beyond the bounds.
  /// Complexity: linear in the bytes, packed and unpacked.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let archive = try UnpackedArchive(file, bounds: bounds) { $0.hasSuffix(".xml") }
    let (text, record) = try Self.html(archive.entries, path: file.path)
    var story = MarkupStory()
    story.render(text.first("body") ?? 0, of: text, headingLevel: 1)
    if let record { try Self.read(record, path: file.path, into: &story.facts) }
    return HeaderBlocks.marked(in: story.document())
  }

  private static func html(
    _ entries: [String: [UInt8]],
    path: String
  ) throws(FormatError) -> (text: MarkupTree, record: [UInt8]?) {
    if let manifest = entries["META-INF/manifest.xml"],
      String(decoding: manifest, as: UTF8.self).contains("encryption-data")
    {
      throw FormatError(code: .encrypted, path: path)
    }
    if let content = entries["content.xml"] {
      let tree = try MarkupParser.tree(content, language: .xml, path: path)
      return (OpenDocumentText.html(tree), entries["meta.xml"])
    }
    if let content = entries["word/document.xml"] {
      let tree = try MarkupParser.tree(content, language: .xml, path: path)
      return (WordDocument.html(tree), entries["docProps/core.xml"])
    }
    throw FormatError(code: .damaged(detail: "its text is missing"), path: path)
  }

  /// The title; the author that a word processor records is the name of a login more often than not.
  private static func read(
    _ record: [UInt8],
    path: String,
    into facts: inout FactCollector
  ) throws(FormatError) {
    let tree = try MarkupParser.tree(record, language: .xml, path: path)
    for (name, key) in [
      ("dc:title", "title"), ("dc:language", "lang"), ("dc:description", "summary"),
    ] {
      if let node = tree.first(name) { facts.addIfAbsent(key, tree.words(of: node)) }
    }
  }
}
