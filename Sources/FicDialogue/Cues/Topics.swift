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
  /// The rare words of the chapter's turns with what each tells, and where each turn's end.
  private var rare: [(word: Int32, weight: Float)] = []
  private var ends: [Int] = []

  /// Creates topics of a work with so many words.
  init(words: Int) {
    counts = [Int32](repeating: 0, count: words)
    stamps = counts
  }

  /// Counts the words of a chapter's turns.
  ///
  /// Complexity: linear in the words.
  mutating func count(_ turns: [Turn], in chapter: TokenizedChapter) {
    for index in turns.indices {
      self.turns += 1
      stamp += 1
      Self.forEachWord(at: index, of: turns, in: chapter) { word in
        if stamps[word] != stamp {
          stamps[word] = stamp
          counts[word] += 1
        }
      }
    }
  }

  /// Takes the turns of a chapter, whose rare words are to be looked for.
  ///
  /// Complexity: linear in the words.
  mutating func begin(_ turns: [Turn], in chapter: TokenizedChapter) {
    rare.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    let limit = Int32(max(2, Double(self.turns) * Self.mostTurns))
    let all = Float(self.turns + 1)
    for index in turns.indices {
      Self.forEachWord(at: index, of: turns, in: chapter) { word in
        // What stands in one turn only is shared with none.
        guard counts[word] > 1, counts[word] < limit else { return }
        let weight = CueScale.count(Int(all / (Float(counts[word]) + 0.5))) * 4
        rare.append((Int32(truncatingIfNeeded: word), weight))
      }
      ends.append(rare.count)
    }
  }

  /// Takes a turn of the chapter, whose words others may share.
  mutating func take(_ turn: Int) {
    stamp += 1
    for place in places(of: turn) { stamps[Int(rare[place].word)] = stamp }
  }

  /// How much of the words of the turn that was taken another turn has: a sum over the rare ones.
  func shared(with turn: Int) -> Float {
    var sum: Float = 0
    for place in places(of: turn) where stamps[Int(rare[place].word)] == stamp {
      sum += rare[place].weight
    }
    return sum
  }

  private func places(of turn: Int) -> Range<Int> { (turn == 0 ? 0 : ends[turn - 1])..<ends[turn] }

  private static func forEachWord(
    at index: Int,
    of turns: [Turn],
    in chapter: TokenizedChapter,
    _ body: (Int) -> Void
  ) {
    for part in turns[index].parts {
      for index in chapter.paragraphs[part.paragraph].quotations[part.quotation] {
        body(Int(chapter.tokens[index].word))
      }
    }
  }
}
