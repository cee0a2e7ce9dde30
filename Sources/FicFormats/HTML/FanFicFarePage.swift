import FicModel
import FicParsing

/// FanFicFare's HTML: a title line, a table of labels, a table of contents, anchored chapters.
///
/// Source: fanficfare/writers/writer_html.py.
struct FanFicFarePage {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// Whether a page is one.
  static func matches(_ tree: MarkupTree) -> Bool {
    let hasAuthor =
      tree.first(where: { tree.name($0) == "a" && tree.hasClass("authorlink", $0) }) != nil
    return hasAuthor && tree.first(where: { isSection($0, tree) }) != nil
  }

  private static func isSection(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard tree.name(node) == "a",
      let name = tree.attribute("name", of: node) ?? tree.attribute("id", of: node)
    else { return false }
    return name.hasPrefix("section") && name.dropFirst(7).allSatisfy { $0.isASCII && $0.isNumber }
      && name.count > 7
  }

  /// Reads the page.
  func read(into story: inout MarkupStory) {
    var isInChapters = false
    var awaitsHeading = false
    var pending = tree.children(of: tree.first("body") ?? 0)[...]
    while let node = pending.popFirst() {
      if isBlankText(node) { continue }
      if let section = section(in: node) {
        isInChapters = true
        awaitsHeading = true
        if section != node, heading(in: node) == nil {
          // The whole chapter stands inside the element around the anchor.
          pending = (tree.children(of: node) + pending)[...]
          continue
        }
      }
      if awaitsHeading, let heading = heading(in: node) {
        story.startChapter(ListedTitle.title(tree.words(of: heading)), heading: node, of: tree)
        awaitsHeading = false
      } else if !isInChapters {
        FanFicFareLabels(tree).read(node, into: &story.facts)
        story.render(node, of: tree, as: .summary)
      } else {
        FanFicFareNotes(tree).render(node, into: &story)
      }
    }
  }

  private func isBlankText(_ node: Int) -> Bool {
    tree.isText(node) && tree.text[tree.nodes[node].text].allSatisfy { $0 <= 0x20 }
  }

  private func section(in node: Int) -> Int? {
    if Self.isSection(node, tree) { return node }
    return tree.descendants(of: node).prefix(64).first { Self.isSection($0, tree) }
  }

  private func heading(in node: Int) -> Int? {
    let isHeading = { (inner: Int) in
      let name = tree.name(inner)
      return name.count == 2 && name.first == "h" && name != "hr"
    }
    if isHeading(node) { return node }
    return tree.descendants(of: node).prefix(4).first(where: isHeading)
  }
}
