/// Makes prose of a lexicon, so that two texts are alike only where a test says so.
struct Prose {
  private static let nouns = [
    "lamp", "stair", "ledger", "clerk", "harbour", "ribbon", "kettle", "window", "sparrow",
    "letter",
    "engine", "orchard", "button", "candle", "pocket", "whistle", "river", "chimney", "garden",
    "coin",
  ]
  private static let verbs = [
    "turned", "carried", "opened", "forgot", "counted", "followed", "mended", "hid", "lifted",
    "sold",
    "painted", "dropped", "watched", "measured", "borrowed", "answered", "folded", "crossed", "lit",
  ]

  private var state: UInt64

  /// Creates a source of sentences; equal seeds give equal ones.
  init(seed: UInt64) {
    state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  /// A text of so many sentences of nine words.
  static func text(seed: UInt64, sentences: Int) -> String {
    var prose = Prose(seed: seed)
    return (0..<sentences).map { _ in prose.sentence() }.joined(separator: "\n\n")
  }

  private mutating func sentence() -> String {
    "The \(word(Self.nouns)) \(word(Self.verbs)) a \(word(Self.nouns)) and "
      + "\(word(Self.verbs)) no \(word(Self.nouns))."
  }

  private mutating func word(_ words: [String]) -> String {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return words[Int(state % UInt64(words.count))]
  }
}
