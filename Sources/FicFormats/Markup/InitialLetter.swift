/// The first letter of a text, where it is a picture or set larger than the rest.
struct InitialLetter {
  /// The letter, behind the quotation mark that stands before it.
  let bytes: [UInt8]

  /// The letter alone.
  let letter: Unicode.Scalar

  /// The text behind a first letter, and what lies between.
  struct Next {
    /// The node of the text.
    var text: Int

    /// Whether white space lies between.
    var hasSpace = false

    /// Whether an element begins or ends between that stands on lines of its own.
    var hasLine = false
  }

  /// How many nodes are looked at for the text behind a first letter.
  private static let reach = 12

  /// Capitals that are words by themselves, so that a space behind one may be meant.
  private static let words = Set("AIOEYUÀÉÓÁÍÚÖÅЯВКОСУИА".unicodeScalars)

  /// Reads a capital, behind a quotation mark or not; nil where it is anything else.
  init?(_ text: [UInt8]) {
    let scalars = Array(String(decoding: text.prefix(9), as: UTF8.self).unicodeScalars)
    guard text.count < 9, let letter = scalars.last, letter.properties.isUppercase,
      scalars.count == 1 || scalars.count == 2 && "\"'“‘«„".unicodeScalars.contains(scalars[0])
    else { return nil }
    bytes = text
    self.letter = letter
  }

  /// Finds the text that goes on behind `node`, whose last inner node is before `end`.
  static func text(behind node: Int, endingAt end: Int, in tree: MarkupTree) -> Next? {
    var next = Next(text: end)
    let line = lineElement(of: node, in: tree)
    for inner in end..<min(end + reach, tree.nodes.count) {
      let name = tree.name(inner)
      if tree.nodes[inner].isHidden || name == "img" || name.hasPrefix("h") && name != "hr" {
        return nil
      }
      guard name.isEmpty else { continue }
      let bytes = tree.text[tree.nodes[inner].text]
      guard let visible = bytes.firstIndex(where: { $0 > 0x20 }) else {
        next.hasSpace = next.hasSpace || !bytes.isEmpty
        continue
      }
      next.text = inner
      next.hasSpace = next.hasSpace || visible > bytes.startIndex
      next.hasLine = lineElement(of: inner, in: tree) != line
      return next
    }
    return nil
  }

  private static func lineElement(of node: Int, in tree: MarkupTree) -> Int {
    var node = node
    for _ in 0..<reach where node > 0 && !tree.nodes[node].traits.contains(.block) {
      node = tree.nodes[node].parent
    }
    return node
  }

  /// What stands before the rest of the text once the letter is moved there; nil where the letter
  /// stays, or where the text has it already.
  func joined(to rest: [UInt8], _ next: Next, isPicture: Bool) -> [UInt8]? {
    let scalars = String(decoding: rest, as: UTF8.self).unicodeScalars.prefix(2)
    guard let first = scalars.first, first.properties.isAlphabetic else { return nil }
    let isRest =
      first.properties.isLowercase
      || scalars.count == 2 && scalars.allSatisfy { $0.properties.isUppercase } && first != letter
    guard isRest else { return nil }
    if next.hasLine { return bytes }
    if !next.hasSpace { return isPicture ? bytes : nil }
    guard Self.words.contains(letter) else { return bytes }
    return isPicture ? bytes + [0x20] : nil
  }
}
