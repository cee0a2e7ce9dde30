import FicModel

/// Renders a chapter of FanFicFare's, the notes that it sets apart as what they are.
struct FanFicFareNotes {
  private let tree: MarkupTree

  /// Notes stand at most so deep in a chapter; each step looks at all of it once more.
  private static let deepest = 16

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// Renders an element with what is in it.
  func render(_ node: Int, into story: inout MarkupStory) { render(node, into: &story, depth: 0) }

  private func render(_ node: Int, into story: inout MarkupStory, depth: Int) {
    if tree.hasClass("fff_chapter_notes", node) {
      renderNotes(node, into: &story)
    } else if depth < Self.deepest,
      tree.first(in: node, where: { tree.hasClass("fff_chapter_notes", $0) }) != nil
    {
      for child in tree.children(of: node) { render(child, into: &story, depth: depth + 1) }
    } else {
      story.render(node, of: tree)
    }
  }

  private func renderNotes(_ root: Int, into story: inout MarkupStory) {
    var zone = ZoneKind.authorsNote
    for node in tree.children(of: root) {
      if ["b", "strong", "p"].contains(tree.name(node)) {
        let words = tree.words(of: node)
        if words.last == ":" { zone = words.contains("Summary") ? .summary : .authorsNote }
      }
      story.render(node, of: tree, as: zone)
    }
  }
}
