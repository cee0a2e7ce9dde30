/// The parts of an EPUB around its pages.
package struct SampleBook {
  /// A page: its name, its label in the table of contents where it has one, its text.
  package typealias Page = (name: String, label: String?, html: String)

  /// An entry of the table of contents: what it says, and where it leads.
  package typealias Link = (label: String, target: String)

  private let work: SampleWork
  private let pages: [Page]

  private let links: [Link]

  /// What stands in the package besides title, author and language.
  private let facts: String

  /// Whether the table of contents is a page, as in EPUB 3.
  private let hasNavigation: Bool

  /// Takes the pages in reading order; without `links`, their labels lead to them.
  package init(
    _ work: SampleWork,
    pages: [Page],
    links: [Link]? = nil,
    facts: String = "",
    hasNavigation: Bool = false
  ) {
    self.work = work
    self.pages = pages
    self.links = links ?? pages.compactMap { page in page.label.map { ($0, page.name) } }
    self.facts = facts
    self.hasNavigation = hasNavigation
  }

  /// The entries of the archive.
  package var parts: [SampleFile.Part] {
    let container = """
      <?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles><rootfile full-path="content.opf"/></rootfiles></container>
      """
    return [
      SampleFile.Part("mimetype", "application/epub+zip"),
      SampleFile.Part("META-INF/container.xml", container),
      SampleFile.Part("content.opf", package),
      contents,
    ] + pages.map { SampleFile.Part($0.name, $0.html) }
  }

  private var contents: SampleFile.Part {
    guard hasNavigation else {
      let points = links.map { link in
        "<navPoint><navLabel><text>\(SampleMarkup.escaped(link.label))</text></navLabel>"
          + "<content src=\"\(link.target)\"/></navPoint>"
      }
      return SampleFile.Part("toc.ncx", "<ncx><navMap>\(points.joined())</navMap></ncx>")
    }
    let entries = links.map { "<a href=\"\($0.target)\">\(SampleMarkup.escaped($0.label))</a>" }
    return SampleFile.Part(
      "nav.xhtml",
      SampleMarkup.page("Contents", "<nav epub:type=\"toc\">\(entries.joined())</nav>")
    )
  }

  private var package: String {
    let items = pages.enumerated().map {
      "<item id=\"p\($0)\" href=\"\($1.name)\" media-type=\"application/xhtml+xml\"/>"
    }
    let contents =
      hasNavigation
      ? "<item id=\"ncx\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
      : "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:opf="http://www.idpf.org/2007/opf" version="2.0">
      <metadata>\(Self.metadata(of: work))\(facts)</metadata><manifest>\(items.joined())
      \(contents)</manifest>
      <spine toc="ncx">\(pages.indices.map { "<itemref idref=\"p\($0)\"/>" }.joined())</spine></package>
      """
  }

  private static func metadata(of work: SampleWork) -> String {
    """
    <dc:title>\(SampleMarkup.escaped(work.title))</dc:title>
    <dc:creator opf:role="aut">\(SampleMarkup.escaped(work.author))</dc:creator>
    <dc:language>en</dc:language>
    """
  }

  /// What Calibre writes beside a book.
  package static func description(of work: SampleWork, tags: [String]) -> String {
    let series = work.series.map {
      "<meta name=\"calibre:series\" content=\"\($0.name)\"/>"
        + "<meta name=\"calibre:series_index\" content=\"\($0.part)\"/>"
    }
    return """
      <?xml version='1.0' encoding='utf-8'?>
      <package xmlns="http://www.idpf.org/2007/opf" unique-identifier="uuid_id" version="2.0">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
      <dc:identifier opf:scheme="calibre" id="calibre_id">\(work.number)</dc:identifier>
      \(metadata(of: work))
      <dc:date>2021-03-04T05:06:07+00:00</dc:date>
      <dc:description>&lt;p&gt;\(SampleMarkup.escaped(work.summary))&lt;/p&gt;</dc:description>
      <dc:identifier opf:scheme="URL">https://example.org/works/\(work.number)</dc:identifier>
      \(tags.map { "<dc:subject>\(SampleMarkup.escaped($0))</dc:subject>" }.joined())\(series ?? "")
      </metadata><guide><reference type="cover" title="Cover" href="cover.jpg"/></guide></package>
      """
  }
}
