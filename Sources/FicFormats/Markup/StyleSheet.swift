/// What a style sheet hides from its readers.
///
/// Only selectors that are certain to match are read: an element's name, a class, an id, or a name
/// with one of them. What some other rule shows, were it when a pointer is over it, is not hidden.
struct StyleSheet: Sendable {
  /// What declarations do to an element.
  enum Effect {
    case hides
    case shows
  }

  /// How rules in a block are read.
  private enum Reading {
    case all
    /// Rules that hold on some screens only: they may show, but not hide.
    case shown
    case none
  }

  private var hidden: Set<String> = []
  private var shown: Set<Substring> = []

  /// The longest selector that is read, in bytes.
  private static let longestSelector = 400

  /// Reads a style sheet.
  ///
  /// Complexity: linear in the number of bytes.
  init(_ css: [UInt8]) {
    var blocks: [Reading] = []
    var prelude: [UInt8] = []
    var index = 0
    while index < css.count {
      switch css[index] {
      case UInt8(ascii: "/") where css[index...].starts(with: "/*".utf8):
        index = Self.end(of: "*/", after: index + 2, in: css)
        continue
      case UInt8(ascii: "<") where css[index...].starts(with: "<!--".utf8): index += 3
      case UInt8(ascii: "-") where css[index...].starts(with: "-->".utf8): index += 2
      case UInt8(ascii: ";"): prelude.removeAll(keepingCapacity: true)
      case UInt8(ascii: "}"):
        _ = blocks.popLast()
        prelude.removeAll(keepingCapacity: true)
      case UInt8(ascii: "{"):
        let words = String(decoding: prelude.prefix(Self.longestSelector), as: UTF8.self)
          .lowercasedASCII.trimmed
        let isWhole = prelude.count <= Self.longestSelector
        prelude.removeAll(keepingCapacity: true)
        if words.first == "@" {
          let outer = blocks.last ?? .all
          blocks.append(outer == .none ? .none : Self.reading(of: words, in: outer))
        } else {
          let end = css[index...].firstIndex(of: UInt8(ascii: "}")) ?? css.count
          if isWhole {
            let effect = Self.effect(of: String(decoding: css[index + 1..<end], as: UTF8.self))
            add(words, effect, blocks.last ?? .all)
          }
          index = end
        }
      case let byte: prelude.append(byte)
      }
      index += 1
    }
  }

  /// Whether the sheet hides nothing.
  var isEmpty: Bool { hidden.isEmpty }

  private static func end(of mark: String, after start: Int, in css: [UInt8]) -> Int {
    let bytes = Array(mark.utf8)
    var index = start
    while index + 1 < css.count {
      if css[index] == bytes[0], css[index + 1] == bytes[1] { return index + 2 }
      index += 1
    }
    return css.count
  }

  /// `@media screen` holds wherever text is read, `@media print` does not, and what depends on the
  /// size of a screen does at times.
  private static func reading(of rule: String, in outer: Reading) -> Reading {
    let words = rule.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    guard words.first == "@media" || words.first == "@supports" else { return .none }
    if words.count == 2, ["all", "screen"].contains(words[1]) { return outer }
    let isSeen = words.contains { ["all", "screen", "only"].contains($0) || $0.first == "(" }
    return isSeen ? .shown : .none
  }

  private mutating func add(_ selectors: String, _ effect: Effect?, _ reading: Reading) {
    guard let effect, reading != .none else { return }
    for selector in selectors.split(separator: ",").map({ String($0).trimmed }) {
      if effect == .shows {
        shown.formUnion(Self.names(in: selector))
      } else if reading == .all, Self.isSimple(selector) {
        hidden.insert(selector)
      }
    }
  }

  /// The name, the classes and ids of the elements that a selector is about, each with its mark.
  private static func names(in selector: String) -> [Substring] {
    let last = selector.split { " >+~\n\t".contains($0) }.last ?? ""
    var names = [last.prefix { isName($0) }]
    var index = last.startIndex
    while let start = last[index...].firstIndex(where: { $0 == "." || $0 == "#" }) {
      let rest = last[last.index(after: start)...]
      let end = rest.firstIndex { !isName($0) } ?? last.endIndex
      names.append(last[start..<end])
      index = end
    }
    return names
  }

  private static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  private static func isSimple(_ selector: String) -> Bool {
    let marks = selector.count { !isName($0) }
    guard !selector.isEmpty, !["html", "body", "head"].contains(selector) else { return false }
    return marks == 0 || marks == 1 && selector.contains { $0 == "." || $0 == "#" }
  }

  /// Whether the sheet hides an element of a name, with a value of `id` and of `class`.
  func hides(_ name: String, id: String?, classes: [Substring]) -> Bool {
    if hidden.contains(name), !shown.contains(name[...]) { return true }
    let names = (id.map { ["#" + $0] } ?? []) + classes.map { "." + $0 }
    return names.map(\.lowercasedASCII).contains {
      (hidden.contains($0) || hidden.contains(name + $0)) && !shown.contains($0[...])
    }
  }

  // MARK: Declarations

  /// What declarations do; nil for neither.
  static func effect(of declarations: String) -> Effect? {
    var effect: Effect?
    var isPlaced = false
    var isFar = false
    for declaration in declarations.lowercasedASCII.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = String(parts[1].prefix { $0 != "!" }).trimmed
      switch String(parts[0]).trimmed {
      case "display": effect = value == "none" ? .hides : effect ?? .shows
      case "visibility":
        effect = ["hidden", "collapse"].contains(value) ? .hides : effect ?? .shows
      case "opacity":
        effect = Double(value) == 0 ? .hides : effect ?? .shows
      case "position": isPlaced = value == "absolute" || value == "fixed"
      case "left", "right", "top":
        // Where no screen reaches.
        isFar = isFar || value.first == "-" && value.dropFirst().prefix { $0.isNumber }.count > 2
      default: break
      }
    }
    return isPlaced && isFar ? .hides : effect
  }
}

extension String {
  /// ASCII capitals as small letters.
  fileprivate var lowercasedASCII: String {
    String(
      decoding: utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 },
      as: UTF8.self
    )
  }

  /// Without white space at its ends.
  fileprivate var trimmed: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let start = firstIndex(where: { !isSpace($0) }),
      let end = lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[start...end])
  }
}
