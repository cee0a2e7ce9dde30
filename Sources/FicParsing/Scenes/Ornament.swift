/// Lines that hold nothing but symbols: the oldest way to part scenes.
package enum Ornament {
  /// A longer line is a picture or a table rather than an ornament.
  private static let longest = 240

  /// Whether the visible bytes of a line, in `range`, are an ornament of symbols alone.
  ///
  /// A silence of dots ("…", "..."), a line of question and exclamation marks and an emoticon are
  /// speech.
  ///
  /// Complexity: linear, and constant for most prose, which has a letter in front.
  package static func isSymbolLine(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    guard !range.isEmpty, range.count <= longest, !startsWithWord(range, in: text) else {
      return false
    }
    var symbols = 0
    var dots = 0
    var sentenceMarks = 0
    var brackets = 0
    for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
      if scalar.isProseSpace { continue }
      guard isSymbol(scalar) else { return false }
      symbols += 1
      switch scalar {
      case ".", "\u{2026}", ",": dots += 1
      case "!", "?", "^", ":", ";": sentenceMarks += 1
      case "(": brackets += 1
      case ")": brackets -= 1
      default: break
      }
    }
    if brackets != 0, symbols < 4 { return false }
    if dots == symbols { return dots >= 4 && dots < 80 }
    if sentenceMarks > 0, symbols < 5 { return isColonRule(range, in: text) }
    return sentenceMarks + dots < symbols || symbols >= 8
  }

  private static func startsWithWord(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    for index in range.prefix(4) {
      let byte = text[index]
      let lower = byte | 0x20
      if lower >= 0x61 && lower <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x22 {
        return true
      }
    }
    return false
  }

  /// Whether the line is made of colons alone, as `::` is.
  private static func isColonRule(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    range.count >= 2 && range.allSatisfy { text[$0] == UInt8(ascii: ":") || text[$0] == 0x20 }
  }

  /// Whether a scalar is no letter, digit, mark of a quotation or white space.
  static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let lower = scalar.value | 0x20
      return scalar.value > 0x20 && !(lower >= 0x61 && lower <= 0x7A) && !scalar.isProseDigit
        && scalar != "\"" && scalar != "'" && scalar != "`" && scalar.value != 0x7F
    }
    if scalar.isQuotationGlyph || scalar == "\u{FFFD}" { return false }
    switch scalar.properties.generalCategory {
    case .mathSymbol, .otherSymbol, .currencySymbol, .modifierSymbol, .dashPunctuation,
      .connectorPunctuation, .otherPunctuation, .openPunctuation, .closePunctuation,
      .nonspacingMark, .format:
      return true
    default: return false
    }
  }
}
