import FicModel
import FicParsing

/// The title, the author and the labelled lines at the top of a Markdown file.
struct MarkdownHeader {
  /// In the order of the source.
  private(set) var fields: [MetadataField] = []

  /// The index of the first line after the header.
  private(set) var endLine: Int

  /// The lines before it that are notes and disclaimers.
  private(set) var noteLines: Set<Int> = []

  /// Reads from the line `start` on.
  init(_ text: [UInt8], lines: [TextLine], from start: Int) {
    endLine = start
    var index = Self.skipBlank(from: start, in: lines)
    if index < lines.count, let title = Self.title(of: index, in: lines, text) {
      fields.append(MetadataField(key: "title", value: title.words, origin: .text))
      // Without chapters below, the title is the chapter's heading too, and stays a heading.
      if title.isWorkTitle { endLine = title.endLine }
      index = Self.skipBlank(from: title.endLine, in: lines)
    }
    let rest = HeaderReader(text, lines: lines).read(from: index, hasTitle: !fields.isEmpty)
    guard rest.endLine > 0 else { return }
    fields = fields.filter { field in !rest.fields.contains { $0.key == field.key } } + rest.fields
    endLine = rest.endLine
    noteLines = rest.noteLines
    let next = Self.skipBlank(from: endLine, in: lines)
    if next < lines.count, let title = Self.title(of: next, in: lines, text), title.isWorkTitle,
      fields.contains(where: { $0.key == "title" && $0.value == title.words })
    {
      endLine = title.endLine
    }
    readSummary(text, lines)
  }

  /// A quotation that follows the labels is the summary.
  private mutating func readSummary(_ text: [UInt8], _ lines: [TextLine]) {
    guard !fields.contains(where: { $0.key == "summary" }) else { return }
    var index = Self.skipBlank(from: endLine, in: lines)
    var words: [String] = []
    while index < lines.count, !lines[index].isBlank,
      text[lines[index].content] == UInt8(ascii: ">")
    {
      let content = lines[index].content + 1..<lines[index].end
      words.append(String(decoding: text[content], as: UTF8.self))
      index += 1
    }
    guard !words.isEmpty else { return }
    fields += HeaderValue.fields(
      key: "summary",
      value: words.joined(separator: " "),
      origin: .header
    )
    endLine = index
  }

  private static func title(
    of index: Int,
    in lines: [TextLine],
    _ text: [UInt8]
  ) -> (words: String, endLine: Int, isWorkTitle: Bool)? {
    guard MarkdownLine.kind(at: index, in: lines, of: text) == .heading(level: 1) else {
      return nil
    }
    let line = lines[index]
    let isHashed = text[line.content] == UInt8(ascii: "#")
    let words = HeaderReader.withoutMarkup(
      String(decoding: text[line.content..<line.end], as: UTF8.self)
    )
    guard !words.isEmpty, HeadingReader.title(in: words) == nil else { return nil }
    var hasHeadings = false
    var isFirstAmongEquals = false
    for other in lines.indices.dropFirst(index + 1) where !lines[other].isBlank {
      guard case .heading(let level) = MarkdownLine.kind(at: other, in: lines, of: text) else {
        continue
      }
      hasHeadings = true
      guard level == 1 else { continue }
      // Numbered chapters of its own rank stand below a title; other names are its equals.
      let words = HeaderReader.withoutMarkup(
        String(decoding: text[lines[other].content..<lines[other].end], as: UTF8.self)
      )
      if HeadingReader.title(in: words)?.printedNumber == nil { isFirstAmongEquals = true }
    }
    return (words, index + (isHashed ? 1 : 2), hasHeadings && !isFirstAmongEquals)
  }

  private static func skipBlank(from start: Int, in lines: [TextLine]) -> Int {
    var index = start
    while index < lines.count, lines[index].isBlank { index += 1 }
    return index
  }
}
