import FicModel

/// Lines of text as HTML, below the headings of their works, chapters and scenes.
struct HTMLFlow {
  /// The lines so far.
  private(set) var body = ""

  private var work: String?
  private var chapter: Int?
  private var place: String?

  /// Adds a line; it goes on where the one before ended.
  mutating func add(
    work label: WorkLabel,
    _ heading: ChapterLabel,
    scene: Int?,
    zone: ZoneKind,
    _ line: HTMLLine
  ) {
    if work != label.id {
      (work, chapter, place) = (label.id, nil, nil)
      let authors = label.authors.isEmpty ? "" : " by \(label.authors.joined(separator: ", "))"
      body += "<h1>\(XMLText.content(label.title + authors))</h1>\n"
    }
    if chapter != heading.number {
      (chapter, place) = (heading.number, nil)
      body += "<h2>\(XMLText.content(ChapterHeading.text(of: heading)))</h2>\n"
    }
    let own = scene.map { "scene \($0)" } ?? TextPrinter.name(of: zone)
    if place != own {
      place = own
      body += "<p class=\"scene\">\(XMLText.content(own))</p>\n"
    }
    body += line.markup
  }
}
