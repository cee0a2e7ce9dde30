import FicModel

/// A mark of how somebody talks, whatever the words; the marks of a word are bits of a number.
///
/// The first sixteen are those of `Token.Shape`.
enum SpeechMark: Int {
  case name = 16
  case ing, lead, filler, conjunction, first, second
  case small, asks, exclaims, states
  case oneWord, fewWords, someWords, manyWords, speech
  /// The first of eight lengths of words.
  case oneLetter

  private static let lengths = 8

  /// The number of all marks.
  static let count = oneLetter.rawValue + lengths

  private var bit: UInt64 { 1 << UInt64(rawValue) }

  /// Punctuation before a word, and its case.
  private static let shapes: Token.Shape = [
    .comma, .stop, .exclaimed, .dash, .bracket, .innerMark, .shouted, .hyphen, .capital,
  ]

  private static let classes: [(WordClass, Self)] = [
    (.ingForm, .ing), (.vocativeLead, .lead), (.filler, .filler), (.conjunction, .conjunction),
    ([.first, .myForm], .first), (.second, .second),
  ]

  /// Goes through the marks of a number.
  static func forEach(in marks: UInt64, _ body: (Int) -> Void) {
    var rest = marks
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// The marks of each word of a work.
  static func marks(of vocabulary: Vocabulary) -> [UInt64] {
    (0..<Int32(vocabulary.count)).map { word in
      classes.reduce(0) { marks, entry in
        vocabulary[word].isDisjoint(with: entry.0) ? marks : marks | entry.1.bit
      }
    }
  }

  /// The marks of a word where it stands.
  static func marks(of token: Token) -> UInt64 {
    let length = min(Int(token.end - token.start), lengths) - 1
    let shape = UInt64(token.shape.intersection(shapes).rawValue)
    return shape | 1 << UInt64(oneLetter.rawValue + max(0, length))
      | (token.name < 0 ? 0 : name.bit)
  }

  /// The marks of a whole turn.
  static func marks(of turn: Turn, in chapter: TokenizedChapter) -> UInt64 {
    let opening = turn.parts.first.flatMap {
      chapter.paragraphs[$0.paragraph].quotations[$0.quotation].first
    }
    var marks: UInt64 = turn.asks ? asks.bit : turn.exclaims ? exclaims.bit : states.bit
    if let opening, chapter.tokens[opening].shape.isDisjoint(with: .capital) { marks |= small.bit }
    switch turn.words {
    case ..<2: return marks | oneWord.bit
    case ..<5: return marks | fewWords.bit
    case ..<12: return marks | someWords.bit
    case ..<30: return marks | manyWords.bit
    default: return marks | speech.bit
    }
  }
}
