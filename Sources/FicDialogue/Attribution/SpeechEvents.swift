import FicModel

/// What of a turn's words tells who talks so.
enum SpeechEvents: Int, CaseIterable, Sendable {
  /// The words.
  case words
  /// Each word with the one before it, many pairs under one number.
  case pairs
  /// How long words and turns are, punctuation and case, and other marks of a manner.
  case marks
  /// By which names people are called: "Bex" by one, "Rebecca" by another.
  case names

  /// How many events there may be in a work with so many words and forms of names.
  func count(words: Int, forms: Int) -> Int {
    switch self {
    case .words: words
    case .pairs: 1 << Self.pairBits
    case .marks: SpeechMark.count
    case .names: forms
    }
  }

  /// Who has said fewer has no style yet.
  var fewest: Float { self == .names ? 3 : 30 }

  /// How much of everybody's talk weighs as much as one's own.
  var smoothing: Double { self == .names ? 10 : 300 }

  /// Pairs of words have numbers of so many bits.
  private static let pairBits: UInt32 = 13

  /// Goes through the events of a turn; `marks` are those of each word of the work.
  func forEach(
    at index: Int,
    in turns: [Turn],
    of chapter: TokenizedChapter,
    marks: [UInt64],
    _ body: (Int) -> Void
  ) {
    for part in turns[index].parts {
      let tokens = chapter.paragraphs[part.paragraph].quotations[part.quotation]
      switch self {
      case .words:
        for place in tokens where chapter.tokens[place].name < 0 {
          body(Int(chapter.tokens[place].word))
        }
      case .pairs:
        var before: UInt32 = 0
        for place in tokens {
          let token = chapter.tokens[place]
          let word = token.name < 0 ? UInt32(truncatingIfNeeded: token.word) + 1 : 0
          let mixed = (before &* 0x9E37_79B1 ^ word) &* 0x85EB_CA6B
          body(Int(mixed >> (32 - Self.pairBits)))
          before = word
        }
      case .names:
        for place in tokens where chapter.tokens[place].name >= 0 {
          let name = chapter.names[Int(chapter.tokens[place].name)]
          if name.tokens.lowerBound == place { body(name.form) }
        }
      case .marks:
        for place in tokens {
          let token = chapter.tokens[place]
          SpeechMark.forEach(in: SpeechMark.marks(of: token) | marks[Int(token.word)], body)
        }
      }
    }
    if self == .marks {
      SpeechMark.forEach(in: SpeechMark.marks(of: turns[index], in: chapter), body)
    }
  }
}
