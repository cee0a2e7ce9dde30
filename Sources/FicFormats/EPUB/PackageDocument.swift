/// The package document of an EPUB: what the book is and in which order its files are read.
///
/// Source: EPUB 3.3, chapter 5; OPF 2.0.1. Prefixes of names are not looked at.
struct PackageDocument {
  /// A file of the book.
  struct Item {
    var path: String
    var mediaType: String
    var properties: [Substring]
  }

  /// The element of a fact, without its prefix, with its attributes and words.
  struct Fact {
    var name: String
    var words: String
    var attributes: [String: String]
  }

  /// In the order of the package.
  private(set) var facts: [Fact] = []

  /// The files by their ids.
  private(set) var items: [String: Item] = [:]

  /// The files in reading order.
  private(set) var spine: [Item] = []

  /// The id of the table of contents of EPUB 2.
  private(set) var contentsID: String?

  /// Reads the package document at `path` in the archive.
  init(_ tree: MarkupTree, path: String) {
    var order: [String] = []
    for node in tree.nodes.indices {
      let name = Self.local(tree.name(node))
      switch name {
      case "item": readItem(node, tree, path: path)
      case "itemref": order.append(tree.attribute("idref", of: node) ?? "")
      case "spine": contentsID = tree.attribute("toc", of: node)
      default:
        if Self.local(tree.name(max(0, tree.nodes[node].parent))) == "metadata" {
          readFact(node, name, tree)
        }
      }
    }
    // A page that is listed again would be read again, as often as a hostile book likes.
    var listed: Set<String> = []
    spine = order.compactMap { items[$0] }.filter { listed.insert($0.path).inserted }
  }

  /// The file for which `isMatch` holds; of several, the first by its path.
  func item(where isMatch: (Item) -> Bool) -> Item? {
    items.values.filter(isMatch).min { $0.path < $1.path }
  }

  private mutating func readItem(_ node: Int, _ tree: MarkupTree, path: String) {
    guard let id = tree.attribute("id", of: node),
      let target = tree.attribute("href", of: node).flatMap({ ArchivePath.resolve($0, from: path) }
      ),
      items[id] == nil
    else { return }
    items[id] = Item(
      path: target.path,
      mediaType: tree.attribute("media-type", of: node) ?? "",
      properties: tree.attribute("properties", of: node)?.split(separator: " ") ?? []
    )
  }

  private mutating func readFact(_ node: Int, _ name: String, _ tree: MarkupTree) {
    guard !name.isEmpty else { return }
    let attributes = tree.attributes[tree.nodes[node].attributes].map {
      (Self.local($0.name), $0.value)
    }
    facts.append(
      Fact(
        name: name,
        words: tree.words(of: node),
        attributes: Dictionary(attributes, uniquingKeysWith: { first, _ in first })
      )
    )
  }

  /// A name without its prefix.
  static func local(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// The words of the facts of a name, in order.
  func words(of name: String) -> [String] {
    facts.filter { $0.name == name && !$0.words.isEmpty }.map(\.words)
  }

  /// The content of `<meta name="…">`.
  func meta(_ name: String) -> String? {
    facts.first { $0.name == "meta" && $0.attributes["name"] == name }?.attributes["content"]
  }

  /// The value of `<meta property="…">`, as EPUB 3 has it.
  func property(_ name: String) -> String? {
    facts.first { $0.name == "meta" && $0.attributes["property"] == name }?.words
  }

  /// Adds what the package says of the work, as far as its pages have not said it already.
  func add(to facts: inout FactCollector) throws(MarkupError) {
    let hadTags = ["tag", "genre", "category"].contains { facts.has($0) }
    for title in words(of: "title").prefix(1) { facts.addIfAbsent("title", title) }
    if !facts.has("author") { facts.add("author", items: authors) }
    for description in words(of: "description").prefix(1) where !facts.has("summary") {
      let tree = try MarkupParser.tree(Array(description.utf8), language: .html)
      facts.add("summary", tree.words(of: 0))
    }
    for words in words(of: "source") + words(of: "identifier") {
      if let address = Self.address(words) { facts.addIfAbsent("url", address) }
    }
    for publisher in words(of: "publisher") { facts.addIfAbsent("site", publisher) }
    for language in words(of: "language") { facts.addIfAbsent("lang", language) }
    if let series = meta("calibre:series") ?? property("belongs-to-collection"),
      !facts.has("series")
    {
      facts.add("series", series)
      if let part = meta("calibre:series_index") ?? property("group-position") {
        facts.add("part", part)
      }
    }
    if !hadTags { facts.add("tag", items: words(of: "subject")) }
    addDates(to: &facts)
  }

  /// The address in an identifier: itself, or behind a scheme as in `url:https://…`; Calibre once
  /// wrote its colons as strokes.
  private static func address(_ identifier: String) -> String? {
    var words = Substring(identifier)
    for scheme in ["url:", "uri:"] where words.lowercased().hasPrefix(scheme) {
      words = words.dropFirst(scheme.count)
    }
    for start in ["http", "https"] where words.hasPrefix(start + "|//") {
      words = start + ":" + words.dropFirst(start.count + 1)
    }
    return words.hasPrefix("http://") || words.hasPrefix("https://") ? String(words) : nil
  }

  private var authors: [String] {
    self.facts.filter { fact in
      fact.name == "creator" && !fact.words.isEmpty
        && (role(of: fact).map { $0 == "aut" } ?? true)
    }.map(\.words)
  }

  /// What somebody did for the book: an attribute in EPUB 2, a fact about the fact in EPUB 3.
  private func role(of fact: Fact) -> String? {
    if let role = fact.attributes["role"] { return role }
    guard let id = fact.attributes["id"] else { return nil }
    return facts.first {
      $0.name == "meta" && $0.attributes["property"] == "role"
        && $0.attributes["refines"] == "#" + id
    }?.words
  }

  private func addDates(to facts: inout FactCollector) {
    for fact in self.facts where fact.name == "date" && fact.words.count >= 4 {
      // Calibre's date of a book without one.
      if fact.words.hasPrefix("0101-") { continue }
      let day = String(fact.words.prefix(10))
      switch fact.attributes["event"] {
      case "publication", nil: facts.addIfAbsent("published", day)
      case "modification": facts.addIfAbsent("updated", day)
      case "creation": facts.addIfAbsent("packaged", day)
      default: break
      }
    }
    if let modified = property("dcterms:modified") {
      facts.addIfAbsent("updated", String(modified.prefix(10)))
    }
  }
}
