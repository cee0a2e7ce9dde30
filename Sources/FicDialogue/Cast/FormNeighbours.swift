import FicParsing

/// Which forms of names stand in one sentence of narration, and which call each other: they are
/// hardly ever the same person's.
struct FormNeighbours: Sendable {
  private struct Pair: Hashable {
    var one: Int
    var other: Int
  }

  /// Sentences with more names are lists, which tell nothing more.
  private static let mostNames = 6

  private var calls: Set<Pair> = []
  private var counts: [Pair: Int] = [:]

  /// Counts over the names of all chapters.
  ///
  /// Complexity: linear in the tokens.
  init(_ chapters: [TokenizedChapter], _ vocabulary: Vocabulary) {
    for chapter in chapters {
      noteCalls(in: chapter, vocabulary)
      var sentence: [Int] = []
      var next = 0
      var token = 0
      while next < chapter.names.count {
        let name = chapter.names[next]
        next += 1
        guard !name.isQuoted else { continue }
        while token <= name.tokens.lowerBound {
          if !chapter.tokens[token].shape.isDisjoint(with: .sentence) {
            count(sentence)
            sentence.removeAll(keepingCapacity: true)
          }
          token += 1
        }
        if sentence.count < Self.mostNames, !sentence.contains(name.form) {
          sentence.append(name.form)
        }
      }
      count(sentence)
    }
  }

  /// Notes whom the speakers that tags name call, paragraph by paragraph.
  private mutating func noteCalls(in chapter: TokenizedChapter, _ vocabulary: Vocabulary) {
    var next = 0
    for paragraph in chapter.paragraphs {
      var called: [Int] = []
      var speakers: [Int] = []
      while next < chapter.names.count,
        chapter.names[next].tokens.lowerBound < paragraph.tokens.upperBound
      {
        let name = chapter.names[next]
        next += 1
        if name.isQuoted {
          if called.count < Self.mostNames, isCalled(name, in: chapter) { called.append(name.form) }
        } else if speakers.count < Self.mostNames, speaks(name, in: chapter, vocabulary) {
          speakers.append(name.form)
        }
      }
      for one in called {
        for other in speakers where one != other {
          calls.insert(Pair(one: min(one, other), other: max(one, other)))
        }
      }
    }
  }

  private func isCalled(_ name: NameMention, in chapter: TokenizedChapter) -> Bool {
    let end = name.tokens.upperBound
    return !name.isPossessive
      && !chapter.tokens[name.tokens.lowerBound].shape.isDisjoint(with: .pause)
      && (end >= chapter.tokens.count || !chapter.tokens[end].shape.isDisjoint(with: .pause))
  }

  /// "said Nell", "Nell said": whether a verb of speech stands right beside a name.
  private func speaks(
    _ name: NameMention,
    in chapter: TokenizedChapter,
    _ vocabulary: Vocabulary
  ) -> Bool {
    let tokens = chapter.tokens
    let (first, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard !name.isPossessive else { return false }
    if end < tokens.count, tokens[end].shape.isDisjoint(with: .pause),
      vocabulary[tokens[end]].contains(.speech)
    {
      return true
    }
    return first > 0 && tokens[first].shape.isDisjoint(with: .pause)
      && vocabulary[tokens[first - 1]].contains(.speech)
  }

  private mutating func count(_ forms: [Int]) {
    guard forms.count > 1 else { return }
    for (index, one) in forms.enumerated() {
      for other in forms[..<index] {
        counts[Pair(one: min(one, other), other: max(one, other)), default: 0] += 1
      }
    }
  }

  /// Whether the bearer of one form calls the other, as in: "Helen," said Nell.
  ///
  /// Of a full name and a part of it that tells nothing: "Ada Reed," said Ada.
  func call(_ one: Int, _ other: Int) -> Bool {
    calls.contains(Pair(one: min(one, other), other: max(one, other)))
  }

  /// How many sentences have both forms.
  func count(_ one: Int, _ other: Int) -> Int {
    counts[Pair(one: min(one, other), other: max(one, other))] ?? 0
  }

  /// How many sentences have a form of each list.
  ///
  /// Complexity: the product of their lengths.
  func count(_ ones: [Int], _ others: [Int]) -> Int {
    var result = 0
    for one in ones {
      for other in others { result += count(one, other) }
    }
    return result
  }
}
