import FicModel

/// Tells notices, adverts and lists of books by how their paragraphs begin.
enum BookMatter {
  /// How much the beginning of a paragraph tells.
  enum Lead: String {
    /// It is such matter by itself.
    case notice
    /// It heads a list of short lines.
    case list
    /// It heads what is told of a person behind a story.
    case person
    /// It heads all that stands behind it.
    case all
    /// It is such matter where a word of the trade stands in it or behind it.
    case weak
  }

  private static let table = PhraseTable(PackageResources.book_matter_txt)

  /// How many bytes of a paragraph are looked at for its lead, and for words of the trade.
  private static let longestLead = 120
  private static let longestSample = 1000

  /// How the paragraph in `range` begins; nil where it begins like any other.
  static func lead(_ range: Range<Int>, in text: [UInt8]) -> Lead? {
    let letter = range.prefix(8).first { text[$0] >= 0x80 || isLetter(text[$0]) }
    guard let letter, table.mayBegin(at: letter, upTo: range.upperBound, in: text) else {
      return nil
    }
    let end = min(range.upperBound, letter + longestLead)
    let words = FoldedWords(letter..<end, in: text)
    for count in stride(from: min(table.longestPhrase, words.count), to: 0, by: -1) {
      let phrase = words.phrase(from: 0, count: count)
      guard
        let lead = flags(of: phrase).lazy.compactMap({ Lead(rawValue: $0) }).first ?? dated(phrase)
      else {
        continue
      }
      switch lead {
      case .notice, .weak: return lead
      case .person, .all, .list:
        let rest = words.count - count
        return isHeading(letter..<range.upperBound, hasRest: rest > 0, in: text)
          || lead == .all && isColon(behind: words.count - rest, of: range, in: text) ? lead : nil
      }
    }
    return nil
  }

  /// "Copyright 1998 by Jane Ray", "Copyright (c) 1998".
  private static func dated(_ phrase: String) -> Lead? {
    // Every paragraph near the end of a chapter asks, and nearly none begins so.
    guard phrase.utf8.starts(with: "copyright ".utf8) else { return nil }
    let words = phrase.split(separator: " ")
    guard words.count > 1, words.first == "copyright", words.last?.count == 4,
      words.count == 2 || words.count == 3 && words[1] == "c"
    else { return nil }
    return words.last?.allSatisfy(\.isNumber) == true ? .notice : nil
  }

  private static func flags(of phrase: String) -> [String] {
    table[phrase]?.split(separator: " ").map(String.init) ?? []
  }

  /// Whether a word of the trade stands in the paragraph: a store's name, "newsletter", "ISBN".
  static func hasSign(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let end = min(range.upperBound, range.lowerBound + longestSample)
    let words = FoldedWords(range.lowerBound..<end, in: text)
    return (0..<words.count).contains { index in
      table.mayBegin(at: words.start(index), upTo: words.end(index), in: words.bytes)
        && flags(of: words.phrase(from: index, count: 1)).contains("sign")
    }
  }

  /// Whether the first line is a heading: no sentence, and behind the lead a name at most.
  ///
  /// "Also by Jane Ray" is one, "Also by the door a lamp was lit" is none.
  private static func isHeading(
    _ range: Range<Int>,
    hasRest: Bool,
    in text: [UInt8]
  ) -> Bool {
    let end = TextLine.end(of: range.lowerBound, upTo: range.upperBound, in: text)
    guard let line = ShortLine(range.lowerBound..<end, in: text), line.words.count <= 10,
      !line.endsSentence, let last = line.words.last
    else { return false }
    return !hasRest || line.scalars[last.lowerBound].isProseCapital
  }

  /// Whether a colon, a dash or a bracket stands on the line of a label such as "Transcriber's
  /// Note".
  private static func isColon(behind words: Int, of range: Range<Int>, in text: [UInt8]) -> Bool {
    text[range.prefix(words * 16)].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "]") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
