import FicModel

/// The text and the description of a FictionBook.
struct FictionBook {
  private let source: MarkupTree
  private var result = MarkupTranslation()

  init(_ source: MarkupTree) {
    self.source = source
  }

  private static let names: [String: String] = [
    "p": "p", "v": "p", "subtitle": "p", "text-author": "p", "empty-line": "p", "emphasis": "em",
    "cite": "blockquote", "epigraph": "blockquote", "section": "section", "poem": "div",
    "stanza": "div", "table": "table", "tr": "tr", "td": "td", "th": "th",
  ]

  /// The text as a tree of HTML's elements; the notes of the publisher stand last.
  mutating func html() -> MarkupTree {
    let body = result.open("body", in: 0)
    for node in source.all("body") { translate(node, in: body, level: 1) }
    return result.tree
  }

  /// The depth of the source is bounded, so that this recursion is too.
  private mutating func translate(_ node: Int, in parent: Int, level: Int) {
    for child in source.children(of: node) {
      if source.isText(child) {
        result.add(source.text[source.nodes[child].text], in: parent)
        continue
      }
      let name = source.name(child)
      switch name {
      case "title": addTitle(child, in: parent, level: level)
      case "section": translate(child, in: result.open("section", in: parent), level: level + 1)
      case "image", "binary": break
      default:
        let target = Self.names[name].map { result.open($0, in: parent) } ?? parent
        translate(child, in: target, level: level)
      }
    }
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
