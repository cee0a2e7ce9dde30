/// Gives every word form, without its case, a number, so that the parser compares numbers.
///
/// A table may go on from another one, which it leaves as it is: each work has its own words after
/// those of the lexicon, and copies none of them.
struct WordTable: Sendable {
  /// Words longer than this many bytes are told apart by their first bytes only.
  static let longestWord = FoldedWord.longest

  private let base: WordStore
  private var own = WordStore()
  /// Short words that were asked for last, by their tags: most of a text are a few words, and those
  /// lie close together here.
  private var recent: [Recent] = []

  /// A word of at most eight bytes, which its head and its tag tell from all others.
  private struct Recent: Sendable {
    var head: UInt64 = 0
    var tag: UInt32 = 0
    var word: Int32 = -1
  }

  private static let mostRecent = 1 << 10

  /// Creates an empty table.
  init() {
    base = WordStore()
  }

  /// Creates a table that goes on from one that goes on from none.
  init(after table: WordTable) {
    base = table.own
  }

  /// The number of words.
  var count: Int { base.count + own.count }

  /// The number of a word, which is given one where it is new.
  ///
  /// Complexity: O(length) expected.
  mutating func intern(_ word: FoldedWord) -> Int32 {
    let tag = word.tag
    guard word.length <= 8 else { return intern(word, tag: tag) }
    if recent.isEmpty { recent = [Recent](repeating: Recent(), count: Self.mostRecent) }
    let place = Int(tag >> 7) & (Self.mostRecent - 1)
    let last = recent[place]
    if last.tag == tag, last.head == word.head, last.word >= 0 { return last.word }
    let number = intern(word, tag: tag)
    recent[place] = Recent(head: word.head, tag: tag, word: number)
    return number
  }

  private mutating func intern(_ word: FoldedWord, tag: UInt32) -> Int32 {
    if let known = base.find(word, tag: tag) { return known }
    return Int32(base.count) + own.intern(word, tag: tag)
  }

  /// The number of `word`, given folded.
  mutating func intern(_ word: String) -> Int32 { intern(FoldedWord(word)) }

  /// The number of `word`, given folded, if the table has it.
  func find(_ word: String) -> Int32? {
    let word = FoldedWord(word)
    let tag = word.tag
    return base.find(word, tag: tag)
      ?? own.find(word, tag: tag).map { Int32(base.count) + $0 }
  }

  /// The folded bytes of a word.
  func bytes(of word: Int32) -> ArraySlice<UInt8> {
    let index = Int(word)
    return index < base.count ? base.bytes(of: index) : own.bytes(of: index - base.count)
  }

  /// The number of bytes of a word.
  func length(of word: Int32) -> Int {
    let index = Int(word)
    return index < base.count ? base.length(of: index) : own.length(of: index - base.count)
  }

  /// Whether the folded word ends with `suffix`.
  func hasSuffix(_ word: Int32, _ suffix: StaticSuffix) -> Bool {
    let bytes = bytes(of: word)
    let count = suffix.bytes.count
    guard bytes.count > count + 1 else { return false }
    return bytes.suffix(count).elementsEqual(suffix.bytes)
  }

  /// A suffix as bytes.
  struct StaticSuffix: Sendable {
    let bytes: [UInt8]

    /// Creates a suffix.
    init(_ text: String) { bytes = Array(text.utf8) }

    static let ed = StaticSuffix("ed")
    static let ly = StaticSuffix("ly")
    static let ing = StaticSuffix("ing")
    static let s = StaticSuffix("s")
  }
}
