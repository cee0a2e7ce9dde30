import FicModel
import FicParsing

/// A page of the Archive of Our Own as a browser saves it: a chapter or a whole work, with the site
/// around it.
///
/// Source: otwarchive, app/views/works and app/views/chapters.
struct ArchiveOfOurOwnPage {
  private let tree: MarkupTree

  /// Whether the chapters have been read.
  private var isAfterwards = false

  /// The list of tags has one for each, which says what they are.
  private static let keys: [String: String] = [
    "rating": "rating", "warning": "warning", "category": "category", "fandom": "fandom",
    "relationship": "ship", "character": "char", "freeform": "tag", "language": "lang",
    "collections": "collections", "published": "published", "words": "words",
    "chapters": "chapters", "comments": "comments", "kudos": "kudos", "bookmarks": "bookmarks",
    "hits": "hits",
  ]

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// Whether a page is one.
  static func matches(_ tree: MarkupTree) -> Bool {
    guard let skin = tree.first(id: "workskin") else { return false }
    return tree.first(id: "chapters", in: skin) != nil
  }

  /// Reads the page: tags, preface, chapters, afterword; comments and menus are none of the work.
  mutating func read(into story: inout MarkupStory) {
    guard let skin = tree.first(id: "workskin") else { return }
    let list = tree.first {
      tree.name($0) == "dl" && tree.hasClass("work", $0) && tree.hasClass("meta", $0)
    }
    if let list {
      readTags(list, into: &story.facts)
      // A page that lost an end tag has it in the work.
      if !tree.descendants(of: skin).contains(list), !tree.descendants(of: list).contains(skin) {
        story.render(list, of: tree, as: .summary)
      }
    }
    readPlace(skin, into: &story.facts)
    readParts(of: skin, into: &story)
  }

  private mutating func readParts(of parent: Int, into story: inout MarkupStory) {
    for node in tree.children(of: parent) where !tree.isText(node) {
      if tree.attribute("id", of: node) == "chapters" {
        readChapters(node, into: &story)
        isAfterwards = true
      } else {
        readPreface(node, into: &story)
      }
    }
  }

  // MARK: Facts

  private func readTags(_ list: Int, into facts: inout FactCollector) {
    for node in tree.all("dd", in: list) {
      let classes = tree.classes(of: node).map(String.init)
      if classes.contains("series") {
        readSeries(node, into: &facts)
      } else if classes.contains("status") {
        facts.add("updated", tree.words(of: node))
      } else if let name = classes.first(where: { Self.keys[$0] != nil }), let key = Self.keys[name]
      {
        let links = tree.all("a", in: node).map { tree.words(of: $0) }
        let isCount = ["comments", "kudos", "bookmarks", "hits", "chapters", "words"].contains(key)
        facts.add(key, items: links.isEmpty || isCount ? [tree.words(of: node)] : links)
      }
    }
    // The label says whether the last date is that of an update or of the end.
    let labels = tree.all("dt", in: list).filter { tree.hasClass("status", $0) }
    let chapters = tree.all("dd", in: list).first { tree.hasClass("chapters", $0) }
    let counts = chapters.map { tree.words(of: $0) }?.split(separator: "/") ?? []
    let isComplete =
      labels.contains { tree.words(of: $0).hasPrefix("Completed") }
      || counts.count == 2 && counts[0] == counts[1]
    facts.add("status", isComplete ? "Completed" : "In-Progress")
  }

  private func readSeries(_ node: Int, into facts: inout FactCollector) {
    let place = tree.first(in: node) { tree.hasClass("position", $0) } ?? node
    facts.addIfAbsent("series", tree.words(of: place))
  }

  /// The address of the work, out of the links that lead to itself.
  private func readPlace(_ skin: Int, into facts: inout FactCollector) {
    let own = tree.nodes.indices.filter { node in
      let name = tree.name(node)
      return name == "ul" && tree.hasClass("navigation", node) && tree.hasClass("work", node)
        || name == "h3" && tree.hasClass("title", node)
    }
    let links = own.flatMap { tree.all("a", in: $0) } + tree.all("a", in: skin)
    let number = links.lazy.compactMap { link in
      tree.attribute("href", of: link).flatMap(Self.number)
    }.first
    if let number { facts.add("url", "https://archiveofourown.org/works/\(number)") }
    facts.add("site", "archiveofourown.org")
  }

  private static func number(in address: String) -> Substring? {
    guard let place = address.firstRange(of: "/works/") else { return nil }
    let digits = address[place.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : digits
  }

  // MARK: Preface and afterword

  private mutating func readPreface(_ node: Int, into story: inout MarkupStory) {
    let name = tree.name(node)
    if name == "h2", tree.hasClass("title", node) {
      story.facts.add("title", items: [tree.words(of: node)])
      story.render(node, of: tree, as: .summary)
    } else if tree.hasClass("byline", node) {
      readByline(node, into: &story)
    } else if tree.hasClass("module", node) {
      readModule(node, into: &story, ofWork: isAfterwards ? "end_notes" : "notes")
    } else if name == "div" {
      readParts(of: node, into: &story)
    } else {
      story.render(node, of: tree, as: isAfterwards ? .authorsNote : .summary)
    }
  }

  private func readByline(_ node: Int, into story: inout MarkupStory) {
    let links = tree.all("a", in: node).filter { tree.attribute("rel", of: $0) == "author" }
    let names = links.map { tree.words(of: $0) }
    story.facts.add("author", items: names.isEmpty ? [tree.words(of: node)] : names)
    for link in links {
      story.facts.add("author_url", absolute(tree.attribute("href", of: link) ?? ""))
    }
    story.render(node, of: tree, as: .summary)
  }

  private func absolute(_ address: String) -> String {
    address.hasPrefix("/") ? "https://archiveofourown.org" + address : address
  }

  /// A summary or notes, with a heading that says which.
  private func readModule(_ node: Int, into story: inout MarkupStory, ofWork key: String?) {
    let isSummary = tree.hasClass("summary", node)
    let quotation = tree.first("blockquote", in: node)
    if let key, let quotation {
      story.facts.add(isSummary ? "summary" : key, items: [tree.words(of: quotation)])
    }
    story.render(node, of: tree, as: isSummary ? .summary : .authorsNote)
  }

  // MARK: Chapters

  private func readChapters(_ root: Int, into story: inout MarkupStory) {
    let chapters = outermostChapters(in: root)
    guard !chapters.isEmpty else {
      story.startChapter(
        ChapterTitle(title: story.facts.fields.first { $0.key == "title" }?.value),
        heading: nil,
        of: tree
      )
      readText(root, into: &story)
      return
    }
    for chapter in chapters { readChapter(chapter, into: &story) }
  }

  private func outermostChapters(in root: Int) -> [Int] {
    var chapters: [Int] = []
    var node = root + 1
    let end = tree.descendants(of: root).upperBound
    while node < end {
      if tree.name(node) == "div", tree.hasClass("chapter", node), !tree.hasClass("preface", node) {
        chapters.append(node)
        node = tree.descendants(of: node).upperBound
      } else {
        node += 1
      }
    }
    return chapters
  }

  private func readChapter(_ chapter: Int, into story: inout MarkupStory) {
    for node in tree.children(of: chapter) where !tree.isText(node) {
      if tree.hasClass("preface", node) {
        for child in tree.children(of: node) where !tree.isText(child) {
          if tree.hasClass("title", child) {
            let title = ListedTitle.title(tree.words(of: child))
            let link = tree.first("a", in: child).flatMap { tree.attribute("href", of: $0) }
            story.startChapter(
              title,
              heading: child,
              of: tree,
              address: link.map(absolute)
            )
          } else {
            readModule(child, into: &story, ofWork: nil)
          }
        }
      } else {
        readText(node, into: &story)
      }
    }
  }

  /// The text without the headings that only screen readers say.
  private func readText(_ root: Int, into story: inout MarkupStory) {
    story.render(root, of: tree, leavingOut: "landmark")
  }
}
