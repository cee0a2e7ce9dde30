/// Finds the people whom a seed knows by a description: "said the tall agent".
///
/// Each description stands for a form of name of its own, whose title is below -1.
struct SeedDescriptions {
  private var patterns: [SeedForms.Description] = []
  private var byFirst: [Int32: [Int]] = [:]
  private let definite: Set<Int32>
  private let vocabulary: Vocabulary

  /// Takes the descriptions of the seeds; the longest of two that fit is meant.
  init(_ seeds: [SeedForms], vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    definite = Set(SeedForms.definite.compactMap { vocabulary.table.find($0) })
    var known: Set<SeedForms.Description> = []
    for pattern in seeds.flatMap(\.descriptions) where known.insert(pattern).inserted {
      guard let first = pattern.words.first else { continue }
      byFirst[first, default: []].append(patterns.count)
      patterns.append(pattern)
    }
    for first in Array(byFirst.keys) {
      byFirst[first]?.sort { patterns[$0].words.count > patterns[$1].words.count }
    }
  }

  /// What stands in a form of name for its title.
  private static func title(of pattern: Int) -> Int32 { Int32(clamping: -2 - pattern) }

  /// The title of the form for a description; nil where it is not one of these.
  func title(of description: SeedForms.Description) -> Int32? {
    guard let first = description.words.first else { return nil }
    return byFirst[first]?.first { patterns[$0] == description }.map(Self.title)
  }

  /// The description whose words begin at `start`, and where it ends.
  ///
  /// Complexity: O(1), and linear in the descriptions that begin with the same word.
  func match(at start: Int, in tokens: [Token]) -> (title: Int32, end: Int)? {
    guard let candidates = byFirst[tokens[start].word] else { return nil }
    for candidate in candidates where fits(patterns[candidate], at: start, in: tokens) {
      return (Self.title(of: candidate), start + patterns[candidate].words.count)
    }
    return nil
  }

  private func fits(
    _ pattern: SeedForms.Description,
    at start: Int,
    in tokens: [Token]
  ) -> Bool {
    let end = start + pattern.words.count
    guard end <= tokens.count else { return false }
    if pattern.isDefinite {
      guard start > 0, tokens[start].shape.isDisjoint(with: .pause),
        definite.contains(tokens[start - 1].word)
      else { return false }
    }
    for (index, word) in zip(start..<end, pattern.words) {
      guard tokens[index].word == word else { return false }
      // A comma may part two adjectives: "the tall, dark agent".
      let parts = tokens[index].shape.intersection(.pause)
      if index > start, !parts.isSubset(of: .comma) { return false }
    }
    // "the captain Smith" and "the tall agent's brother" are somebody else.
    guard end < tokens.count, tokens[end].shape.isDisjoint(with: .pause) else { return true }
    return !tokens[end].shape.contains(.capital)
  }
}
