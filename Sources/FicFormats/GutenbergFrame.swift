import FicModel
import FicParsing

/// The frame that Project Gutenberg puts around a text, in whatever format: a header that states
/// title and author, a line at which the book starts, one at which it ends, a licence.
///
/// Source: files of gutenberg.org from 1991 to 2025; its "Header, Footer" of the Volunteers' FAQ.
struct GutenbergFrame {
  /// The header's lines at most; a file of 1994 had 280 of small print.
  private static let longestHeader = 400

  /// The last block of the header; nil where there is none.
  private var headerEnd: Int?

  /// The first block of the licence; nil where there is none.
  private var licenceStart: Int?

  private let document: Document

  /// Finds the frame of a document.
  ///
  /// Complexity: linear in the number of bytes.
  init(_ document: Document) {
    self.document = document
    for (index, block) in document.blocks.enumerated() where !block.isBlank {
      guard let line = Self.mark(block, in: document.text) else { continue }
      switch line {
      case .start:
        if index <= Self.longestHeader, licenceStart == nil { headerEnd = index }
      case .end:
        // The last one counts: an older file says it in its header too.
        if index > headerEnd ?? -1 { licenceStart = index }
        return
      }
    }
  }

  /// The document, its frame marked as boilerplate, with what the header says of the work.
  func marked() -> Document {
    guard headerEnd != nil || licenceStart != nil else { return document }
    var result = document
    func mark(_ range: Range<Int>) {
      for index in range where !result.blocks[index].isBlank {
        result.blocks[index].kind = .marked(.boilerplate)
      }
    }
    if let headerEnd {
      mark(0..<headerEnd + 1)
      takeHeader(0..<headerEnd + 1, into: &result.metadata)
    }
    if let licenceStart { mark(licenceStart..<document.blocks.count) }
    Self.dropSite(&result.metadata)
    dropChapters(&result)
    return result
  }

  // MARK: Lines

  private enum Mark {
    case start
    case end
  }

  /// Whether an asterisk, an underscore or "end of" stands first.
  private static func mayBegin(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let first = text[range.lowerBound]
    if first == UInt8(ascii: "*") || first == UInt8(ascii: "_") { return true }
    return first | 0x20 == UInt8(ascii: "e")
      && zip(text[range].prefix(6), "end of".utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// Whether a block begins with a line that starts or ends the book.
  private static func mark(_ block: Block, in text: [UInt8]) -> Mark? {
    let range = WhiteSpace.trim(block.span.range, in: text)
    // Nearly no paragraph begins so; the others are not looked at as text.
    guard range.count >= 12, mayBegin(range, in: text) else { return nil }
    let words = String(decoding: text[range].prefix(120), as: UTF8.self).uppercased()
    let bare = words.drop { $0 == "*" || $0 == " " || $0 == "_" }
    let isStarred = words.hasPrefix("*")
    let isGutenbergs = bare.contains("PROJECT GUTENBERG") || bare.contains("SMALL PRINT")
    guard isGutenbergs else { return nil }
    if isStarred {
      if bare.hasPrefix("START OF") { return bare.contains("SMALL PRINT") ? nil : .start }
      if bare.hasPrefix("END") {
        // "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*": the header of files before 2002.
        return bare.contains("SMALL PRINT") ? .start : .end
      }
      return nil
    }
    return bare.hasPrefix("END OF PROJECT GUTENBERG")
      || bare.hasPrefix("END OF THE PROJECT GUTENBERG")
      || bare.hasPrefix("END OF THIS PROJECT GUTENBERG") ? .end : nil
  }

  // MARK: Facts

  /// The labels of a header, with the keys of their facts.
  private static let keys = [
    "title": "title", "author": "author", "language": "lang", "release date": "published",
    "translator": "translator", "editor": "editor", "illustrator": "illustrator",
  ]

  private func takeHeader(_ blocks: Range<Int>, into metadata: inout WorkMetadata) {
    var facts = FactCollector()
    var last: String?
    for index in blocks {
      // An indented line goes on in a block of its own.
      if document.blocks[index].isBlank { last = nil }
      let text = String(decoding: document.text[document.blocks[index].span.range], as: UTF8.self)
      for line in text.split(whereSeparator: \.isNewline).map(String.init) {
        if let colon = line.firstIndex(of: ":"),
          let key = Self.keys[HeaderValue.folded(String(line[..<colon])).lowercased()]
        {
          let value = HeaderValue.folded(String(line[line.index(after: colon)...]))
          last = facts.has(key) || value.isEmpty ? nil : key
          if last != nil { add(value, key, to: &facts) }
        } else if last == "title", line.first == " " {
          // A long title goes on in the next line.
          let title = facts.fields.last { $0.key == "title" }?.value ?? ""
          facts.replace("title", with: title + " " + HeaderValue.folded(line))
        } else {
          last = nil
        }
      }
    }
    let known = Set(facts.fields.map(\.key))
    metadata.fields.removeAll { known.contains($0.key) }
    metadata.fields += facts.fields
  }

  /// `March 1, 2004 [eBook #99991]`: the number is none of the date.
  private func add(_ value: String, _ key: String, to facts: inout FactCollector) {
    switch key {
    case "published":
      facts.add(key, HeaderValue.folded(String(value.prefix { $0 != "[" })))
    case "author":
      facts.add(key, items: value.split(separator: " and ").map(String.init))
    default: facts.add(key, items: [value])
    }
  }

  /// Takes the site out of titles.
  ///
  /// `The Salt Road | Project Gutenberg`, `The Project Gutenberg eBook of The Salt Road, by A. B.`
  private static func dropSite(_ metadata: inout WorkMetadata) {
    for index in metadata.fields.indices where metadata.fields[index].key == "title" {
      var title = metadata.fields[index].value
      if let bar = title.firstRange(of: " | Project Gutenberg") {
        title = String(title[..<bar.lowerBound])
      }
      for start in ["The Project Gutenberg eBook of ", "The Project Gutenberg EBook of "]
      where title.hasPrefix(start) {
        title = String(title.dropFirst(start.count))
        if let by = title.firstRange(of: ", by ") { title = String(title[..<by.lowerBound]) }
      }
      if !title.isEmpty { metadata.fields[index].value = title }
    }
  }

  // MARK: Chapters

  /// Takes out the chapters of a table of contents that hold nothing but the frame.
  private func dropChapters(_ document: inout Document) {
    let starts = document.chapterStarts
    guard !starts.isEmpty else { return }
    var kept: [ChapterCut] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].block : document.blocks.count
      let holdsText = document.blocks[start.block..<max(start.block, end)].contains {
        !$0.isBlank && $0.markedZone != .boilerplate
      }
      if holdsText { kept.append(start) }
    }
    if kept.first?.block ?? 0 > 0 { kept[0].block = 0 }
    document.chapterStarts = kept
  }
}
