/// Which turns of a work share rare words.
struct Topics: Sendable {
  /// Words that more of the turns have tell no topic.
  private static let mostTurns = 0.05

  /// In how many turns each word stands.
  private var counts: [Int32]
  private var turns = 0
  /// The turn that last counted a word.
  private var stamps: [Int32]
  private var stamp: Int32 = 0

  /// Creates topics of a work with so many words.
  init(words: Int) {
    counts = [Int32](repeating: 0, count: words)
    stamps = counts
  }

  /// Counts the words of a chapter's turns.
  ///
  /// Complexity: linear in the words.
  mutating func count(_ turns: [Turn], in chapter: TokenizedChapter) {
    for turn in turns {
      self.turns += 1
      stamp += 1
      Self.forEachWord(of: turn, in: chapter) { word in
        if stamps[word] != stamp {
          stamps[word] = stamp
          counts[word] += 1
        }
      }
    }
  }

  /// Takes a turn whose words are to be looked for.
  mutating func take(_ turn: Turn, in chapter: TokenizedChapter) {
    stamp += 1
    Self.forEachWord(of: turn, in: chapter) { stamps[$0] = stamp }
  }

  /// How much of the words of the turn that was taken another turn has: a sum over the rare ones.
  mutating func shared(with turn: Turn, in chapter: TokenizedChapter) -> Float {
    var sum: Float = 0
    let limit = Int32(max(2, Double(turns) * Self.mostTurns))
    let all = Float(turns + 1)
    Self.forEachWord(of: turn, in: chapter) { word in
      guard stamps[word] == stamp, counts[word] < limit else { return }
      sum += CueScale.count(Int(all / (Float(counts[word]) + 0.5))) * 4
    }
    return sum
  }

  private static func forEachWord(
    of turn: Turn,
    in chapter: TokenizedChapter,
    _ body: (Int) -> Void
  ) {
    for part in turn.parts {
      for index in chapter.paragraphs[part.paragraph].quotations[part.quotation] {
        body(Int(chapter.tokens[index].word))
      }
    }
  }
}
