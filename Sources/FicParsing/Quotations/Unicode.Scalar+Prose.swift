extension Unicode.Scalar {
  /// Whether it is white space: ASCII's, the no-break and the typographic spaces, joiners.
  var isProseSpace: Bool {
    if value < 0x80 { return value == 0x20 || (value >= 0x09 && value <= 0x0D) }
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      return true
    default: return false
    }
  }

  /// Whether it is a letter of any script.
  var isProseLetter: Bool {
    if value < 0x80 {
      let lower = value | 0x20
      return lower >= 0x61 && lower <= 0x7A
    }
    return properties.isAlphabetic
  }

  /// Whether it is a decimal digit of ASCII.
  var isProseDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether it is a capital letter.
  var isProseCapital: Bool {
    value < 0x80 ? value >= 0x41 && value <= 0x5A : properties.isUppercase
  }

  /// Whether it is a letter that has a capital and is none.
  var isProseLowercase: Bool {
    value < 0x80 ? value >= 0x61 && value <= 0x7A : properties.isLowercase
  }

  /// Whether it is a dash or a hyphen.
  package var isProseDash: Bool {
    value == 0x2D || (value >= 0x2010 && value <= 0x2015) || value == 0x2212
  }

  /// Whether it is a full stop, a mark of exclamation or question, an ellipsis, or a full-width
  /// one.
  var isSentenceEnd: Bool {
    switch value {
    case 0x21, 0x2E, 0x3F, 0x203C, 0x203D, 0x2026, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF0E, 0xFF1F:
      return true
    default: return false
    }
  }

  /// Whether it may end what somebody says: a sentence's end, a comma, a semicolon, a colon.
  var isSpeechEnd: Bool {
    switch value {
    case 0x2C, 0x3A, 0x3B, 0x3001, 0xFF0C: return true
    default: return isSentenceEnd
    }
  }

  /// Whether it is a bracket that opens.
  var isOpeningBracket: Bool { value == 0x28 || value == 0x5B || value == 0x7B }

  /// Whether it is a bracket that closes.
  var isClosingBracket: Bool { value == 0x29 || value == 0x5D || value == 0x7D }

  /// Whether it marks emphasis in plain text, as an asterisk, an underscore or a tilde does.
  var isEmphasisMark: Bool { value == 0x2A || value == 0x5F || value == 0x7E }

  /// Whether it is a quotation mark of any kind, the apostrophe included.
  package var isQuotationGlyph: Bool {
    switch value {
    case 0x22, 0x27, 0x60, 0xAB, 0xB4, 0xBB, 0x2018...0x201F, 0x2032, 0x2033, 0x2039, 0x203A,
      0x300C...0x300F, 0x301D...0x301F, 0xFF02, 0xFF07:
      return true
    default: return false
    }
  }
}
