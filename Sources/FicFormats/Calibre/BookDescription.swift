package import FicModel

/// What a library's program says of a book in a file beside it: Calibre's `metadata.opf`.
package struct BookDescription {
  /// In the order of the file; their origin is `sidecar`.
  package private(set) var fields: [MetadataField] = []

  /// The keys whose value here overrules that of the book itself: they are what people set right in
  /// their library.
  private static let ruling: Set<String> = ["title", "author", "series", "part"]

  /// The keys under which a book may have what is only a tag here.
  private static let tagKeys: Set<String> = [
    "tag", "fandom", "ship", "char", "warning", "genre", "category", "rating", "status", "lang",
  ]

  /// Reads a description.
  ///
  /// - Throws: `FormatError` where it is no XML that can be read.
  /// Complexity: linear in the number of bytes.
  package init(_ file: ChapterFile) throws(FormatError) {
    let decoded = CharsetDecoder().decode(
      file.bytes,
      declared: HTMLSniffer.declaredCharset(file.bytes)
    )
    let tree = try MarkupParser.tree(decoded.text, language: .xml, path: file.path)
    let package = PackageDocument(tree, path: CalibreFolder.description, in: EntryNames([]))
    guard !package.facts.isEmpty else {
      throw FormatError(code: .damaged(detail: "it describes no book"), path: file.path)
    }
    var facts = FactCollector()
    do throws(MarkupError) {
      try package.add(to: &facts)
    } catch {
      // The summary alone is malformed.
    }
    fields = facts.fields.map { MetadataField(key: $0.key, value: $0.value, origin: .sidecar) }
  }

  /// The facts of a book with those of its description: what people set right in a library
  /// overrules the book, tags join the book's, and the rest fills what the book does not say.
  package func joined(to book: WorkMetadata) -> WorkMetadata {
    let replaced = Set(fields.map(\.key)).intersection(Self.ruling)
    var joined = book.fields.filter { !replaced.contains($0.key) }
    // Title, author, series and part stand first.
    joined = fields.filter { replaced.contains($0.key) } + joined
    let isSaid = { (key: String) in
      book.fields.contains { $0.key == key && $0.origin != .fileName && $0.origin != .folder }
    }
    let tags = Set(
      book.fields.filter { Self.tagKeys.contains($0.key) }.map { $0.value.lowercased() }
    )
    for field in fields where !replaced.contains(field.key) {
      if field.key == "tag" {
        if !tags.contains(field.value.lowercased()) { joined.append(field) }
      } else if !isSaid(field.key) {
        joined.removeAll { $0.key == field.key && $0.origin != .sidecar }
        joined.append(field)
      }
    }
    return WorkMetadata(fields: joined)
  }
}
