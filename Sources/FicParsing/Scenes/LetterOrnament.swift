/// Lines of letters that part scenes: `oOo`, `xXx`, `-x-x-x-`, `~o~`.
enum LetterOrnament {
  /// Whether the line is such an ornament wherever it stands.
  static func isCertain(_ line: ShortLine) -> Bool {
    guard let shape = Shape(line) else { return false }
    if shape.symbols == 0 { return isBareCertain(shape) }
    guard shape.longestRun <= 5 else { return false }
    let isUsual = shape.distinct.allSatisfy { $0 == "x" || $0 == "o" }
    if shape.distinct.count == 1 {
      if isUsual { return shape.symbols >= 2 || shape.letters.count >= 2 }
      return line.isOrnamented && shape.symbols >= 3 && shape.letters.count >= 2
    }
    return isUsual && shape.symbols >= 3
  }

  private static func isBareCertain(_ shape: Shape) -> Bool {
    guard shape.distinct.count == 1, let letter = shape.distinct.first else { return false }
    let letters = shape.letters
    if letter == "x", letters.count == 1 { return true }
    guard letters.count >= 3, letter == "x" || letter == "o" else { return false }
    if shape.isSpaced { return true }
    let capitals = letters.count { $0 == "X" || $0 == "O" || $0 == "0" }
    if letter == "x" { return capitals > 0 || letters.count >= 5 }
    let isWord = capitals == 1 && letters.first == "O"
    return capitals > 0 && capitals < letters.count && !isWord
  }

  /// Whether the line may be such an ornament: one letter three times or more, as `ooo` and `www`.
  static func isPossible(_ line: ShortLine) -> Bool {
    guard let shape = Shape(line) else { return false }
    return shape.distinct.count == 1 && shape.letters.count >= 3
  }

  /// Whether the line is initials, as those of a couple.
  ///
  /// `LP`, `HG`, `J.K.`
  static func isInitials(_ line: ShortLine) -> Bool {
    guard line.core.count <= 8 else { return false }
    let core = line.scalars[line.core].filter { $0 != "." && $0 != " " }
    guard (2...4).contains(core.count), core.allSatisfy(\.isProseCapital) else { return false }
    // A word that is shouted has a vowel; initials of three letters and more seldom have.
    let isDotted = line.scalars.contains(".")
    return isDotted || core.count == 2 && !isShout(core) || !core.contains(where: isVowel)
  }

  private static let shouts: Set<String> = [
    "NO", "OH", "OK", "AH", "HA", "HE", "HI", "HO", "ME", "MY", "WE", "GO", "SO", "UP", "US",
    "YO", "IT", "IS", "IN", "ON", "TV",
  ]

  /// Whether two letters are a word that is shouted.
  private static func isShout(_ letters: [Unicode.Scalar]) -> Bool {
    shouts.contains(ShortLine.string(letters[...]))
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a", "e", "i", "o", "u", "y", "A", "E", "I", "O", "U", "Y": true
    default: !(scalar.value < 0x80)
    }
  }

  /// Whether the line is made of letters that are no words: `dghpdghp`, `tnl-tnl-tnl`, `hp & ha`.
  static func isCoined(_ line: ShortLine) -> Bool {
    guard line.words.count <= 6, !line.words.isEmpty else { return false }
    let words = line.words.map { line.scalars[$0] }
    let isLowercase = !line.scalars.contains { $0.isProseCapital }
    if words.count > 1 {
      let isRepeated = words.dropFirst().allSatisfy { $0.elementsEqual(words[0]) }
      let isParted = !line.scalars.contains(" ")
      if isRepeated, isParted, words.count > 2 || !words[0].contains(where: isVowel) { return true }
    }
    guard isLowercase else { return false }
    if words.allSatisfy({ !$0.contains(where: isVowel) && $0.count > 1 }) { return true }
    let hasSymbols = line.scalars.contains { scalar in
      Ornament.isSymbol(scalar) && ![",", ".", "-", ":"].contains(scalar)
    }
    return words.count > 1 && hasSymbols && words.allSatisfy { $0.count <= 4 }
  }

  /// Whether a folded word is a run of x or of o that may frame a break word: `xx`, `xxx`, `ooo`.
  static func isRun(_ word: String) -> Bool {
    word.utf8.count >= 2
      && (word.utf8.allSatisfy { $0 == UInt8(ascii: "x") }
        || word.utf8.allSatisfy { $0 == UInt8(ascii: "o") || $0 == UInt8(ascii: "0") })
  }

  /// What stands between runs of x or o that are written together with it: `xxscenebreakxx`.
  static func unwrapped(_ word: String) -> String? {
    for letter in [UInt8(ascii: "x"), UInt8(ascii: "o")] {
      let inner = word.utf8.drop { $0 == letter }
      let leading = word.utf8.count - inner.count
      guard let last = inner.lastIndex(where: { $0 != letter }) else { continue }
      let trailing = inner[last...].count - 1
      guard leading >= 2, trailing >= 2 else { continue }
      return String(decoding: inner[...last], as: UTF8.self)
    }
    return nil
  }

  /// The letters and symbols of a line.
  private struct Shape {
    var letters: [Unicode.Scalar] = []
    /// The letters in lower case, each once; two at most.
    var distinct: [Unicode.Scalar] = []
    var symbols = 0
    var longestRun = 0
    var isSpaced = true

    /// Reads a line; nil where it has none but symbols, or marks of a sentence.
    init?(_ line: ShortLine) {
      var run = 0
      for scalar in line.scalars {
        if scalar.isProseLetter || scalar == "0" {
          letters.append(scalar)
          let letter = Self.folded(scalar)
          if !distinct.contains(letter) {
            guard distinct.count < 2 else { return nil }
            distinct.append(letter)
          }
          run += 1
          longestRun = max(longestRun, run)
          if run > 1 { isSpaced = false }
          continue
        }
        run = 0
        if scalar == " " { continue }
        guard Ornament.isSymbol(scalar), !scalar.isSentenceEnd || scalar == ".", scalar != ","
        else {
          return nil
        }
        symbols += 1
      }
      guard !letters.isEmpty else { return nil }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      if scalar == "0" { return "o" }
      guard scalar.value < 0x80 else { return scalar }
      return Unicode.Scalar(UInt8(scalar.value) | 0x20)
    }
  }
}
