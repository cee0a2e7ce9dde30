import FicModel
import FicParsing

/// The Archive of Our Own's download, as HTML or as the EPUB that Calibre makes of it.
///
/// Calibre splits the file anywhere, repeats the elements around the cut in each part, renames most
/// classes and keeps the ids; so the parts are read as one file, by what each element says of
/// itself.
///
/// Source: otwarchive, app/views/downloads.
struct ArchiveOfOurOwnLayout {
  /// The story so far.
  var story: MarkupStory

  /// What the next quotation is, by the label before it.
  private var pendingZone: ZoneKind?
  private var pendingFact: String?

  /// Whether the story's text has begun, and whether it has ended.
  private var isInChapters = false
  private var isAfterwards = false

  init(_ story: MarkupStory) {
    self.story = story
  }

  /// Whether a page is a download, or a part of one.
  static func matches(_ tree: MarkupTree) -> Bool {
    tree.first(id: "preface") != nil
      && tree.first(where: { tree.name($0) == "dl" && tree.hasClass("tags", $0) }) != nil
  }

  /// Reads a file, or the next part of one.
  mutating func read(_ tree: MarkupTree) {
    visit(tree.first("body") ?? 0, tree)
  }

  // MARK: Elements

  private mutating func visit(_ parent: Int, _ tree: MarkupTree) {
    for node in tree.children(of: parent) where !tree.isText(node) || !isBlank(node, tree) {
      read(node, tree)
    }
  }

  private func isBlank(_ node: Int, _ tree: MarkupTree) -> Bool {
    tree.text[tree.nodes[node].text].allSatisfy { $0 <= 0x20 }
  }

  private mutating func read(_ node: Int, _ tree: MarkupTree) {
    if let id = tree.attribute("id", of: node) { place(id) }
    switch tree.name(node) {
    case "dl" where tree.hasClass("tags", node): readTags(node, tree)
    case "h1":
      story.facts.addIfAbsent("title", tree.words(of: node))
      story.render(node, of: tree, as: .summary)
    case "h2" where !isInChapters || isAfterwards: readOuterHeading(node, tree)
    case "h2": readChapterHeading(node, tree)
    case "p" where isLabel(node, tree): readLabel(node, tree)
    case "p" where tree.hasClass("message", node): readMessage(node, tree)
    case "blockquote" where pendingZone != nil: readQuotation(node, tree)
    case "div": readDivision(node, tree)
    default: readText(node, tree)
    }
  }

  private mutating func place(_ id: String) {
    if id == "chapters" { isInChapters = true }
    if id == "afterword" { isAfterwards = true }
  }

  private mutating func readDivision(_ node: Int, _ tree: MarkupTree) {
    let classes = tree.classes(of: node)
    if classes.contains("byline") {
      readByline(node, tree)
    } else if classes.contains("endnote-link") {
      story.render(node, of: tree, as: .authorsNote)
    } else if isOnlyChapter(node, tree) {
      // A conversion may cut the only chapter, and repeats the element in each part.
      if story.writer.chapterStarts.isEmpty {
        let title = tree.first("h2", in: node).map { tree.words(of: $0) }
        story.startChapter(ChapterTitle(title: title), heading: nil, of: tree)
      }
      story.render(node, of: tree)
    } else if isStory(node, tree) {
      story.render(node, of: tree)
      pendingZone = nil
    } else {
      visit(node, tree)
    }
  }

  /// Whether an element is that of the chapters and holds the text of the only one itself.
  private func isOnlyChapter(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard tree.attribute("id", of: node) == "chapters" else { return false }
    let children = tree.children(of: node)
    return children.contains { ["p", "br", "h2"].contains(tree.name($0)) }
      && tree.first(in: node) { inner in
        tree.name(inner) == "h2" && tree.hasClass("heading", inner)
          || tree.name(inner) == "div"
            && tree.classes(of: inner).contains { $0.hasPrefix("userstuff") }
      } == nil
  }

  /// Whether an element holds the text of a chapter: `userstuff`, or what Calibre calls it, inside
  /// of the chapters and around no heading of one.
  private func isStory(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard isInChapters, !isAfterwards, tree.attribute("id", of: node) != "chapters" else {
      return false
    }
    if tree.classes(of: node).contains(where: { $0.hasPrefix("userstuff") }) { return true }
    let children = tree.children(of: node)
    return children.contains { tree.name($0) == "p" }
      && !children.contains { tree.name($0) == "h2" || tree.name($0) == "div" || isLabel($0, tree) }
  }

  private mutating func readText(_ node: Int, _ tree: MarkupTree) {
    let zone: ZoneKind? = isInChapters && !isAfterwards ? nil : .summary
    story.render(node, of: tree, as: isAfterwards ? .authorsNote : zone)
  }

  // MARK: Headings

  /// "Preface" and "Afterword", or the title of a work of one chapter.
  private mutating func readOuterHeading(_ node: Int, _ tree: MarkupTree) {
    if tree.words(of: node) == "Afterword" { isAfterwards = true }
    story.render(node, of: tree, as: isAfterwards ? .authorsNote : .summary)
  }

  private mutating func readChapterHeading(_ node: Int, _ tree: MarkupTree) {
    let words = tree.words(of: node)
    if words == "Afterword" {
      isAfterwards = true
      story.render(node, of: tree, as: .authorsNote)
      return
    }
    story.startChapter(ListedTitle.title(words), heading: node, of: tree)
  }

  // MARK: Notes and summaries

  private static let labels: [String: ZoneKind] = [
    "Summary": .summary, "Notes": .authorsNote, "Chapter Summary": .summary,
    "Chapter Notes": .authorsNote, "Chapter End Notes": .authorsNote, "End Notes": .authorsNote,
    "Author's Note": .authorsNote, "Works inspired by this one": .authorsNote,
  ]

  private func isLabel(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard tree.name(node) == "p", Self.labels[tree.words(of: node)] != nil else { return false }
    var next = tree.nodes[node].next
    while next >= 0, tree.isText(next), isBlank(next, tree) { next = tree.nodes[next].next }
    return next >= 0 && ["blockquote", "ul", "div"].contains(tree.name(next))
  }

  private mutating func readLabel(_ node: Int, _ tree: MarkupTree) {
    let words = tree.words(of: node)
    pendingZone = Self.labels[words]
    pendingFact = ["Summary": "summary", "Notes": "notes", "End Notes": "end_notes"][words]
    story.render(node, of: tree, as: pendingZone)
  }

  private mutating func readQuotation(_ node: Int, _ tree: MarkupTree) {
    story.render(node, of: tree, as: pendingZone)
    if let key = pendingFact, key == "end_notes" || !isInChapters {
      story.facts.add(key, items: [tree.words(of: node)])
    }
    pendingZone = nil
    pendingFact = nil
  }

  /// Where the work was posted, and the plea to comment there.
  private mutating func readMessage(_ node: Int, _ tree: MarkupTree) {
    story.render(node, of: tree, as: isAfterwards ? .authorsNote : .summary)
    guard !isAfterwards else { return }
    if let title = tree.first("b", in: node) {
      story.facts.addIfAbsent("title", tree.words(of: title))
    }
    let address = tree.all("a", in: node).compactMap { tree.attribute("href", of: $0) }
      .last { $0.contains("/works/") }
    if let address {
      story.facts.addIfAbsent("url", address)
      story.facts.addIfAbsent("site", "archiveofourown.org")
    }
  }

  private mutating func readByline(_ node: Int, _ tree: MarkupTree) {
    story.render(node, of: tree, as: .summary)
    guard !isInChapters else { return }
    let links = tree.all("a", in: node).filter { tree.attribute("rel", of: $0) == "author" }
    let names = links.map { tree.words(of: $0) }
    let words = tree.words(of: node)
    story.facts.add(
      "author",
      items: names.isEmpty && words.hasPrefix("by ") ? [String(words.dropFirst(3))] : names
    )
    for link in links { story.facts.add("author_url", tree.attribute("href", of: link) ?? "") }
  }

  // MARK: Tags

  private mutating func readTags(_ list: Int, _ tree: MarkupTree) {
    var label = ""
    for node in tree.children(of: list) {
      switch tree.name(node) {
      case "dt": label = tree.words(of: node)
      case "dd": readTag(label, node, tree)
      default: break
      }
    }
    story.render(list, of: tree, as: .summary)
  }

  private mutating func readTag(_ label: String, _ node: Int, _ tree: MarkupTree) {
    let links = tree.all("a", in: node).map { tree.words(of: $0) }
    let words = tree.words(of: node)
    switch label {
    case "Stats:": DownloadStatistics(words).add(to: &story.facts)
    case "Category:", "Categories:":
      story.facts.add("category", items: links.isEmpty ? HeaderValue.items(of: words) : links)
    case "Series:": story.facts.add("series", words)
    case "Language:": story.facts.add("lang", words)
    default:
      if links.isEmpty {
        story.facts.add(label: label, words)
      } else {
        story.facts.add(FactCollector.key(of: label), items: links)
      }
    }
  }
}
