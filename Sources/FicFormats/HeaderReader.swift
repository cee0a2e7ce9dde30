import FicModel
import FicParsing

/// Reads what a text says of its work before the story: title, author, labelled lines.
struct HeaderReader {
  /// What was found.
  struct Header {
    /// In the order of the source.
    var fields: [MetadataField] = []

    /// The index of the first line after the header; 0 where there is none.
    var endLine = 0

    /// The lines between that are notes and disclaimers.
    var noteLines: Set<Int> = []

    /// Whether the line at an index belongs to the header.
    func contains(line index: Int) -> Bool { index < endLine && !noteLines.contains(index) }

    /// Whether the labels are those that FanFicFare writes.
    var isFanFicFare: Bool {
      fields.contains { $0.key == "packaged" || $0.key == "url" }
        && fields.contains { $0.key == "packaged" || $0.key == "site" }
    }
  }

  /// A header is looked for in so many lines.
  static let longest = 400

  /// A title of more lines, or of more bytes, is a paragraph.
  private static let longestTitle = (lines: 4, bytes: 240)

  private let text: [UInt8]
  private let lines: ArraySlice<TextLine>

  init(_ text: [UInt8], lines: [TextLine]) {
    self.text = text
    self.lines = lines.prefix(Self.longest)
  }

  /// Reads the header; empty where the text begins with something else.
  ///
  /// A title counts where a line with the author follows it, or a label names it; labels count
  /// where at least two that are known stand together, or one below title and author.
  func read() -> Header { read(from: lines.startIndex) }

  /// Reads from the line `start` on, where the title may be known already.
  func read(from start: Int, hasTitle: Bool = false) -> Header {
    var header = Header()
    var index = skipBlank(from: start)
    if hasTitle, index < lines.endIndex,
      let (name, end) = author(at: index, string(of: lines[index]))
    {
      header.fields += HeaderValue.fields(key: "author", value: name, origin: .text)
      header.endLine = end
      index = skipBlank(from: end)
    } else if !hasTitle, let (title, address, end) = titleAndAddress(from: index) {
      header.fields = [
        MetadataField(key: "title", value: title, origin: .text),
        MetadataField(key: "url", value: address, origin: .text),
      ]
      header.endLine = end
      index = skipBlank(from: end)
    } else if !hasTitle, let (title, author, end) = titleAndAuthor(from: index) {
      // "Story: Title" above "by Author", as texts of fimfiction.net begin.
      let words =
        title.hasPrefix("Story: ") ? HeaderValue.folded(String(title.dropFirst(7))) : title
      header.fields.append(MetadataField(key: "title", value: words, origin: .text))
      header.fields += HeaderValue.fields(key: "author", value: author, origin: .text)
      header.endLine = end
      index = skipBlank(from: end)
    }
    let labels = labelled(from: index)
    let count = labels.fields.count
    guard count > 1 || count > 0 && (hasTitle || header.endLine > 0) else { return header }
    header.fields = merged(labels.fields, over: header.fields)
    header.endLine = labels.endLine
    header.noteLines = labels.noteLines
    return header
  }

  /// Labels overrule title lines.
  private func merged(_ labelled: [MetadataField], over lines: [MetadataField]) -> [MetadataField] {
    lines.filter { field in !labelled.contains { $0.key == field.key } } + labelled
  }

  // MARK: Title lines

  private func titleAndAuthor(from start: Int) -> (title: String, author: String, end: Int)? {
    var title: [String] = []
    var bytes = 0
    var index = start
    while index < lines.endIndex, title.count < Self.longestTitle.lines {
      let words = string(of: lines[index])
      if !title.isEmpty, let (author, end) = author(at: index, words) {
        return (title.joined(separator: " "), author, end)
      }
      bytes += words.utf8.count
      guard bytes <= Self.longestTitle.bytes, words.last != ".", words.first != "\"",
        HeadingReader.title(in: words) == nil,
        MetadataLabel.match(lines[index].content..<lines[index].end, in: text) == nil
          || title.isEmpty && isTitleWithColon(index)
      else { return nil }
      title.append(Self.withoutMarkup(words))
      index = skipBlank(from: index + 1)
    }
    return nil
  }

  /// A title, the address of the work, and a rule or nothing below, as ficbook.net begins its
  /// files.
  private func titleAndAddress(from start: Int) -> (title: String, address: String, end: Int)? {
    guard start < lines.endIndex else { return nil }
    let title = string(of: lines[start])
    let next = skipBlank(from: start + 1)
    guard next < lines.endIndex, title.utf8.count <= Self.longestTitle.bytes, !title.contains("://")
    else { return nil }
    let address = string(of: lines[next])
    guard address.hasPrefix("https://") || address.hasPrefix("http://"), !address.contains(" ")
    else { return nil }
    let rule = skipBlank(from: next + 1)
    let hasRule =
      rule < lines.endIndex
      && Ornament.isSymbolLine(lines[rule].content..<lines[rule].end, in: text)
    return (Self.withoutMarkup(title), address, hasRule ? rule + 1 : next + 1)
  }

  /// "Crossings: A Story" has a colon and no known label.
  private func isTitleWithColon(_ index: Int) -> Bool {
    MetadataLabel.match(lines[index].content..<lines[index].end, in: text)?.key == nil
  }

  /// The author of a line "by NAME", or of "by" and the line below.
  private func author(at index: Int, _ words: String) -> (name: String, end: Int)? {
    let plain = Self.withoutMarkup(words)
    let first = plain.prefix { $0 != " " && $0 != ":" }
    guard ["by", "par", "von", "por", "di", "written"].contains(first.lowercased()) else {
      return nil
    }
    var name = plain.dropFirst(first.count)
    if first.lowercased() == "written" {
      guard name.lowercased().hasPrefix(" by ") else { return nil }
      name = name.dropFirst(4)
    }
    let trimmed = HeaderValue.folded(String(name.drop { $0 == ":" || $0 == " " }))
    guard trimmed.utf8.count <= 120, trimmed.last != ".", trimmed.last != "?" else { return nil }
    if !trimmed.isEmpty { return (Self.withoutMarkup(trimmed), index + 1) }
    let next = skipBlank(from: index + 1)
    guard next < lines.endIndex else { return nil }
    let below = string(of: lines[next])
    return below.utf8.count <= 80 ? (Self.withoutMarkup(below), next + 1) : nil
  }

  // MARK: Labelled lines

  private func labelled(from start: Int) -> Header {
    var values: [(match: MetadataLabel.Match, value: String)] = []
    var header = Header()
    var index = start
    var blank = 0
    var isInNote = false
    var pendingNotes: [Int] = []
    for line in lines[min(start, lines.endIndex)...] {
      defer { index += 1 }
      if line.isBlank {
        blank += 1
        continue
      }
      let match = MetadataLabel.match(line.content..<line.end, in: text)
      if let match, isField(match, after: values.count, blank: blank) {
        values.append((match, String(decoding: text[match.value], as: UTF8.self)))
        isInNote = false
        header.noteLines.formUnion(pendingNotes)
        pendingNotes = []
        header.endLine = index + 1
      } else if let match, NoteLabel.isLabel(match.label), !values.isEmpty, blank <= 1 {
        isInNote = true
        pendingNotes.append(index)
      } else if blank == 0, isInNote {
        pendingNotes.append(index)
      } else if blank == 0, !values.isEmpty {
        values[values.count - 1].value += " " + string(of: line)
        header.endLine = index + 1
      } else {
        break
      }
      blank = 0
    }
    header.fields = values.flatMap { entry in
      HeaderValue.fields(
        key: entry.match.key ?? entry.match.label,
        value: entry.value,
        origin: .header
      )
    }
    return header
  }

  /// Known labels, weak ones beside others only; unknown ones directly between other lines.
  private func isField(_ match: MetadataLabel.Match, after count: Int, blank: Int) -> Bool {
    guard match.key != nil else {
      return count > 1 && blank == 0 && match.label.split(separator: " ").count <= 3
        && match.label.first?.isUppercase == true && !NoteLabel.isLabel(match.label)
    }
    if match.isWeak { return count > 0 && blank <= 1 }
    return count == 0 || blank <= 2
  }

  // MARK: Lines

  func skipBlank(from start: Int) -> Int {
    var index = start
    while index < lines.endIndex, lines[index].isBlank { index += 1 }
    return index
  }

  private func string(of line: TextLine) -> String {
    HeaderValue.folded(String(decoding: text[line.content..<line.end], as: UTF8.self))
  }

  /// A line without the marks of headings and of emphasis around it.
  static func withoutMarkup(_ words: String) -> String {
    var words = Substring(words)
    while let first = words.first, "#*_ ".contains(first) { words = words.dropFirst() }
    // Without its argument, `dropLast` counts all of them.
    while let last = words.last, "#*_ ".contains(last) { words = words.dropLast(1) }
    return HeaderValue.folded(words.split(separator: "**").joined())
  }
}
