extension Unicode.Scalar {
  /// Whether it is a double quotation mark of any shape.
  var isDoubleQuote: Bool {
    switch value {
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x300C...0x300F, 0x301D...0x301F, 0xFF02: true
    default: false
    }
  }

  /// Whether it is a single quotation mark of any shape.
  var isSingleQuote: Bool {
    switch value {
    case 0x27, 0x2018...0x201B, 0x2039, 0x203A, 0xFF07: true
    default: false
    }
  }

  /// Whether it parts words on a keyboard.
  var isQuerySpace: Bool { properties.isWhitespace || value == 0xFEFF || value < 0x20 }

  /// Whether it is a letter or a digit.
  var isWordPart: Bool { properties.isAlphabetic || properties.numericType != nil }

  /// Whether it is a lower-case ASCII letter, of which the names of fields are made.
  var isFieldLetter: Bool { value >= 0x61 && value <= 0x7A }
}
