/// The package document of an EPUB: what the book is and in which order its files are read.
///
/// Source: EPUB 3.3, chapter 5; OPF 2.0.1. Prefixes of names are not looked at.
struct PackageDocument {
  /// A file of the book.
  struct Item {
    var path: String
    var mediaType: String
    var properties: [Substring]

    /// Whether it is a page of text, and none that lists the others.
    var isPage: Bool {
      ["application/xhtml+xml", "text/html"].contains(mediaType.lowercased())
        && !properties.contains("nav")
    }
  }

  /// The element of a fact, without its prefix, with its attributes and words.
  struct Fact {
    var name: String
    var words: String
    var attributes: [String: String]
  }

  /// In the order of the package.
  private(set) var facts: [Fact] = []

  /// What facts say of others, by the ids of these and by what it is; the first of several.
  private var refinements: [String: [String: String]] = [:]

  /// The files by their ids, in the order of the package; several where a book uses an id again.
  private(set) var items: [String: [Item]] = [:]

  /// The files in reading order.
  private(set) var spine: [Item] = []

  /// Pages that the reading order leaves out, in the order of the package.
  private(set) var unlistedPages: [Item] = []

  /// How many places of the reading order name no file of the package.
  private(set) var unknownPages = 0

  /// The id of the table of contents of EPUB 2.
  private(set) var contentsID: String?

  /// Reads the package document at `path` in the archive.
  init(_ tree: MarkupTree, path: String, in names: EntryNames) {
    var order: [String] = []
    var pages: [Item] = []
    for node in tree.nodes.indices {
      let name = Self.local(tree.name(node))
      switch name {
      case "item":
        guard let item = item(node, tree, path: path, in: names) else { continue }
        if item.isPage { pages.append(item) }
        items[Self.id(node, "id", tree), default: []].append(item)
      case "itemref": order.append(Self.id(node, "idref", tree))
      case "spine": contentsID = tree.attribute("toc", of: node)
      default:
        if Self.local(tree.name(max(0, tree.nodes[node].parent))) == "metadata" {
          readFact(node, name, tree)
        }
      }
    }
    // A page that is listed again would be read again, as often as a hostile book likes.
    var listed: Set<String> = []
    for id in order {
      guard let items = items[id] else {
        unknownPages += 1
        continue
      }
      spine += items.filter { listed.insert($0.path).inserted }
    }
    unlistedPages = pages.filter { listed.insert($0.path).inserted }
  }

  /// The file for which `isMatch` holds; of several, the first by its path.
  func item(where isMatch: (Item) -> Bool) -> Item? {
    items.values.joined().filter(isMatch).min { $0.path < $1.path }
  }

  /// An id without the spaces around it.
  private static func id(_ node: Int, _ name: String, _ tree: MarkupTree) -> String {
    HeaderValue.folded(tree.attribute(name, of: node) ?? "")
  }

  private func item(
    _ node: Int,
    _ tree: MarkupTree,
    path: String,
    in names: EntryNames
  ) -> Item? {
    guard let reference = tree.attribute("href", of: node),
      let target = names.place(of: reference, from: path)
    else { return nil }
    return Item(
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
    let fact = Fact(
      name: name,
      words: tree.words(of: node),
      attributes: Dictionary(attributes, uniquingKeysWith: { first, _ in first })
    )
    facts.append(fact)
    if name == "meta", let property = fact.attributes["property"],
      let target = fact.attributes["refines"]
    {
      let id = HeaderValue.folded(target)
      if refinements[id]?[property] == nil { refinements[id, default: [:]][property] = fact.words }
    }
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
    if let title = mainTitle { facts.replace("title", with: title) }
    if let subtitle { facts.addIfAbsent("subtitle", subtitle) }
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
    if !facts.has("series"), let (series, part) = collection {
      facts.add("series", series)
      if let part { facts.add("part", part) }
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

  /// What somebody did for the book, in small letters: an attribute in EPUB 2, a fact about the
  /// fact in EPUB 3.
  private func role(of fact: Fact) -> String? {
    (fact.attributes["role"] ?? refinement("role", of: fact)).map { words in
      HeaderValue.folded(words).lowercased()
    }
  }

  /// What a fact of EPUB 3 says about another.
  private func refinement(_ property: String, of fact: Fact) -> String? {
    fact.attributes["id"].flatMap { refinements["#" + HeaderValue.folded($0)]?[property] }
  }

  private var titles: [Fact] { facts.filter { $0.name == "title" && !$0.words.isEmpty } }

  /// What a title is, in small letters; nil where the book does not say.
  private func titleType(of fact: Fact) -> String? {
    refinement("title-type", of: fact).map { $0.lowercased() }
  }

  /// The title that the book calls the main one, else the first that is no other part of it.
  ///
  /// Source: EPUB 3.3, D.3.6 (title-type).
  private var mainTitle: String? {
    let titles = titles
    return
      (titles.first { titleType(of: $0) == "main" }
      ?? titles.first { titleType(of: $0) == nil } ?? titles.first)?.words
  }

  private var subtitle: String? { titles.first { titleType(of: $0) == "subtitle" }?.words }

  /// The series or the set that the book belongs to, with its place there.
  ///
  /// Calibre's, EPUB 3's, or a title that is the collection's.
  private var collection: (name: String, part: String?)? {
    if let series = meta("calibre:series") { return (series, meta("calibre:series_index")) }
    let collections = facts.filter {
      $0.name == "meta" && $0.attributes["property"] == "belongs-to-collection" && !$0.words.isEmpty
    }
    let series = collections.first { refinement("collection-type", of: $0) == "series" }
    if let fact = series ?? collections.first {
      let anywhere = collections.count == 1 ? property("group-position") : nil
      return (fact.words, refinement("group-position", of: fact) ?? anywhere)
    }
    return titles.first { titleType(of: $0) == "collection" }.map {
      ($0.words, refinement("group-position", of: $0))
    }
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
