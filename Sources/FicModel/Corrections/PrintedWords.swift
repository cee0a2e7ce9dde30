/// The words of a printed text without case, marks and white space: what tells lines apart.
package struct PrintedWords: Hashable, Sendable {
  /// In order.
  package private(set) var words: [String] = []

  /// Reads a text.
  ///
  /// Complexity: linear in its length.
  package init(_ text: some StringProtocol) {
    append(text)
  }

  /// Reads UTF-8 in a span of a text.
  package init(_ span: TextSpan, of text: [UInt8]) {
    append(String(decoding: text[span.range.clamped(to: text.indices)], as: UTF8.self))
  }

  private mutating func append(_ text: some StringProtocol) {
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += scalar.properties.lowercaseMapping
      } else if !Self.isWithinWords(scalar), !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
  }

  /// Apostrophes and combining marks part no word.
  private static func isWithinWords(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "\u{AD}"
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The words before a place of a text, as printed, white space folded.
  ///
  /// - Parameters:
  ///   - place: A UTF-8 offset.
  ///   - text: The text.
  /// - Returns: The last `Correction.wordsBefore` of them.
  package static func before(_ place: Int, of text: [UInt8]) -> String {
    // No eight words of a language with spaces are longer than this.
    var start = max(0, min(place, text.count) - 512)
    while start < place, text[start] & 0xC0 == 0x80 { start += 1 }
    let stretch = String(decoding: text[start..<max(start, min(place, text.count))], as: UTF8.self)
    return plain(stretch).suffix(Correction.wordsBefore).joined(separator: " ")
  }

  /// The first words of a printed text, white space folded.
  package static func opening(of text: String) -> String {
    plain(text).prefix(Correction.mostWords).joined(separator: " ")
  }

  /// The words of a text without the marks that a file would have to escape, and without those that
  /// steer a terminal.
  private static func plain(_ text: String) -> [Substring] {
    let kept = text.unicodeScalars.filter {
      $0 != "\"" && $0 != "\\" && ($0.properties.generalCategory != .control || $0.value < 0x20)
    }
    return String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace)
  }
}
