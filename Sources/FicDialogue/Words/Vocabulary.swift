/// The words of one work: the lexicon's, and after them those that the text brings.
struct Vocabulary {
  private(set) var table: WordTable
  private(set) var classes: [WordClass]

  /// That of a work that was not read yet, made once: the lexicon's words cost as much as a short
  /// chapter.
  static let unread = Vocabulary()

  /// Creates the vocabulary of a work that was not read yet.
  init(lexicon: Lexicon = .standard) {
    table = WordTable(after: lexicon.words)
    classes = lexicon.classes
    for word in classes.indices { classes[word].formUnion(Self.shape(of: Int32(word), in: table)) }
  }

  /// The number of words.
  var count: Int { classes.count }

  /// What a word is.
  subscript(word: Int32) -> WordClass { classes[Int(word)] }

  /// What the word of a token is.
  subscript(token: Token) -> WordClass { classes[Int(token.word)] }

  /// The number of a word.
  mutating func intern(_ word: FoldedWord) -> Int32 {
    let word = table.intern(word)
    if Int(word) == classes.count { classes.append(Self.shape(of: word, in: table)) }
    return word
  }

  /// The number of a word in any case.
  mutating func intern(_ text: String) -> Int32 { intern(FoldedWord(text.lowercased())) }

  /// The folded word as text.
  func text(of word: Int32) -> String { String(decoding: table.bytes(of: word), as: UTF8.self) }

  private static func shape(of word: Int32, in table: WordTable) -> WordClass {
    var result: WordClass = []
    if table.hasSuffix(word, .ed) { result.insert(.edForm) }
    if table.hasSuffix(word, .ing) { result.insert(.ingForm) }
    if table.hasSuffix(word, .ly) { result.insert(.filler) }
    return result
  }
}
