import FicIndex

/// A phrase of names or values as FTS5 takes it in a MATCH.
///
/// It is never a syntax error: every term is quoted.
struct NameExpression {
  /// A term that no text holds, for what cannot match.
  private static let nothing: [UInt8] = [0x1C]

  /// The expression, as UTF-8.
  private(set) var text: [UInt8] = []

  /// Writes a phrase.
  init(_ phrase: TermPhrase) {
    let isSearchable = phrase.terms.allSatisfy { term in
      !term.bytes.isEmpty && !term.bytes.contains(0) && !term.bytes.contains(ChapterTerms.placeMark)
    }
    let terms =
      isSearchable && !phrase.terms.isEmpty ? phrase.terms.map(\.bytes) : [Self.nothing]
    text.append(UInt8(ascii: "\""))
    for (index, term) in terms.enumerated() {
      if index > 0 { text.append(ChapterTerms.placeMark) }
      for byte in term {
        text.append(byte)
        if byte == UInt8(ascii: "\"") { text.append(byte) }
      }
    }
    text.append(UInt8(ascii: "\""))
    if phrase.isPrefix { text += Array(" *".utf8) }
  }
}
