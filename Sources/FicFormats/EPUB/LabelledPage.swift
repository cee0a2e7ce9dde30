import FicModel
import FicParsing

/// The labels on a page that describes a book, such as FicHub's introduction: `By: …`, `Status: …`,
/// each in a paragraph or on a line of its own.
struct LabelledPage {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// How many lines of the page begin with a label that is known.
  func labels(in body: Int) -> Int {
    var story = MarkupStory()
    story.render(body, of: tree)
    let document = story.document()
    return TextLine.lines(of: document.text).count { line in
      MetadataLabel.match(line.content..<line.end, in: document.text)?.key != nil
    }
  }

  /// Adds what the page says; labels that are not known are left alone.
  func read(_ body: Int, into facts: inout FactCollector) {
    var story = MarkupStory()
    story.render(body, of: tree)
    let document = story.document()
    var summary: [String] = []
    var hasLabelBefore = false
    var hasLabelBehind = false
    for line in TextLine.lines(of: document.text) where !line.isBlank {
      guard let match = MetadataLabel.match(line.content..<line.end, in: document.text),
        let key = match.key
      else {
        if hasLabelBefore, !hasLabelBehind {
          summary.append(String(decoding: document.text[line.content..<line.end], as: UTF8.self))
        }
        continue
      }
      hasLabelBehind = hasLabelBehind || hasLabelBefore && key != "author"
      hasLabelBefore = hasLabelBefore || key == "author"
      guard !facts.has(key) else { continue }
      let value = String(decoding: document.text[match.value], as: UTF8.self)
      if key == "rating" { addRating(value, to: &facts) } else { facts.add(key, value) }
    }
    // FicHub writes the summary between the author and the other labels.
    if hasLabelBehind, !summary.isEmpty {
      facts.addIfAbsent("summary", summary.joined(separator: " "))
    }
    if let heading = tree.first("h1", in: body) {
      facts.addIfAbsent("title", tree.words(of: heading))
    }
  }

  /// FicHub repeats fanfiction.net's line: `Fiction T - Language: English - Genre: Mystery - …`.
  private func addRating(_ value: String, to facts: inout FactCollector) {
    let parts = value.split(separator: " - ").map { HeaderValue.folded(String($0)) }
    let rating = parts.first ?? value
    facts.add(
      "rating",
      rating.hasPrefix("Fiction ") ? String(rating.dropFirst(8).prefix { $0 != " " }) : rating
    )
    for part in parts.dropFirst() {
      guard let colon = part.firstIndex(of: ":") else { continue }
      let key = FactCollector.key(of: String(part[..<colon]))
      let words = HeaderValue.folded(String(part[part.index(after: colon)...]))
      guard !facts.has(key) else { continue }
      if key == "genre", let genres = ProfileLine.genres(in: words) {
        facts.add(key, items: genres)
      } else {
        facts.add(key, words)
      }
    }
  }
}
