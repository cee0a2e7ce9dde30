/// Reads the numbers of headings: 12, XII, twelve, twelfth, twenty-one.
enum HeadingNumber {
  /// The greatest number of a chapter; a longer run of digits is a year or a sum.
  static let greatest = 9999

  private static let words = PhraseTable(PackageResources.number_words_txt)

  /// The value of the words from `index` of `words` on, and how many of them it takes.
  static func read(
    _ words: [Range<Int>],
    at index: Int,
    in line: ShortLine,
    acceptsLowercaseRoman: Bool
  ) -> (value: Int, count: Int)? {
    guard index < words.count else { return nil }
    let scalars = line.scalars[words[index]]
    if let value = arabic(scalars) { return (value, 1) }
    if let value = roman(scalars, acceptsLowercase: acceptsLowercaseRoman) { return (value, 1) }
    guard let value = word(line.foldedWord(words[index])) else { return nil }
    if value >= 20, value < 100, value % 10 == 0, index + 1 < words.count,
      let unit = word(line.foldedWord(words[index + 1])), (1...9).contains(unit)
    {
      return (value + unit, 2)
    }
    return (value, 1)
  }

  /// Whether a spelt-out number may begin at `index`.
  static func mayBegin(at index: Int, upTo end: Int, in text: [UInt8]) -> Bool {
    words.mayBegin(at: index, upTo: end, in: text)
  }

  private static func word(_ folded: String) -> Int? { words[folded].flatMap { Int($0) } }

  /// Digits, with an ordinal's ending after them or without: `3`, `3rd`, `3.`.
  private static func arabic(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    var value = 0
    var digits = 0
    for scalar in scalars {
      guard scalar.isProseDigit else { break }
      value = value * 10 + Int(scalar.value - 0x30)
      digits += 1
      if value > greatest { return nil }
    }
    guard digits > 0 else { return nil }
    let ending = ShortLine.string(scalars.dropFirst(digits))
    return ["", "st", "nd", "rd", "th", "er", "e", "re", "eme", "ème", "º", "ª", "a", "b"]
      .contains(ending) ? value : nil
  }

  /// A canonical Roman number below 400; a longer one is a word.
  static func roman(_ scalars: ArraySlice<Unicode.Scalar>, acceptsLowercase: Bool) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 10 else { return nil }
    var total = 0
    var previous = Int.max
    for scalar in scalars {
      guard let value = digit(scalar, acceptsLowercase: acceptsLowercase) else { return nil }
      total += value
      if previous < value { total -= 2 * previous }
      previous = value
    }
    guard total > 0, total < 400 else { return nil }
    let upper = ShortLine.string(scalars).uppercased()
    return canonical(total) == upper ? total : nil
  }

  private static func digit(_ scalar: Unicode.Scalar, acceptsLowercase: Bool) -> Int? {
    switch scalar {
    case "I": return 1
    case "V": return 5
    case "X": return 10
    case "L": return 50
    case "C": return 100
    case "i" where acceptsLowercase: return 1
    case "v" where acceptsLowercase: return 5
    case "x" where acceptsLowercase: return 10
    case "l" where acceptsLowercase: return 50
    case "c" where acceptsLowercase: return 100
    default: return nil
    }
  }

  private static func canonical(_ number: Int) -> String {
    let digits: [(Int, String)] = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, letters) in digits {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }
}
