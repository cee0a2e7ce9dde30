import FicModel

/// A page of FanFicFare's EPUB: the title page, the table of contents, the log of updates, a
/// chapter.
///
/// Source: fanficfare/writers/writer_epub.py. Calibre keeps the classes of bodies and the metas.
struct FanFicFareBookPage {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// Whether a page is one.
  static func matches(_ tree: MarkupTree) -> Bool {
    guard let body = tree.first("body") else { return false }
    return tree.classes(of: body).contains { $0.hasPrefix("fff_") }
      || meta("chaptertitle", in: tree) != nil
  }

  private static func meta(_ name: String, in tree: MarkupTree) -> String? {
    tree.all("meta").first { tree.attribute("name", of: $0) == name }
      .flatMap { tree.attribute("content", of: $0) }
  }

  /// Reads the page.
  func read(into story: inout MarkupStory) {
    guard let body = tree.first("body") else { return }
    let title = Self.meta("chaptertitle", in: tree) ?? Self.meta("chapterorigtitle", in: tree)
    guard title != nil || tree.hasClass("fff_chapter", body) else {
      if !tree.hasClass("fff_logpage", body), !tree.hasClass("fff_tocpage", body) {
        FanFicFareLabels(tree).read(body, into: &story.facts)
      }
      story.render(body, of: tree, as: .summary)
      return
    }
    let heading = tree.children(of: body).first { node in
      tree.hasClass("fff_chapter_title", node) || ["h1", "h2", "h3"].contains(tree.name(node))
    }
    let words = title ?? heading.map { tree.words(of: $0) } ?? ""
    story.startChapter(
      ListedTitle.title(words),
      heading: heading,
      of: tree,
      address: Self.meta("chapterurl", in: tree)
    )
    for node in tree.children(of: body) where node != heading {
      FanFicFareNotes(tree).render(node, into: &story)
    }
  }
}
