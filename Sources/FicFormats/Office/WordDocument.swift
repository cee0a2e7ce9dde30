/// The text of a DOCX: `word/document.xml`.
///
/// Source: ECMA-376, part 1, chapter 17 (WordprocessingML).
struct WordDocument {
  private let source: MarkupTree
  private var result = MarkupTranslation()

  private init(_ source: MarkupTree) {
    self.source = source
  }

  /// The text as a tree of HTML's elements.
  static func html(_ source: MarkupTree) -> MarkupTree {
    var document = WordDocument(source)
    let body = document.result.open("body", in: 0)
    for node in source.nodes.indices where source.name(node) == "w:p" {
      document.addParagraph(node, in: body)
    }
    return PageEditor.edited(document.result.tree)
  }

  private mutating func addParagraph(_ node: Int, in body: Int) {
    let paragraph = result.open(name(of: node), in: body)
    for run in source.descendants(of: node) where source.name(run) == "w:r" {
      // A text box in the paragraph has paragraphs of its own.
      guard owner(of: run) == node else { continue }
      let shown = isSet("w:vanish", of: run) ? result.openHidden("span", in: paragraph) : paragraph
      let line = isSet("w:i", of: run) ? result.open("em", in: shown) : shown
      let reading = isReading(run, of: node) ? result.open("rt", in: line) : line
      let target = isRaised(run) ? result.open("sup", in: reading) : reading
      for part in source.children(of: run) {
        switch source.name(part) {
        case "w:t": result.add(source.rawText(of: part), in: target)
        case "w:tab": result.add(" ".utf8, in: target)
        case "w:br", "w:cr": _ = result.open("br", in: target)
        case "w:softHyphen": result.add("\u{AD}".utf8, in: target)
        case "w:noBreakHyphen": result.add("-".utf8, in: target)
        default: break
        }
      }
    }
  }

  /// Whether a run of a paragraph stands above others: `<w:ruby><w:rt>`.
  private func isReading(_ run: Int, of paragraph: Int) -> Bool {
    var parent = source.nodes[run].parent
    while parent > paragraph {
      if source.name(parent) == "w:rt" { return true }
      parent = source.nodes[parent].parent
    }
    return false
  }

  private func owner(of node: Int) -> Int {
    var parent = source.nodes[node].parent
    while parent > 0, source.name(parent) != "w:p" { parent = source.nodes[parent].parent }
    return parent
  }

  /// By the style's name: `Heading1`, `Title`.
  private func name(of paragraph: Int) -> String {
    let properties = source.children(of: paragraph).first { source.name($0) == "w:pPr" }
    let style = properties.flatMap { source.first("w:pStyle", in: $0) }
      .flatMap { source.attribute("w:val", of: $0) }?.lowercased()
    if let properties, source.first("w:pBdr", in: properties) != nil,
      source.words(of: paragraph).isEmpty
    {
      return "hr"
    }
    guard let style else { return "p" }
    if style == "title" { return "h1" }
    guard style.hasPrefix("heading"), let level = style.last.flatMap({ $0.wholeNumberValue }),
      (1...6).contains(level)
    else { return "p" }
    return "h\(level)"
  }

  private func property(_ name: String, of run: Int) -> Int? {
    let properties = source.children(of: run).first { source.name($0) == "w:rPr" }
    return properties.flatMap { source.children(of: $0).first { source.name($0) == name } }
  }

  private func isRaised(_ run: Int) -> Bool {
    property("w:vertAlign", of: run).flatMap { source.attribute("w:val", of: $0) } == "superscript"
  }

  /// Whether a property that a run has or has not is on.
  private func isSet(_ name: String, of run: Int) -> Bool {
    guard let found = property(name, of: run) else { return false }
    return !["0", "false", "off", "none"].contains(source.attribute("w:val", of: found) ?? "1")
  }
}
