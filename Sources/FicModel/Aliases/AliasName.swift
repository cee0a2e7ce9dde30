/// The form of names in an alias file.
package enum AliasName {
  /// The longest name, in UTF-8 bytes.
  package static let maximumBytes = 200

  /// What tells one name from another: case, full stops and the amount of white space do not.
  package static func key(_ name: String) -> String {
    let words = name.lowercased().replacing("’", with: "'").split { $0.isWhitespace || $0 == "." }
    return words.isEmpty ? name : words.joined(separator: " ")
  }

  /// Why a text is no name; nil where it is one.
  package static func flaw(in name: String) -> UserFileFlaw? {
    if name.utf8.count > maximumBytes {
      return UserFileFlaw(
        cause: "a name is longer than \(maximumBytes) bytes",
        hint: "part names with commas"
      )
    }
    if name.unicodeScalars.contains(where: steersTerminal) {
      return UserFileFlaw(
        cause: "a name holds a control character",
        hint: "names are plain text on one line"
      )
    }
    if !name.contains(where: { $0.isLetter || $0.isNumber }) {
      return UserFileFlaw(
        cause: name.isEmpty ? "a name is missing" : "a name has neither letter nor digit",
        hint: "write NAME = ALIAS, ALIAS"
      )
    }
    return nil
  }

  /// Control characters, line ends, and marks that change the direction of text.
  private static func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
