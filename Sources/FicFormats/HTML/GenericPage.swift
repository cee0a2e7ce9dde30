import FicModel
import FicParsing

/// Any other page: the element that holds the story is found by what archives call it, or by where
/// the text is.
struct GenericPage {
  private let tree: MarkupTree

  /// Where known sites and programs keep the story, the surest first.
  private static let ids = [
    "storytext", "chapters", "story", "chapter-content", "content", "storycontent",
  ]
  private static let classes = [
    "userstuff", "chapter-content", "chapter-inner", "storytext", "entry-content", "post-content",
    "entry-text", "asset-content",
  ]

  /// The element with this share of an element's text, in percent, holds the story of it.
  private static let mainShare = 85

  /// Each step looks at all of the text once more.
  private static let deepestMain = 32

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// Whether the page has enough text that is no link to be a story.
  var hasStory: Bool {
    let body = tree.first("body") ?? 0
    let all = prose(in: body)
    let links = tree.all("a", in: body).reduce(0) { $0 + tree.visibleBytes(in: $1) }
    return all > 0 && links * 2 <= all
  }

  /// Reads the page.
  func read(into story: inout MarkupStory) {
    let body = tree.first("body") ?? 0
    let main = main(of: body)
    render(body, around: main, into: &story)
    readHead(into: &story.facts)
    let canonical = tree.first {
      tree.name($0) == "link" && tree.attribute("rel", of: $0) == "canonical"
    }
    story.chapterAddress =
      canonical.flatMap { tree.attribute("href", of: $0) }
      ?? story.facts.fields.first { $0.key == "url" }?.value
  }

  // MARK: Finding the story

  private func main(of body: Int) -> Int {
    let whole = prose(in: body)
    let known =
      Self.ids.lazy.compactMap { id in tree.first(id: id, in: body) }.first(where: {
        holds($0, whole)
      })
      ?? Self.classes.lazy.compactMap { name in
        tree.first(in: body) { tree.hasClass(name, $0) }
      }.first(where: { holds($0, whole) })
    if let known { return known }
    var main = body
    var depth = 0
    while depth < Self.deepestMain,
      let next = tree.children(of: main).first(where: { child in
        [
          "div", "main", "article", "section", "center", "td", "tr", "table", "tbody", "form",
          "font",
        ]
        .contains(tree.name(child)) && holds(child, whole)
      })
    {
      main = next
      depth += 1
    }
    return main
  }

  private func holds(_ node: Int, _ whole: Int) -> Bool {
    prose(in: node) * 100 >= whole * Self.mainShare
  }

  /// The visible bytes in an element, without menus and scripts.
  private func prose(in root: Int) -> Int {
    var count = 0
    var node = root + 1
    let end = tree.descendants(of: root).upperBound
    while node < end {
      if isChrome(node) {
        node = tree.descendants(of: node).upperBound
        continue
      }
      if tree.isText(node) { count += tree.text[tree.nodes[node].text].count { $0 > 0x20 } }
      node += 1
    }
    return count
  }

  private func isChrome(_ node: Int) -> Bool {
    let node = tree.nodes[node]
    return node.isHidden || node.traits.contains(.silent) || ["nav", "aside"].contains(node.name)
  }

  // MARK: Rendering

  /// What stands beside the story keeps its place as matter that is none.
  private func render(_ node: Int, around main: Int, into story: inout MarkupStory) {
    if node == main {
      story.render(node, of: tree, headingLevel: 1)
    } else if tree.descendants(of: node).contains(main) {
      for child in tree.children(of: node) { render(child, around: main, into: &story) }
    } else if !isChrome(node) {
      story.render(node, of: tree, as: .summary)
    }
  }

  // MARK: Facts

  private func readHead(into facts: inout FactCollector) {
    for node in tree.all("meta") {
      guard let value = tree.attribute("content", of: node) else { continue }
      switch tree.attribute("name", of: node)?.lowercased() ?? tree.attribute("property", of: node)
      {
      case "author", "dc.creator", "article:author": facts.add("author", items: [value])
      case "dc.title": facts.add("title", items: [value])
      case "og:url": facts.add("url", value)
      case "description": facts.addIfAbsent("summary", value)
      default: break
      }
    }
    let language = tree.first("html").flatMap { tree.attribute("lang", of: $0) }
    if let language { facts.add("lang", language) }
    if let title = tree.first("title") {
      let words = tree.words(of: title)
      if HeadingReader.title(in: words) == nil { facts.addIfAbsent("title", words) }
    }
  }
}
