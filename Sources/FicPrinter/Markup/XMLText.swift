/// Text in XML.
enum XMLText {
  /// A text as an element's content: the characters of markup as references.
  ///
  /// What XML 1.0 has no character for becomes U+FFFD (section 2.2).
  static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// A text between the quotation marks of an attribute.
  static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where isAttribute: escaped += "&quot;"
      case "\t", "\n",
        "\r" where isAttribute:
        escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }
}
