/// Keeps what stands in a file from steering a terminal.
enum SafeText {
  /// The scalar to print for `scalar`: control characters become visible pictures of themselves,
  /// marks that change the direction of text become U+FFFD, line ends become spaces.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }

  /// The text with every scalar made visible; a soft hyphen at a line's end joins what it divides.
  static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isDivided = false
    for scalar in text.unicodeScalars {
      if isDivided, scalar == "\n" {
        result.removeLast()
      } else {
        result.append(visible(scalar))
      }
      isDivided = scalar == "\u{AD}"
    }
    return String(result)
  }
}
