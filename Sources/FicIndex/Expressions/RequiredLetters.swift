/// Finds letters that stand in a row in everything that a regular expression matches.
///
/// It reads what is plain, outside groups and classes; what it does not know takes its letters out.
struct RequiredLetters {
  /// Shorter rows of letters are in too many words.
  private static let shortest = 3

  /// Letters behind a backslash that stand for one character or for a place, and for no other text
  /// behind them.
  private static let plainEscapes = Set("bBdDwWsShHvVRXAZzGnrtfeaK".utf8)

  /// The rows of ASCII letters, in small letters, the longest first.
  private(set) var runs: [[UInt8]] = []

  private let bytes: [UInt8]
  private var place = 0
  private var run: [UInt8] = []

  /// Reads an expression.
  ///
  /// Complexity: linear in its length.
  init(_ text: String) {
    bytes = Array(text.utf8)
    if !read() { runs = [] }
    runs.sort { left, right in
      left.count != right.count
        ? left.count > right.count : left.lexicographicallyPrecedes(right)
    }
  }

  /// False where nothing is sure.
  private mutating func read() -> Bool {
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "|"): return false
      case UInt8(ascii: "("):
        endRun()
        guard skipGroup() else { return false }
      case UInt8(ascii: "["):
        endRun()
        guard skipClass() else { return false }
      case UInt8(ascii: "\\"):
        endRun()
        guard skipEscape() else { return false }
      case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "{"):
        // The letter before it need not be there.
        if !run.isEmpty { run.removeLast() }
        endRun()
      default:
        if let letter = Self.letter(byte) { run.append(letter) } else { endRun() }
      }
    }
    endRun()
    return true
  }

  private mutating func endRun() {
    if run.count >= Self.shortest { runs.append(run) }
    run = []
  }

  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }

  /// Moves behind an escape; false for one that may take more text with it than is known.
  private mutating func skipEscape() -> Bool {
    guard place < bytes.count else { return false }
    let byte = bytes[place]
    place += 1
    guard Self.letter(byte) != nil || byte >= 0x30 && byte <= 0x39 else { return true }
    if byte | 0x20 == UInt8(ascii: "p") {
      guard place < bytes.count else { return false }
      if bytes[place] != UInt8(ascii: "{") {
        place += 1
        return true
      }
      guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "}")) else { return false }
      place = end + 1
      return true
    }
    return Self.plainEscapes.contains(byte)
  }

  /// Moves behind the bracket that closes a class.
  private mutating func skipClass() -> Bool {
    if place < bytes.count, bytes[place] == UInt8(ascii: "^") { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: "]") { place += 1 }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "]"): return true
      case UInt8(ascii: "\\"):
        // \Q in a class hides its end.
        guard place < bytes.count, bytes[place] != UInt8(ascii: "Q") else { return false }
        place += 1
      case UInt8(ascii: "["):
        guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { continue }
        guard let end = endOfName(from: place + 1) else { continue }
        place = end
      default: break
      }
    }
    return false
  }

  /// The place behind the `:]` of a class that has a name.
  private func endOfName(from start: Int) -> Int? {
    var end = start
    while end < bytes.count, Self.letter(bytes[end]) != nil || bytes[end] == UInt8(ascii: "^") {
      end += 1
    }
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"),
      bytes[end + 1] == UInt8(ascii: "]")
    else { return nil }
    return end + 2
  }

  /// Moves behind the parenthesis that closes a group; false for what may change how the rest is
  /// read.
  private mutating func skipGroup() -> Bool {
    var depth = 1
    guard isPlainGroup() else { return false }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("):
        guard isPlainGroup() else { return false }
        depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return true }
      case UInt8(ascii: "["): guard skipClass() else { return false }
      case UInt8(ascii: "\\"): guard skipEscape() else { return false }
      default: break
      }
    }
    return false
  }

  /// Whether what stands behind an opening parenthesis is no verb, no comment and no option.
  private func isPlainGroup() -> Bool {
    guard place < bytes.count, bytes[place] != UInt8(ascii: "*") else { return false }
    guard bytes[place] == UInt8(ascii: "?") else { return true }
    guard place + 1 < bytes.count else { return false }
    return Set(":=!<>|".utf8).contains(bytes[place + 1])
  }
}
