import FicModel
import FicParsing

/// Renders elements as paragraphs, headings, rules and quotations.
struct BlockRenderer {
  /// What is read.
  let tree: MarkupTree

  /// What it becomes.
  var writer: BlockWriter

  /// What the source says that the elements are; nil where the parser must find out.
  var zone: ZoneKind?

  /// Headings in the text rank below those of chapters.
  var leastHeadingLevel = 1

  /// The elements at which chapters start.
  var chapterStarts: [Int: ChapterTitle] = [:]

  /// The class of elements that are left out; nil where all are read.
  var silentClass: String?

  /// The element that is rendered though it is hidden.
  private var aside: Int?

  private var buffer = ParagraphBuffer()
  private var quoteDepth = 0
  private var headingLevel: Int?
  private var preDepth = 0

  /// How many spoilers are open, and how many elements that say what a block hides.
  private var spoilerDepth = 0
  private var labelDepth = 0

  /// The longest line that says what a spoiler hides, in bytes.
  private static let longestLabel = 60

  init(_ tree: MarkupTree, into writer: BlockWriter) {
    self.tree = tree
    self.writer = writer
  }

  /// Renders what is in an element, and the element itself.
  ///
  /// Complexity: linear in the number of nodes and bytes.
  mutating func render(_ root: Int) {
    enter(root)
    var node = root
    var skips = isSilent(root)
    while true {
      let child = tree.nodes[node].firstChild
      if child >= 0, !skips {
        node = child
      } else {
        leave(node)
        while node != root, tree.nodes[node].next < 0 {
          node = tree.nodes[node].parent
          leave(node)
        }
        if node == root { break }
        node = tree.nodes[node].next
      }
      skips = isSilent(node) || tree.name(node) == "tr" && renderRow(node)
      if !skips { enter(node) }
    }
    flush()
  }

  /// Renders what is left out of the text in an element: what is hidden, and the readings between
  /// as one paragraph.
  ///
  /// Complexity: linear in the number of nodes and bytes.
  mutating func renderAsides(in root: Int) {
    let nodes = tree.descendants(of: root)
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      let inside = tree.descendants(of: node)
      if tree.nodes[node].isAside {
        if tree.nodes[node].traits.contains(.reading) {
          buffer.append(separator: " ")
          for text in inside where tree.isText(text) {
            buffer.append(tree.nodes[text], of: tree, keepsLines: false)
          }
        } else {
          flush()
          aside = node
          render(node)
        }
      } else if !tree.nodes[node].traits.contains(.silent) {
        node += 1
        continue
      }
      node = inside.upperBound
    }
    flush()
  }

  private func isSilent(_ node: Int) -> Bool {
    if node == aside { return tree.nodes[node].traits.contains(.silent) }
    if tree.nodes[node].isHidden || tree.nodes[node].traits.contains(.silent) { return true }
    guard let silentClass else { return false }
    return tree.hasClass(silentClass, node)
  }

  private mutating func enter(_ node: Int) {
    let name = tree.name(node)
    if name.isEmpty {
      buffer.append(tree.nodes[node], of: tree, keepsLines: preDepth > 0)
      return
    }
    if !chapterStarts.isEmpty, let title = chapterStarts[node] {
      flush()
      writer.startChapter(title)
    }
    if name == "br" {
      buffer.breakLine()
      return
    }
    if isItalic(node) { buffer.beginEmphasis() }
    if name == "q" { buffer.append(mark: "\u{201C}") }
    guard tree.nodes[node].traits.contains(.block) else { return }
    flush()
    if isSpoiler(node) { spoilerDepth += 1 }
    switch name {
    case "legend", "summary": labelDepth += 1
    case "hr": writer.addRule(source: tree.nodes[node].source)
    case "blockquote": quoteDepth += 1
    case "pre": preDepth += 1
    case "h1", "h2", "h3", "h4", "h5", "h6":
      headingLevel = max(leastHeadingLevel, Int(name.dropFirst()) ?? 1)
    default: break
    }
  }

  private mutating func leave(_ node: Int) {
    let name = tree.name(node)
    guard !name.isEmpty, !isSilent(node) else { return }
    if tree.nodes[node].traits.contains(.block) {
      if name == "p", buffer.isBlank { addEmptyParagraph(node) }
      flush()
      if isSpoiler(node) { spoilerDepth = max(0, spoilerDepth - 1) }
    }
    if isItalic(node) { buffer.endEmphasis() }
    switch name {
    case "legend", "summary": labelDepth = max(0, labelDepth - 1)
    case "q": buffer.append(mark: "\u{201D}")
    case "blockquote": quoteDepth = max(0, quoteDepth - 1)
    case "pre": preDepth = max(0, preDepth - 1)
    case "h1", "h2", "h3", "h4", "h5", "h6": headingLevel = nil
    default: break
    }
  }

  /// A paragraph that only parts others counts; one around other elements does not.
  private mutating func addEmptyParagraph(_ node: Int) {
    let hasElements = tree.children(of: node).contains { tree.nodes[$0].traits.contains(.block) }
    if !hasElements { writer.addEmptyParagraph() }
  }

  private func isSpoiler(_ node: Int) -> Bool {
    ["fieldset", "details"].contains(tree.name(node)) || ElementTable.isSpoiler(node, in: tree)
  }

  private func isItalic(_ node: Int) -> Bool {
    let name = tree.name(node)
    if tree.nodes[node].traits.contains(.italic) { return true }
    guard name == "span", let style = tree.attribute("style", of: node) else { return false }
    return style.contains("italic")
  }

  // MARK: Tables

  /// Renders a row of a table as one paragraph; false where its cells hold paragraphs of their own.
  ///
  /// Two cells, the first short, are a line of chat: a name and what it says.
  private mutating func renderRow(_ row: Int) -> Bool {
    let cells = tree.children(of: row).filter { ["td", "th"].contains(tree.name($0)) }
    guard cells.count > 1, cells.allSatisfy(isSimple) else { return false }
    flush()
    let filled = cells.filter { !tree.words(of: $0).isEmpty }
    let first = filled.first.map { tree.words(of: $0) } ?? ""
    let isChat = filled.count == 2 && first.utf8.count <= 30 && first.last?.isLetter ?? false
    for (index, cell) in filled.enumerated() {
      if index > 0 { buffer.append(separator: isChat ? ": " : "\t") }
      for node in tree.descendants(of: cell) where tree.isText(node) {
        buffer.append(tree.nodes[node], of: tree, keepsLines: false)
      }
    }
    flush()
    return true
  }

  private func isSimple(_ cell: Int) -> Bool {
    !tree.descendants(of: cell).contains {
      let node = tree.nodes[$0]
      return node.name == "br" || node.isHidden || !node.traits.isDisjoint(with: [.silent, .block])
    }
  }

  // MARK: Paragraphs

  /// Writes the paragraph so far.
  mutating func flush() {
    buffer.finish()
    if !buffer.isBlank {
      writer.part()
      writer.add(buffer, as: kind)
      writer.part()
    }
    buffer.reset()
  }

  private var kind: Block.Kind {
    if let zone { return .marked(zone) }
    if isLabel { return .marked(.story) }
    if let headingLevel { return .heading(level: headingLevel) }
    return quoteDepth > 0 ? .blockQuote : .paragraph
  }

  /// Whether the paragraph says what a forum's spoiler hides: "Spoiler: the mill".
  ///
  /// It begins no note of an author's, as such words do elsewhere.
  private var isLabel: Bool {
    if labelDepth > 0 { return true }
    guard spoilerDepth > 0, buffer.bytes.count <= Self.longestLabel else { return false }
    let letters = buffer.bytes.drop { $0 | 0x20 < 0x61 || $0 | 0x20 > 0x7A }
    return letters.prefix(7).map { $0 | 0x20 }.elementsEqual("spoiler".utf8)
  }
}
