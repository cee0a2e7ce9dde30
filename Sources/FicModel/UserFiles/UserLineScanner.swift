/// Cuts the values out of a line of a file that the user keeps.
struct UserLineScanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// The comment at the end, with its mark; empty before it was met.
  private(set) var comment = ""

  /// Begins at the start of a line.
  init(_ line: String) {
    scalars = Array(line.unicodeScalars)
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  /// The next value, and the mark that ended it; nil at the end of the line.
  ///
  /// A value may stand in straight quotes, in which `\"` and `\\` stand for a quote and a
  /// backslash.
  ///
  /// Throws: `UserFileFlaw` for quotes that do not close, or do not hold the whole value.
  mutating func value(
    endingAt end: Unicode.Scalar
  ) throws(UserFileFlaw) -> (text: String, end: Unicode.Scalar?) {
    skipBlanks()
    if index < scalars.count, scalars[index] == "\"" { return try quoted(endingAt: end) }
    var text = String.UnicodeScalarView()
    while index < scalars.count {
      if isComment(at: index) { break }
      let scalar = scalars[index]
      index += 1
      if scalar == end { return (Self.trimmed(String(text)), end) }
      text.append(scalar)
    }
    takeComment()
    return (Self.trimmed(String(text)), nil)
  }

  private mutating func quoted(
    endingAt end: Unicode.Scalar
  ) throws(UserFileFlaw) -> (text: String, end: Unicode.Scalar?) {
    index += 1
    var text = String.UnicodeScalarView()
    while index < scalars.count, scalars[index] != "\"" {
      if scalars[index] == "\\", index + 1 < scalars.count { index += 1 }
      text.append(scalars[index])
      index += 1
    }
    guard index < scalars.count else {
      throw UserFileFlaw(
        cause: "a quote is not closed",
        hint: "write \\\" for a quote inside quotes"
      )
    }
    index += 1
    skipBlanks()
    if index >= scalars.count { return (String(text), nil) }
    if isComment(at: index) {
      takeComment()
      return (String(text), nil)
    }
    guard scalars[index] == end else {
      throw UserFileFlaw(
        cause: "something follows the quotes",
        hint: "put the whole value into the quotes"
      )
    }
    index += 1
    return (String(text), end)
  }

  private mutating func skipBlanks() {
    while index < scalars.count, Self.isBlank(scalars[index]) { index += 1 }
  }

  /// "Number #6" is a name; a comment's mark has white space on both sides.
  private func isComment(at place: Int) -> Bool {
    guard scalars[place] == "#" else { return false }
    let isAfterBlank = place == 0 || Self.isBlank(scalars[place - 1])
    return isAfterBlank && (place + 1 == scalars.count || Self.isBlank(scalars[place + 1]))
  }

  private mutating func takeComment() {
    guard index < scalars.count else { return }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars[index...])
    comment = Self.trimmed(String(rest))
    index = scalars.count
  }
}
