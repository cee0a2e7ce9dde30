package import FicParsing

/// Reads the files of word processors: ODT and DOCX.
package struct OfficeReader: ContainerReader {
  package let bounds: UnpackingBounds

  /// Creates a reader.
  package init(bounds: UnpackingBounds = UnpackingBounds()) {
    self.bounds = bounds
  }

  /// An archive that calls itself one, or has its text, or whose name says so.
  package func isFormat(_ contents: ZipContents, fileExtension: String) -> Bool {
    [.openDocument, .word].contains(FileFormat(ending: fileExtension))
      || contents.mediaType.hasPrefix("application/vnd.oasis.opendocument.text")
      || contents.names.contains("word/document.xml")
  }

  /// The text and the record of its metadata.
  package func isWanted(_ path: String) -> Bool { path.hasSuffix(".xml") }

  /// Reads a file.
  package func document(
    of archive: UnpackedArchive,
    path: String
  ) throws(FormatError) -> Document {
    let (text, record) = try Self.html(archive, path: path)
    var story = MarkupStory()
    story.render(text.first("body") ?? 0, of: text, headingLevel: 1)
    story.renderAsides(of: text)
    if let record { try Self.read(record, path: path, into: &story.facts) }
    return HeaderBlocks.marked(in: story.document())
  }

  private static func html(
    _ archive: UnpackedArchive,
    path: String
  ) throws(FormatError) -> (text: MarkupTree, record: [UInt8]?) {
    if let manifest = archive.text(of: "META-INF/manifest.xml"),
      String(decoding: manifest, as: UTF8.self).contains("encryption-data")
    {
      throw FormatError(code: .encrypted, path: path)
    }
    if let content = archive.text(of: "content.xml") {
      let tree = try MarkupParser.tree(content, language: .xml, path: path)
      return (OpenDocumentText.html(tree), archive.text(of: "meta.xml"))
    }
    if let content = archive.text(of: "word/document.xml") {
      let tree = try MarkupParser.tree(content, language: .xml, path: path)
      return (WordDocument.html(tree), archive.text(of: "docProps/core.xml"))
    }
    throw FormatError(code: .damaged(detail: "its text is missing"), path: path)
  }

  /// The title; the author that a word processor records is the name of a login more often than
  /// not.
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
