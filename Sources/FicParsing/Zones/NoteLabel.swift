import FicModel

/// The label that begins a note, a disclaimer, a summary or a recap.
package struct NoteLabel: Hashable, Sendable {
  /// What it begins.
  var kind: ZoneKind

  /// Whether its words are ordinary words too, so that it counts at the edges of a chapter only.
  var isWeak: Bool

  /// Whether nothing but the label stands in its paragraph, so that the note follows.
  var isAlone: Bool

  /// The bracket that closes the note, where one opens it.
  var closingBracket: UInt8?

  private static let table = PhraseTable(PackageResources.note_labels_txt)

  /// The longest label, in bytes.
  private static let longest = 44

  /// Whether words, without their colon, label a note.
  package static func isLabel(_ words: String) -> Bool { table[PhraseTable.fold(words)] != nil }

  /// Reads the start of the paragraph in `range`; nil where no label is there.
  static func read(_ range: Range<Int>, in text: [UInt8]) -> NoteLabel? {
    var start = range.lowerBound
    var bracket: UInt8?
    while start < range.upperBound {
      let byte = text[start]
      if let closing = closingBracket(of: byte) {
        bracket = bracket ?? closing
      } else if WhiteSpace.length(at: start, in: text) == 0 && !isOrnament(byte) {
        break
      }
      start += max(1, WhiteSpace.length(at: start, in: text))
    }
    let limit = min(range.upperBound, start + longest)
    guard start < limit, table.mayBegin(at: start, upTo: limit, in: text) else { return nil }
    for end in ends(from: start, to: limit, in: text) {
      if let label = label(start..<end, in: text, paragraph: range, bracket: bracket) {
        return label
      }
    }
    return nil
  }

  /// The places where a label may end: before a mark, a space or the end of the line.
  private static func ends(from start: Int, to limit: Int, in text: [UInt8]) -> [Int] {
    var ends: [Int] = []
    for index in start..<limit {
      let byte = text[index]
      if byte == 0x0A {
        ends.append(index)
        return ends.reversed()
      }
      if byte == UInt8(ascii: ":") {
        ends.append(index)
        return ends.reversed()
      }
      if byte <= 0x20 || byte >= 0x80 || isOrnament(byte) || isClosing(byte)
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
      {
        if index > start { ends.append(index) }
      }
    }
    ends.append(limit)
    return ends.reversed()
  }

  private static func label(
    _ range: Range<Int>,
    in text: [UInt8],
    paragraph: Range<Int>,
    bracket: UInt8?
  ) -> NoteLabel? {
    let words = WhiteSpace.trim(range, in: text)
    guard !words.isEmpty else { return nil }
    let written = String(decoding: text[words], as: UTF8.self)
    guard let value = table[PhraseTable.fold(written)] else { return nil }
    let flags = value.split(separator: " ")
    guard let kind = flags.first.flatMap({ ZoneKind(rawValue: String($0)) }) else { return nil }
    if flags.contains("upper"), written.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }),
      bracket == nil
    {
      return nil
    }
    let isWeak = flags.contains("weak")
    // "Last time on Low Orbit:" goes on after the label and ends with the colon.
    if kind == .recap, paragraph.count <= 80, text[paragraph.upperBound - 1] == UInt8(ascii: ":") {
      return NoteLabel(kind: kind, isWeak: isWeak, isAlone: true, closingBracket: bracket)
    }
    let named = kind == .recap ? titleEnd(after: words, in: text, paragraph: paragraph) : nil
    guard
      let end = mark(
        after: named ?? dateEnd(after: words.upperBound, in: text, paragraph: paragraph),
        in: text,
        paragraph: paragraph,
        isWeak: isWeak,
        isShort: flags.contains("upper"),
        bracket: bracket
      )
    else { return nil }
    let rest = WhiteSpace.trim(end..<max(end, paragraph.upperBound), in: text)
    let isAlone = rest.allSatisfy {
      isOrnament(text[$0]) || isClosing(text[$0]) || text[$0] == 0x2E
    }
    return NoteLabel(kind: kind, isWeak: isWeak, isAlone: isAlone, closingBracket: bracket)
  }

  /// "Last time on Low Orbit: …", "Previously in Low Orbit: …": where the title between the label
  /// and its colon ends; nil where none stands there.
  private static func titleEnd(
    after label: Range<Int>,
    in text: [UInt8],
    paragraph: Range<Int>
  ) -> Int? {
    let ending = text[label].suffix(3).map { $0 | 0x20 }
    guard ending.elementsEqual(" on".utf8) || ending.elementsEqual(" in".utf8) else { return nil }
    let title = WhiteSpace.skip(from: label.upperBound, to: paragraph.upperBound, in: text)
    guard title < paragraph.upperBound, !(text[title] >= 0x61 && text[title] <= 0x7A) else {
      return nil
    }
    for index in label.upperBound..<min(paragraph.upperBound, label.upperBound + longest) {
      switch text[index] {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A: return nil
      default: break
      }
    }
    return nil
  }

  /// "Edited 9/29: …": the place after a date between the label and its colon; `end` where none is.
  private static func dateEnd(
    after end: Int,
    in text: [UInt8],
    paragraph: Range<Int>
  ) -> Int {
    var index = WhiteSpace.skip(from: end, to: paragraph.upperBound, in: text)
    guard index > end else { return end }
    let start = index
    while index < paragraph.upperBound, index - start < 10,
      text[index] >= 0x2D && text[index] <= 0x39
    {
      index += 1
    }
    return index > start && index < paragraph.upperBound && text[index] == UInt8(ascii: ":")
      ? index : end
  }

  /// The place after the mark that ends the label; nil where the words go on as a sentence.
  private static func mark(
    after end: Int,
    in text: [UInt8],
    paragraph: Range<Int>,
    isWeak: Bool,
    isShort: Bool,
    bracket: UInt8?
  ) -> Int? {
    var index = end
    var hasSpace = false
    while index < paragraph.upperBound {
      let byte = text[index]
      let space = WhiteSpace.length(at: index, in: text)
      if byte == 0x0A { return index }
      if byte == UInt8(ascii: ":") { return index + 1 }
      if space > 0 {
        hasSpace = true
        index += space
      } else if isClosing(byte) {
        return index + 1
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
        index += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "=")
      {
        return isWeak && !hasSpace ? nil : isWeak ? nil : index + 1
      } else if byte == 0xE2, index + 2 < paragraph.upperBound, text[index + 1] == 0x80,
        text[index + 2] == 0x93 || text[index + 2] == 0x94
      {
        return isWeak ? nil : index + 3
      } else if byte == UInt8(ascii: "."), !isWeak, !isShort {
        index += 1
      } else {
        break
      }
    }
    if index >= paragraph.upperBound { return paragraph.upperBound }
    // "A/N this is short", "A.N. enjoy", "Beta'd by Wren": none of these begins a sentence of a
    // story.
    let words = text[paragraph.lowerBound..<end]
    let hasStroke =
      words.contains { $0 == 0x2F || $0 == 0x5C || $0 == 0x2E && !isWeak }
      || words.suffix(3).elementsEqual(" by".utf8)
    return hasSpace && (hasStroke || (bracket != nil && !isWeak)) ? index : nil
  }

  static func closingBracket(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    default: nil
    }
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: ">")
  }

  private static func isOrnament(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "~"),
      UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
