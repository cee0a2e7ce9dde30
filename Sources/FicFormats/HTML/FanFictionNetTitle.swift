import FicModel

/// The title of a page of fanfiction.net: `Low Water Chapter 2: Mud, a bleach fanfic | FanFiction`.
struct FanFictionNetTitle {
  private let title: String
  private let fandom: String?

  /// What the chapter is called; nil where the title does not say.
  let chapter: ChapterTitle?

  private static let ends = [
    " | FanFiction", " - FanFiction.Net", " | FanFiction.Net", " | FictionPress",
    " - FictionPress.Com",
  ]

  /// Reads a page's title; nil where it is no such page's.
  init?(_ tree: MarkupTree) {
    guard let node = tree.first("title") else { return nil }
    let words = tree.words(of: node)
    guard let end = Self.ends.first(where: { words.lowercased().hasSuffix($0.lowercased()) }) else {
      return nil
    }
    var rest = Substring(words.dropLast(end.count))
    var fandom: String?
    for suffix in [" fanfic", " FanFic"] where rest.hasSuffix(suffix) {
      rest = rest.dropLast(suffix.count)
      for article in [", a ", ", an "] {
        guard let place = rest.ranges(of: article).last else { continue }
        fandom = HeaderValue.folded(String(rest[place.upperBound...]))
        rest = rest[..<place.lowerBound]
        break
      }
    }
    self.fandom = fandom
    guard let place = rest.ranges(of: " Chapter ").last,
      rest[place.upperBound...].first?.isNumber ?? false
    else {
      title = HeaderValue.folded(String(rest))
      chapter = nil
      return
    }
    title = HeaderValue.folded(String(rest[..<place.lowerBound]))
    chapter = ListedTitle.title("Chapter " + rest[place.upperBound...])
  }

  /// Adds what the title says.
  func add(to facts: inout FactCollector) {
    facts.addIfAbsent("title", title)
    if let fandom { facts.add("fandom", items: [fandom]) }
  }
}
