/// The text of an ODT: `content.xml`.
///
/// Source: OpenDocument 1.3, part 3, chapters 4 to 6.
struct OpenDocumentText {
  private let source: MarkupTree
  private let italicStyles: Set<String>
  private let raisedStyles: Set<String>
  private let hiddenStyles: Set<String>
  private var result = MarkupTranslation()

  /// Parts that are no text of the story's.
  private static let silent: Set<String> = [
    "text:tracked-changes", "office:annotation", "text:note-citation", "draw:frame",
    "text:table-of-content", "office:forms", "text:sequence-decls", "office:annotation-end",
  ]

  private init(_ source: MarkupTree) {
    self.source = source
    var italic: Set<String> = []
    var raised: Set<String> = []
    var hidden: Set<String> = []
    for style in source.all("style:style") {
      guard let name = source.attribute("style:name", of: style) else { continue }
      for properties in source.all("style:text-properties", in: style) {
        if source.attribute("fo:font-style", of: properties) == "italic" { italic.insert(name) }
        if source.attribute("text:display", of: properties) == "none" { hidden.insert(name) }
        if let position = source.attribute("style:text-position", of: properties),
          Self.raises(position)
        {
          raised.insert(name)
        }
      }
    }
    italicStyles = italic
    raisedStyles = raised
    hiddenStyles = hidden
  }

  /// Whether text at such a position stands above the line: `super 58%`, `33% 58%`.
  private static func raises(_ position: String) -> Bool {
    let first = position.split(separator: " ").first ?? ""
    return first == "super"
      || first.last == "%" && (first.first?.isNumber ?? false) && first != "0%"
  }

  /// The text as a tree of HTML's elements.
  static func html(_ source: MarkupTree) -> MarkupTree {
    var document = OpenDocumentText(source)
    let body = document.result.open("body", in: 0)
    if let text = source.first("office:text") { document.translate(text, in: body) }
    return PageEditor.edited(document.result.tree)
  }

  /// The depth of the source is bounded, so that this recursion is too.
  private mutating func translate(_ node: Int, in parent: Int) {
    for child in source.children(of: node) {
      if source.isText(child) {
        // White space between elements of structure is none of the text's.
        if parent > 1 { result.add(source.text[source.nodes[child].text], in: parent) }
        continue
      }
      switch source.name(child) {
      case let name where Self.silent.contains(name): break
      case "text:h":
        let level = source.attribute("text:outline-level", of: child).flatMap { Int($0) } ?? 1
        translate(child, in: result.open("h\(min(max(level, 1), 6))", in: parent))
      case "text:p": translate(child, in: paragraph(child, in: parent))
      case "text:span":
        let shown = isHidden(child) ? result.openHidden("span", in: parent) : parent
        let line = isItalic(child) ? result.open("em", in: shown) : shown
        translate(child, in: isRaised(child) ? result.open("sup", in: line) : line)
      case "text:hidden-text", "text:hidden-paragraph":
        translate(child, in: result.openHidden("span", in: parent))
      case "text:section" where source.attribute("text:display", of: child) == "none":
        translate(child, in: result.openHidden("div", in: parent))
      case "text:line-break": _ = result.open("br", in: parent)
      case "text:s", "text:tab": result.add(" ".utf8, in: parent)
      case "text:note": translate(child, in: result.open("blockquote", in: parent))
      case "text:ruby-text": translate(child, in: result.open("rt", in: parent))
      case "text:a", "text:note-body", "text:ruby", "text:ruby-base": translate(child, in: parent)
      default: translate(child, in: result.open("div", in: parent))
      }
    }
  }

  private mutating func paragraph(_ node: Int, in parent: Int) -> Int {
    let paragraph =
      isHidden(node) ? result.openHidden("p", in: parent) : result.open("p", in: parent)
    return isItalic(node) ? result.open("em", in: paragraph) : paragraph
  }

  private func isRaised(_ node: Int) -> Bool {
    source.attribute("text:style-name", of: node).map { raisedStyles.contains($0) } ?? false
  }

  private func isHidden(_ node: Int) -> Bool {
    source.attribute("text:style-name", of: node).map { hiddenStyles.contains($0) } ?? false
  }

  private func isItalic(_ node: Int) -> Bool {
    source.attribute("text:style-name", of: node).map { italicStyles.contains($0) } ?? false
  }
}
