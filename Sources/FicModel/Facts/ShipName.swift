/// A pairing of two or more, in no order.
package struct ShipName: Hashable, Sendable {
  /// What joins them.
  package enum Bond: String, Hashable, Sendable {
    /// They are a couple: `A/B`, `A x B`, `AxB`.
    case romance = "/"
    /// They are friends or kin: `A & B`.
    case friendship = "&"
  }

  /// What joins them; a couple where both signs stand in it.
  package var bond: Bond

  /// Who they are, in the order in which they are written; a single one where it is a word for the
  /// pair.
  package var names: [String]

  /// Takes a value such as `Harry Potter/Draco Malfoy` apart; what stands in brackets stays whole.
  ///
  /// Complexity: linear in the text.
  package init(_ text: String) {
    var names: [String] = []
    var name: [Character] = []
    var bond: Bond?
    var depth = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character == "(" || character == "[" { depth += 1 }
      if character == ")" || character == "]" { depth = max(0, depth - 1) }
      if depth == 0, let found = Self.bond(of: characters, at: index) {
        if bond != .romance { bond = found }
        names.append(String(name))
        name = []
      } else {
        name.append(character)
      }
    }
    names.append(String(name))
    self.names = names.map(Self.trimmed).filter { !$0.isEmpty }
    self.bond = bond ?? .romance
  }

  /// The bond that the sign at `index` means; nil for anything else.
  private static func bond(of text: [Character], at index: Int) -> Bond? {
    switch text[index] {
    case "/", "×", "\u{2044}": return .romance
    case "&": return .friendship
    case "x", "X":
      guard index > 0, index + 1 < text.count else { return nil }
      let (before, after) = (text[index - 1], text[index + 1])
      if before == " ", after == " " || after == "*" { return .romance }
      if before == "*", after == " " { return .romance }
      // "HarryxDraco", not "Alexander".
      return text[index] == "x" && before.isLowercase && after.isUppercase ? .romance : nil
    default: return nil
    }
  }

  private static func trimmed(_ name: String) -> String {
    name.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The pair as it is shown, in the order in which it is written.
  package var description: String {
    names.joined(separator: bond == .romance ? "/" : " & ")
  }
}
