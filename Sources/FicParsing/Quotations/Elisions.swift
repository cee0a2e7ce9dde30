import FicModel

/// Words whose first letters an apostrophe stands for: 'tis, 'em, 'cause.
///
/// Source: common English usage, the forms that nineteenth-century dialogue and fan fiction share.
enum Elisions {
  private static let words: Set<String> = [
    "appen", "ard", "ave", "aven", "bout", "bye", "cause", "cept", "cos", "course", "coz", "cuz",
    "deed", "em", "er", "ere", "fore", "fraid", "gainst", "im", "is", "isself", "kay", "less",
    "long", "member", "mid", "midst", "mongst", "neath", "nother", "nough", "nuff", "ood", "orse",
    "ouse", "ow", "prentice", "round", "s", "scuse", "sides", "specially", "spect", "spose",
    "spite", "stead", "t", "til", "till", "tis", "tisn", "twas", "twasn", "tween", "twere",
    "twill", "twixt", "twould", "twouldn", "ud", "un", "uns", "ware", "way", "cross", "ee", "n",
    "ems", "neer", "e", "eard", "ead", "ome", "undred", "alf", "and",
  ]

  /// Words that are common without the apostrophe too, so that they tell nothing.
  private static let ambiguous: Set<String> = [
    "bye", "course", "deed", "ere", "fore", "is", "less", "long", "member", "mid", "round", "sides",
    "spite", "till", "ware", "way", "cross", "and", "s", "im", "er", "stead",
  ]

  /// Whether such a word, and no other word, starts at `offset`.
  static func begins(_ prose: Prose, at offset: Int) -> Bool {
    var bytes: [UInt8] = []
    var place = offset
    while place < prose.span.end, bytes.count < 10 {
      let lower = prose.bytes[place] | 0x20
      guard lower >= 0x61, lower <= 0x7A else { break }
      bytes.append(lower)
      place += 1
    }
    if bytes.isEmpty { return startsWithDigit(prose, at: offset) }
    let word = String(decoding: bytes, as: UTF8.self)
    return words.contains(word) && !ambiguous.contains(word)
  }

  /// Years: '98, '60s.
  private static func startsWithDigit(_ prose: Prose, at offset: Int) -> Bool {
    prose.scalar(at: offset)?.isProseDigit ?? false
  }
}
