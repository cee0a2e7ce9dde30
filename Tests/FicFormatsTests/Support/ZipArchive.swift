import FicSamples

/// Makes ZIP archives for tests: honest and hostile ones.
enum ZipArchive {
  /// Packs `entries`; with `password`, encrypted.
  ///
  /// - Returns: The archive's bytes; empty where it could not be made.
  static func bytes(
    _ entries: [(path: String, bytes: [UInt8])],
    password: String? = nil
  ) -> [UInt8] {
    SamplePacking.zip.bytes(
      entries.map { SampleFile.Part($0.path, bytes: $0.bytes) },
      password: password
    )
  }

  /// An EPUB 2 of pages in reading order, with a package and a table of contents of labels and
  /// targets.
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
