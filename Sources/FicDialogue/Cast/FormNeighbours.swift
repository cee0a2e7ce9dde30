/// Which forms of names stand in one sentence of narration: they are hardly ever the same person's.
struct FormNeighbours: Sendable {
  private struct Pair: Hashable {
    var one: Int
    var other: Int
  }

  /// Sentences with more names are lists, which tell nothing more.
  private static let mostNames = 6

  private var counts: [Pair: Int] = [:]

  /// Counts over the names of all chapters.
  ///
  /// Complexity: linear in the tokens.
  init(_ chapters: [TokenizedChapter]) {
    for chapter in chapters {
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

  private mutating func count(_ forms: [Int]) {
    guard forms.count > 1 else { return }
    for (index, one) in forms.enumerated() {
      for other in forms[..<index] {
        counts[Pair(one: min(one, other), other: max(one, other)), default: 0] += 1
      }
    }
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
