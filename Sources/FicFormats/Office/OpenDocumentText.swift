/// The text of an ODT: `content.xml`.
///
/// Source: OpenDocument 1.3, part 3, chapters 4 to 6.
struct OpenDocumentText {
  private let source: MarkupTree
  private let italicStyles: Set<String>
  private var result = MarkupTranslation()

  /// Parts that are no text of the story's.
  private static let silent: Set<String> = [
    "text:tracked-changes", "office:annotation", "text:note-citation", "draw:frame",
    "text:table-of-content", "office:forms", "text:sequence-decls", "office:annotation-end",
  ]

  private init(_ source: MarkupTree) {
    self.source = source
    italicStyles = Set(
      source.all("style:style").filter { style in
        source.all("style:text-properties", in: style).contains {
          source.attribute("fo:font-style", of: $0) == "italic"
        }
      }.compactMap { source.attribute("style:name", of: $0) }
    )
  }

  /// The text as a tree of HTML's elements.
  static func html(_ source: MarkupTree) -> MarkupTree {
    var document = OpenDocumentText(source)
    let body = document.result.open("body", in: 0)
    if let text = source.first("office:text") { document.translate(text, in: body) }
    return document.result.tree
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
        translate(child, in: isItalic(child) ? result.open("em", in: parent) : parent)
      case "text:line-break": _ = result.open("br", in: parent)
      case "text:s", "text:tab": result.add(" ".utf8, in: parent)
      case "text:note": translate(child, in: result.open("blockquote", in: parent))
      case "text:a", "text:note-body", "text:ruby", "text:ruby-base": translate(child, in: parent)
      default: translate(child, in: result.open("div", in: parent))
      }
    }
  }

  private mutating func paragraph(_ node: Int, in parent: Int) -> Int {
    let paragraph = result.open("p", in: parent)
    return isItalic(node) ? result.open("em", in: paragraph) : paragraph
  }

  private func isItalic(_ node: Int) -> Bool {
    source.attribute("text:style-name", of: node).map { italicStyles.contains($0) } ?? false
  }
}
