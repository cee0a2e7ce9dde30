import FicModel
import FicParsing

/// Finds out in which scenes "I" tells the story, and in which it is told of "you".
struct NarratorFinder {
  /// Who a scene's narration is about.
  enum Person: Sendable {
    /// "He", "she", "they": nobody special.
    case third
    /// "I".
    case first
    /// "You".
    case second
  }

  /// Above this share of words in narration, "I" is a narrator and no stray thought.
  ///
  /// Novels in the third person stay below 0.2 % on the development texts.
  private static let share = 0.006
  /// The same of "you", which narrators also say to readers.
  private static let secondShare = 0.015

  /// How many words a scene has, and how many of them are "I" and "you".
  private struct Counts {
    var words = 0
    var first = 0
    var second = 0

    static func + (one: Self, other: Self) -> Self {
      Counts(
        words: one.words + other.words,
        first: one.first + other.first,
        second: one.second + other.second
      )
    }
  }

  private let vocabulary: Vocabulary

  /// Creates a finder.
  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Who narrates each scene of a chapter; chapters are judged whole where scenes are short.
  func persons(of chapter: TokenizedChapter, count: Int) -> [Person] {
    var scenes = [Counts](repeating: Counts(), count: count)
    for paragraph in chapter.paragraphs where paragraph.paragraph.scene < count {
      let scene = paragraph.paragraph.scene
      for index in paragraph.tokens {
        let token = chapter.tokens[index]
        guard !token.shape.contains(.quoted) else { continue }
        scenes[scene].words += 1
        let wordClass = vocabulary[token]
        if wordClass.contains(.first) || wordClass.contains(.myForm) { scenes[scene].first += 1 }
        if wordClass.contains(.second) { scenes[scene].second += 1 }
      }
    }
    let all = Self.person(scenes.reduce(Counts(), +))
    return scenes.map { $0.words < 120 ? all : Self.person($0) }
  }

  private static func person(_ counts: Counts) -> Person {
    let words = Double(counts.words)
    if Double(counts.second) > secondShare * words, counts.second > 2 * counts.first {
      return .second
    }
    return words > 0 && Double(counts.first) > share * words ? .first : .third
  }
}
