/// Makes the tree of a page hold the text that its readers see: sets aside what is hidden and
/// readings above characters, leaves out the numbers of printed pages, and sets apart what only
/// looks like a part of a word.
struct PageEditor {
  /// The page.
  private(set) var tree: MarkupTree

  private let sheets: [StyleSheet]

  /// For each node, the one that follows all that is in it.
  private var ends: [Int]

  /// What the declarations of `style` attributes do, as far as they have occurred.
  private var styles: [String: Bool] = [:]

  /// What the style sheets do to elements without an id, by their names and classes.
  private var classes: [String: Bool] = [:]

  /// The longest text that is hidden, in visible bytes: a longer one is no notice, and a script
  /// shows it.
  private static let longestHidden = 2000

  /// So many small letters are a word, and no part of a formula or of an abbreviation.
  private static let leastWord = 4

  /// How many styles, and how many classes, are remembered.
  private static let memory = 1024

  /// Takes a page and the style sheets that hold for it.
  private init(_ tree: MarkupTree, sheets: [StyleSheet]) {
    self.tree = tree
    self.sheets = sheets
    ends = Array(repeating: tree.nodes.count, count: tree.nodes.count)
    for node in tree.nodes.indices.dropFirst() {
      let next = tree.nodes[node].next
      // What stands behind the body's end is appended to the body, behind nodes that follow it.
      ends[node] = max(node + 1, next >= 0 ? next : ends[tree.nodes[node].parent])
    }
  }

  /// A tree of a page, edited.
  static func edited(_ tree: MarkupTree, sheets: [StyleSheet] = []) -> MarkupTree {
    var editor = PageEditor(tree, sheets: sheets.filter { !$0.isEmpty })
    editor.edit()
    return editor.tree
  }

  /// Edits the page.
  ///
  /// Complexity: linear in the number of nodes and bytes.
  private mutating func edit() {
    hideUnseen()
    /// The text before the next node in its paragraph.
    var before: Int?
    var node = 1
    while node < tree.nodes.count {
      let traits = tree.nodes[node].traits
      if tree.isText(node) {
        if !tree.nodes[node].text.isEmpty { before = node }
        node += 1
        continue
      }
      if tree.nodes[node].isHidden || traits.contains(.silent) {
        node = ends[node]
        continue
      }
      if traits.contains(.reading) {
        // The brackets around a reading are for browsers that show none.
        if tree.name(node) == "rp" { tree.hide(node) } else { tree.setAside(node) }
        node = ends[node]
        continue
      }
      if isPageNumber(node) {
        tree.hide(node)
        node = ends[node]
        continue
      }
      if traits.contains(.block) || tree.name(node) == "br" { before = nil }
      if traits.contains(.mark), let mark = noteMark(node, behind: before) {
        setText(in: node, to: mark)
        before = nil
        node = ends[node]
        continue
      }
      moveInitial(node)
      node += 1
    }
  }

  // MARK: What is hidden

  private mutating func hideUnseen() {
    var found: [Int] = []
    var hidden = 0
    var node = 1
    while node < tree.nodes.count {
      if tree.nodes[node].traits.contains(.silent) {
        node = ends[node]
      } else if !tree.isText(node), isUnseen(node), let bytes = hideableBytes(in: node) {
        found.append(node)
        hidden += bytes
        node = ends[node]
      } else {
        node += 1
      }
    }
    guard !found.isEmpty else { return }
    // A page that hides all but a menu is shown by a script.
    let shown = tree.visibleBytes(in: 0) - hidden
    guard shown > 0, hidden <= Self.longestHidden || shown * 9 >= hidden else { return }
    for node in found { tree.setAside(node) }
  }

  private mutating func isUnseen(_ node: Int) -> Bool {
    guard !tree.nodes[node].attributes.isEmpty || !sheets.isEmpty else { return false }
    if tree.attribute("hidden", of: node) != nil { return true }
    if let style = tree.attribute("style", of: node) {
      switch effect(of: style) {
      case .some(let isHidden): return isHidden
      case nil: break
      }
    }
    guard !sheets.isEmpty else { return false }
    let id = tree.attribute("id", of: node)
    let key = tree.name(node) + "." + (tree.attribute("class", of: node) ?? "")
    if id == nil, let known = classes[key] { return known }
    let isHidden = sheets.contains {
      $0.hides(tree.name(node), id: id, classes: tree.classes(of: node))
    }
    if id == nil, classes.count < Self.memory { classes[key] = isHidden }
    return isHidden
  }

  /// Whether a `style` attribute hides; nil where it says nothing of it.
  private mutating func effect(of style: String) -> Bool? {
    if let known = styles[style] { return known ? true : nil }
    let effect = StyleSheet.effect(of: style)
    if effect == .shows { return false }
    if styles.count < Self.memory { styles[style] = effect == .hides }
    return effect == .hides ? true : nil
  }

  /// The visible bytes in an element that may be hidden; nil where there are too many, or where it
  /// is what a spoiler shows when it is opened.
  private func hideableBytes(in node: Int) -> Int? {
    var outer = node
    for _ in 0..<8 where outer > 0 {
      if tree.name(outer) == "details" || ElementTable.isSpoiler(outer, in: tree) { return nil }
      outer = tree.nodes[outer].parent
    }
    guard ends[node] - node <= Self.longestHidden else { return nil }
    var bytes = 0
    for inner in node..<ends[node] where tree.isText(inner) {
      bytes += visibleBytes(at: inner)
      if bytes > Self.longestHidden { return nil }
    }
    return bytes
  }

  private func visibleBytes(at node: Int) -> Int {
    tree.text[tree.nodes[node].text].count { $0 > 0x20 }
  }

  // MARK: Short texts

  /// Whether an element holds some text and at most `limit` bytes of it, in few elements.
  private func isShort(_ node: Int, upTo limit: Int) -> Bool {
    guard ends[node] - node <= 16 else { return false }
    var count = 0
    for inner in node..<ends[node] where count <= limit { count += tree.nodes[inner].text.count }
    return count > 0 && count <= limit
  }

  /// The text in an element without white space at its ends, where it is at most `limit` bytes and
  /// few elements.
  private func shortText(in node: Int, upTo limit: Int) -> [UInt8]? {
    guard isShort(node, upTo: limit + 8) else { return nil }
    var bytes: [UInt8] = []
    for inner in node..<ends[node] where tree.isText(inner) && !tree.nodes[inner].isHidden {
      bytes += tree.text[tree.nodes[inner].text]
    }
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return end - start <= limit ? Array(bytes[start..<end]) : nil
  }

  /// Gives the first text in an element other bytes and empties the others.
  private mutating func setText(in node: Int, to bytes: [UInt8]) {
    var bytes = bytes
    for inner in node..<ends[node] where tree.isText(inner) {
      tree.setText(inner, to: bytes, source: tree.nodes[inner].source)
      bytes = []
    }
  }

  // MARK: Numbers of pages

  private func isPageNumber(_ node: Int) -> Bool {
    guard !tree.nodes[node].attributes.isEmpty, let text = shortText(in: node, upTo: 24),
      PageNumber.isNumber(text)
    else { return false }
    return ElementTable.hasClass(of: ElementTable.pageNumbers, node, in: tree)
      || ElementTable.hasType(of: ElementTable.pageBreakTypes, node, in: tree)
      // "I" in a link is a word.
      || text.contains { $0 <= 0x39 || $0 == UInt8(ascii: "[") } && isPageAnchor(node)
  }

  private func isPageAnchor(_ node: Int) -> Bool {
    guard tree.nodes[node].traits.contains(.anchor) else { return false }
    let id = tree.attribute("id", of: node) ?? tree.attribute("name", of: node) ?? ""
    return PageNumber.isAnchor(id)
  }

  // MARK: Marks of notes

  /// The mark of a note that an element is, behind a text, as characters that are no part of a
  /// word; nil where it is none.
  private func noteMark(_ node: Int, behind before: Int?) -> [UInt8]? {
    let name = tree.name(node)
    guard let text = shortText(in: node, upTo: 12), !text.isEmpty else { return nil }
    let inside = node..<ends[node]
    let hasLink = inside.contains { tree.attribute("href", of: $0)?.contains("#") ?? false }
    let isRaised = inside.contains { tree.name($0) == "sup" }
    let isCalledSo = inside.contains {
      ElementTable.hasType(of: ElementTable.noteTypes, $0, in: tree)
        || ElementTable.hasClass(of: ElementTable.noteLinks, $0, in: tree)
    }
    let word = before.map { tree.text[tree.nodes[$0].text].suffix(32) } ?? []
    let letters = word.reversed().prefix { $0 >= 0x61 && $0 <= 0x7A }.count
    // Raised letters end abbreviations, but none of so many letters ends in these.
    let isLetter =
      isRaised && letters >= Self.leastWord
      && ["a", "b", "c"].contains { text.elementsEqual($0.utf8) }
    guard let mark = NoteMark(text, mayBeLetter: isCalledSo || hasLink && isRaised || isLetter)
    else { return nil }
    if isCalledSo || isRaised && (name != "a" || hasLink) { return mark.bytes }
    if name == "a" {
      guard hasLink, let last = word.last else { return nil }
      return mark.isBracketed
        || last > 0x20 && last != UInt8(ascii: "(") && last != UInt8(ascii: "[")
        ? mark.bytes : nil
    }
    // A lowered number is one of a formula, as in H2O, but behind a word.
    return hasLink || letters >= Self.leastWord ? mark.bytes : nil
  }

  // MARK: First letters

  /// Puts a first letter that is set apart, as a picture or as a large letter, before the text that
  /// goes on behind it.
  private mutating func moveInitial(_ node: Int) {
    let isPicture = tree.name(node) == "img"
    guard !tree.nodes[node].attributes.isEmpty,
      let letter = isPicture ? pictureOfLetter(node) : largeLetter(node),
      let next = InitialLetter.text(behind: node, endingAt: ends[node], in: tree)
    else { return }
    let bytes = tree.text[tree.nodes[next.text].text]
    let rest = bytes.drop { $0 <= 0x20 }
    guard let text = letter.joined(to: Array(rest.prefix(32)), next, isPicture: isPicture) else {
      return
    }
    if !isPicture { tree.hide(node) }
    tree.setText(
      next.text,
      to: text + rest,
      at: text.count,
      source: tree.nodes[next.text].source + rest.startIndex - bytes.startIndex
    )
  }

  private func pictureOfLetter(_ node: Int) -> InitialLetter? {
    guard tree.name(tree.nodes[node].parent) != "a" else { return nil }
    return tree.attribute("alt", of: node).flatMap { InitialLetter(Array($0.utf8)) }
  }

  private func largeLetter(_ node: Int) -> InitialLetter? {
    guard let letter = shortText(in: node, upTo: 8).flatMap({ InitialLetter($0) }),
      ElementTable.hasClass(of: ElementTable.initials, node, in: tree)
    else { return nil }
    return letter
  }
}
