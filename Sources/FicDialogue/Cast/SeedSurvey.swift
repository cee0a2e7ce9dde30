/// Finds which words of the seeds are names in a work.
///
/// A seed names nobody in most works, and its words mean there what they always mean. So a name
/// counts only where all of it stands somewhere with capitals.
struct SeedSurvey {
  private let vocabulary: Vocabulary
  private var names: Set<[Int32]> = []
  private var byFirst: [Int32: [[Int32]]] = [:]

  /// Takes the names of the seeds.
  init(_ seeds: [SeedForms], vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    for form in seeds.flatMap(\.forms) {
      guard let first = form.words.first, names.insert(form.words).inserted else { continue }
      byFirst[first, default: []].append(form.words)
    }
  }

  /// The words of the names that occur; not those of the closed classes, such as "Will".
  ///
  /// Complexity: linear in the tokens, and in the names that begin with one word.
  func words(in chapters: [TokenizedChapter]) -> Set<Int32> {
    guard !byFirst.isEmpty else { return [] }
    var found: Set<[Int32]> = []
    var opening: Set<Int32> = []
    var small: Set<Int32> = []
    for chapter in chapters {
      for (index, token) in chapter.tokens.enumerated() {
        guard let candidates = byFirst[token.word] else { continue }
        guard token.shape.contains(.capital) else {
          small.insert(token.word)
          continue
        }
        for words in candidates where !found.contains(words) {
          if words.count == 1, !token.shape.isDisjoint(with: .opening) {
            // A capital for its place says nothing of a word that also occurs in small letters.
            opening.insert(token.word)
          } else if stands(words, at: index, in: chapter.tokens) {
            found.insert(words)
          }
        }
      }
    }
    found.formUnion(opening.subtracting(small).map { [$0] })
    return Set(found.joined()).filter { !vocabulary[$0].contains(.function) }
  }

  private func stands(_ words: [Int32], at start: Int, in tokens: [Token]) -> Bool {
    var index = start
    for word in words {
      while index < tokens.count, index > start, tokens[index].word != word,
        vocabulary[tokens[index]].contains(.particle)
      {
        index += 1
      }
      guard index < tokens.count, tokens[index].word == word,
        tokens[index].shape.contains(.capital) || vocabulary[word].contains(.particle)
      else { return false }
      index += 1
    }
    return true
  }
}
