import FicModel

/// Finds the table of contents at the top of a text: a heading that says so, and lines that list
/// chapters.
///
/// What it lists is neither story nor heading, so it is marked as boilerplate before chapters are
/// cut.
struct ContentsList {
  /// So many blocks are looked at for the heading.
  private static let front = 200

  /// A longer line is none of a list, in bytes.
  private static let longestEntry = 140

  /// A shorter list may be something else.
  private static let fewestEntries = 3

  private static let labels: Set<String> = [
    "contents", "table of contents", "the contents", "list of chapters", "chapters", "inhalt",
    "inhaltsverzeichnis", "table des matières", "sommaire", "índice", "indice", "содержание",
    "оглавление",
  ]

  /// The document with the blocks of the list marked.
  ///
  /// Complexity: linear in the blocks at the top and in the list.
  static func marked(_ document: Document) -> Document {
    guard document.chapterStarts.isEmpty, let list = list(in: document) else { return document }
    var document = document
    for index in list where !document.blocks[index].isBlank {
      document.blocks[index].kind = .marked(.boilerplate)
    }
    return document
  }

  private static func list(in document: Document) -> Range<Int>? {
    let blocks = document.blocks
    guard let start = blocks.indices.prefix(front).first(where: { isLabel(blocks[$0], document) })
    else { return nil }
    var seen = Set(headings(of: blocks[start], document))
    var entries = lines(of: blocks[start], document).count - 1
    var end = start + 1
    for index in blocks.indices[(start + 1)...] {
      let block = blocks[index]
      if block.isBlank { continue }
      let lines = lines(of: block, document)
      guard isList(block, lines) else { break }
      // A heading that the list had already is where the text begins.
      let own = headings(of: block, document)
      if let first = own.first, seen.contains(first) { break }
      if own == [key(isPart: false, 1)], entries >= fewestEntries,
        !goesOn(behind: index, in: document)
      {
        break
      }
      seen.formUnion(own)
      entries += lines.count
      end = index + 1
    }
    // What stands last may be the first chapter's own heading, which the list has otherwise.
    while end > start + 1, entries > fewestEntries,
      blocks[end - 1].isBlank || isFirstHeading(blocks[end - 1], document)
    {
      if !blocks[end - 1].isBlank { entries -= 1 }
      end -= 1
    }
    return entries >= fewestEntries ? start..<end : nil
  }

  private static func lines(of block: Block, _ document: Document) -> [String] {
    guard block.span.count <= 1 << 16 else { return [] }
    return document.text[block.span.range].split(separator: 0x0A).map { bytes in
      PhraseTable.fold(String(decoding: bytes, as: UTF8.self))
    }
    .filter { !$0.isEmpty }
  }

  /// What tells the entries of a block apart: kind and number of a heading, else its words.
  private static func headings(of block: Block, _ document: Document) -> [String] {
    lines(of: block, document).map { line in
      guard let heading = ShortLine(line.uppercased()).flatMap({ HeadingReader.read($0) }),
        let number = heading.number
      else { return line }
      return key(isPart: heading.kind == .part, number)
    }
  }

  private static func key(isPart: Bool, _ number: Int) -> String {
    isPart ? "part \(number)" : "chapter \(number)"
  }

  /// Whether a second chapter is named right behind the block that names the first.
  private static func goesOn(behind index: Int, in document: Document) -> Bool {
    document.blocks[(index + 1)...].lazy.filter { !$0.isBlank }.prefix(2)
      .contains { headings(of: $0, document).first == key(isPart: false, 2) }
  }

  private static func isLabel(_ block: Block, _ document: Document) -> Bool {
    switch block.kind {
    case .paragraph, .heading, .header: break
    default: return false
    }
    let range = WhiteSpace.trim(block.span.range, in: document.text)
    let end = range.first { document.text[$0] == 0x0A } ?? range.upperBound
    guard end - range.lowerBound <= 40 else { return false }
    let words = String(decoding: document.text[range.lowerBound..<end], as: UTF8.self)
    return labels.contains(PhraseTable.fold(words))
  }

  /// Whether a block may be part of a list: short lines, none of which ends a sentence.
  private static func isList(_ block: Block, _ lines: [String]) -> Bool {
    switch block.kind {
    case .paragraph, .heading, .header, .blockQuote: break
    default: return false
    }
    return !lines.isEmpty
      && lines.allSatisfy { line in
        guard line.utf8.count <= longestEntry, let last = line.utf8.last else { return false }
        return ![UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\"")].contains(last)
          && !(last == UInt8(ascii: ".") && line.utf8.count > 60)
      }
  }

  private static func isFirstHeading(_ block: Block, _ document: Document) -> Bool {
    guard let line = HeadingCandidate.headingLine(of: block, in: document.text) else {
      return false
    }
    return line.kind == .part || line.number.map { $0 <= 1 } ?? true
  }
}
