/// The title line and the labels on the first page of FanFicFare's HTML and EPUB, as rows of a
/// table or as lines.
struct FanFicFareLabels {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// Adds what an element says.
  func read(_ root: Int, into facts: inout FactCollector) {
    for node in [root] + tree.descendants(of: root) {
      switch tree.name(node) {
      case "h1", "h2", "h3": readTitle(node, into: &facts)
      case "b", "strong":
        let label = tree.words(of: node)
        if label.last == ":" { facts.add(label: label, value(after: node)) }
      default: break
      }
    }
  }

  /// `Title by Author`, both of them links.
  private func readTitle(_ heading: Int, into facts: inout FactCollector) {
    let links = tree.all("a", in: heading)
    let authors = links.filter { tree.hasClass("authorlink", $0) }
    guard !authors.isEmpty else { return }
    if let title = links.first(where: { !tree.hasClass("authorlink", $0) }) {
      facts.addIfAbsent("title", tree.words(of: title))
      facts.addIfAbsent("url", tree.attribute("href", of: title) ?? "")
    }
    for author in authors {
      facts.add("author", items: [tree.words(of: author)])
      facts.add("author_url", tree.attribute("href", of: author) ?? "")
    }
  }

  /// What follows a label: up to the line's end, or the next cell.
  private func value(after label: Int) -> String {
    let parent = tree.nodes[label].parent
    if tree.name(parent) == "td" {
      var cell = tree.nodes[parent].next
      while cell >= 0, tree.isText(cell) { cell = tree.nodes[cell].next }
      return cell >= 0 ? tree.words(of: cell) : ""
    }
    var text: [UInt8] = []
    var node = tree.nodes[label].next
    while node >= 0, tree.name(node) != "br", tree.name(node) != "b" {
      text += tree.rawText(of: node)
      node = tree.nodes[node].next
    }
    return HeaderValue.folded(String(decoding: text, as: UTF8.self))
  }
}
