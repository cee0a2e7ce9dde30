import FicModel
import FicParsing

/// The text and the description of a FictionBook.
struct FictionBook {
  private let source: MarkupTree
  private var result = MarkupTranslation()

  /// The elements of the text at which chapters start.
  private(set) var chapterStarts: [Int: ChapterTitle] = [:]

  /// The first of the sections around the next chapter, such as that of a part, whose titles stand
  /// before the chapter's.
  private var pendingStart: Int?

  init(_ source: MarkupTree) {
    self.source = source
  }

  private static let names: [String: String] = [
    "p": "p", "v": "p", "subtitle": "p", "text-author": "p", "empty-line": "p", "emphasis": "em",
    "cite": "blockquote", "epigraph": "blockquote", "section": "section", "poem": "div",
    "stanza": "div", "table": "table", "tr": "tr", "td": "td", "th": "th",
    "sup": "sup", "sub": "sub",
  ]

  /// The text and the notes below it, each an element of a tree of HTML's elements.
  mutating func html() -> (tree: MarkupTree, text: Int, notes: Int) {
    let bodies = source.all("body")
    let unnamed = bodies.filter { source.attribute("name", of: $0) == nil }
    // A book whose every body has a name has its text in the first.
    let texts = unnamed.isEmpty ? Array(bodies.prefix(1)) : unnamed
    let text = result.open("body", in: 0)
    for node in texts { translate(node, in: text, level: 1) }
    let notes = result.open("body", in: 0)
    for node in bodies where !texts.contains(node) {
      translate(node, in: notes, level: 1, isInChapter: true)
    }
    return (PageEditor.edited(result.tree), text, notes)
  }

  /// The depth of the source is bounded, so that this recursion is too.
  private mutating func translate(
    _ node: Int,
    in parent: Int,
    level: Int,
    isInChapter: Bool = false
  ) {
    for child in source.children(of: node) {
      if source.isText(child) {
        result.add(source.text[source.nodes[child].text], in: parent)
        continue
      }
      let name = source.name(child)
      switch name {
      case "title": addTitle(child, in: parent, level: level)
      case "section":
        let section = result.open("section", in: parent)
        let isChapter = !isInChapter && startChapter(child, at: section)
        translate(
          child,
          in: section,
          level: level + 1,
          isInChapter: isInChapter || isChapter
        )
      case "image", "binary": break
      case "a" where source.attribute("type", of: child) == "note":
        let mark = result.open("sup", in: parent)
        translate(child, in: mark, level: level, isInChapter: isInChapter)
      default:
        let target = Self.names[name].map { result.open($0, in: parent) } ?? parent
        translate(child, in: target, level: level, isInChapter: isInChapter)
      }
    }
  }

  /// Notes that a section with a title is a chapter, unless it holds chapters itself, as a part
  /// does.
  private mutating func startChapter(_ section: Int, at node: Int) -> Bool {
    guard let lines = titleLines(of: section) else { return false }
    let first = lines.first ?? ""
    let holdsChapters =
      source.children(of: section).contains {
        source.name($0) == "section" && titleLines(of: $0) != nil
      }
      && (HeadingReader.title(in: first)?.printedNumber == nil
        || HeadingReader.partNumber(in: first) != nil)
    guard !holdsChapters else {
      pendingStart = pendingStart ?? node
      return false
    }
    // The title of a part stands before that of its first chapter.
    chapterStarts[pendingStart ?? node] = Self.title(lines)
    pendingStart = nil
    return true
  }

  /// The lines of the title of a section; nil where it has none.
  private func titleLines(of section: Int) -> [String]? {
    guard let title = source.children(of: section).first(where: { source.name($0) == "title" })
    else { return nil }
    let lines = source.all("p", in: title).map { source.words(of: $0) }.filter { !$0.isEmpty }
    return lines.isEmpty ? nil : lines
  }

  private static func title(_ lines: [String]) -> ChapterTitle {
    let rest = lines.dropFirst().joined(separator: " ")
    guard var title = lines.first.flatMap({ HeadingReader.title(in: $0) }),
      title.printedNumber != nil
    else { return ListedTitle.title(lines.joined(separator: " ")) }
    if title.title == nil, !rest.isEmpty { title.title = rest }
    return title
  }

  /// The paragraphs of a title are lines of one heading.
  private mutating func addTitle(_ node: Int, in parent: Int, level: Int) {
    let heading = result.open("h\(min(level, 6))", in: parent)
    for (index, line) in source.all("p", in: node).enumerated() {
      if index > 0 { _ = result.open("br", in: heading) }
      result.add(source.rawText(of: line), in: heading)
    }
  }

  /// What the description says of the work.
  func facts() -> FactCollector {
    var facts = FactCollector()
    guard let info = source.first("title-info") else { return facts }
    for node in source.children(of: info) {
      let words = source.words(of: node)
      switch source.name(node) {
      case "book-title": facts.addIfAbsent("title", words)
      case "author": facts.add("author", items: [author(node)])
      case "genre": facts.add("genre", items: [words])
      case "annotation": facts.addIfAbsent("summary", words)
      case "lang": facts.addIfAbsent("lang", words)
      case "date": facts.addIfAbsent("published", source.attribute("value", of: node) ?? words)
      case "keywords": facts.add("tag", words)
      case "sequence":
        facts.addIfAbsent("series", source.attribute("name", of: node) ?? "")
        facts.addIfAbsent("part", source.attribute("number", of: node) ?? "")
      default: break
      }
    }
    if let address = source.first("src-url") { facts.addIfAbsent("url", source.words(of: address)) }
    return facts
  }

  private func author(_ node: Int) -> String {
    let parts = ["first-name", "middle-name", "last-name"].compactMap { name in
      source.first(name, in: node).map { source.words(of: $0) }
    }.filter { !$0.isEmpty }
    if !parts.isEmpty { return parts.joined(separator: " ") }
    return source.first("nickname", in: node).map { source.words(of: $0) } ?? ""
  }
}
