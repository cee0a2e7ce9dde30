import FicModel
import FicParsing

/// The labels on a page that describes a book, such as FicHub's introduction: `By: …`, `Status: …`,
/// each in a paragraph or on a line of its own.
struct LabelledPage {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// Adds what the page says; labels that are not known are left alone.
  func read(_ body: Int, into facts: inout FactCollector) {
    var story = MarkupStory()
    story.render(body, of: tree)
    let document = story.document()
    for line in TextLine.lines(of: document.text) where !line.isBlank {
      guard let match = MetadataLabel.match(line.content..<line.end, in: document.text),
        let key = match.key, !facts.has(key)
      else { continue }
      let value = String(decoding: document.text[match.value], as: UTF8.self)
      if key == "rating", value.hasPrefix("Fiction ") {
        // FicHub repeats fanfiction.net's line.
        let rating = value.dropFirst(8).prefix { $0 != " " }
        facts.add("rating", String(rating))
      } else {
        facts.add(key, value)
      }
    }
    if let heading = tree.first("h1", in: body) {
      facts.addIfAbsent("title", tree.words(of: heading))
    }
  }
}
