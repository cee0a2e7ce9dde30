/// What elements and classes of pages are to the text that is read: the one table of them.
enum ElementTable {
  /// The traits of elements by their names.
  static let traits: [String: ElementTraits] = {
    var traits: [String: ElementTraits] = [:]
    for (names, trait) in rows {
      for name in names.split(separator: " ") { traits[String(name), default: []].insert(trait) }
    }
    return traits
  }()

  private static let rows: [(names: String, trait: ElementTraits)] = [
    ("script style head title select option button textarea template svg math object", .silent),
    ("embed iframe input audio video noscript datalist", .silent),
    ("p div blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr tbody thead tfoot", .block),
    ("caption pre section article header footer main aside nav figure figcaption address", .block),
    ("center form fieldset legend body html hr details summary td th", .block),
    ("rt rtc rp", .reading), ("em i cite dfn var", .italic), ("sup sub a", .mark),
    ("a span", .anchor),
  ]

  /// Classes of the numbers of printed pages, without hyphens and underscores, in lower case.
  ///
  /// These and the next two are from pages of Project Gutenberg, Distributed Proofreaders, Standard
  /// Ebooks, Calibre and converters of word processors' files.
  static let pageNumbers: Set<String> = [
    "pagenum", "pagenumber", "pagenumbers", "pageno", "pagebreak", "pgnum", "page", "pb", "folio",
    "newpage",
  ]

  /// Classes of a word's first letter where it is set larger.
  static let initials: Set<String> = [
    "dropcap", "dropcaps", "drop", "firstletter", "initial", "initialcap", "initialletter",
    "lettrine", "bigletter", "raisedcap", "versal", "capital",
  ]

  /// Classes of links to notes.
  static let noteLinks: Set<String> = [
    "noteref", "footnote", "footnoteref", "footnotelink", "footnotereference", "footnoteanchor",
    "fnref", "fnanchor", "fn", "noteanchor", "notelink", "endnote", "endnoteref", "annoref",
  ]

  /// Values of `epub:type` and `role` that say the same.
  static let pageBreakTypes: Set<String> = ["pagebreak", "doc-pagebreak"]
  static let noteTypes: Set<String> = ["noteref", "doc-noteref"]

  /// Whether one of an element's classes is in a set.
  static func hasClass(of set: Set<String>, _ node: Int, in tree: MarkupTree) -> Bool {
    tree.classes(of: node).contains { name in
      set.contains(name.filter { $0 != "-" && $0 != "_" }.lowercased())
    }
  }

  /// Whether an element's `epub:type` or `role` is in a set.
  static func hasType(of set: Set<String>, _ node: Int, in tree: MarkupTree) -> Bool {
    ["epub:type", "role"].contains { name in
      tree.attribute(name, of: node)?.split(separator: " ").contains { set.contains(String($0)) }
        ?? false
    }
  }

  /// Whether an element is what forums put spoilers in, to be opened.
  static func isSpoiler(_ node: Int, in tree: MarkupTree) -> Bool {
    guard let names = tree.attribute("class", of: node) else { return false }
    let wanted = Array("spoiler".utf8)
    var found = 0
    for byte in names.utf8 {
      let letter = byte | 0x20
      found = letter == wanted[found] ? found + 1 : letter == wanted[0] ? 1 : 0
      if found == wanted.count { return true }
    }
    return false
  }
}
