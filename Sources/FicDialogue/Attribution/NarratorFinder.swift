import FicModel
import FicParsing

/// Finds out in which scenes "I" tells the story, and who that is.
struct NarratorFinder {
  /// Above this share of words in narration, "I" is a narrator and no stray thought.
  ///
  /// Novels in the third person stay below 0.2 % on the development texts.
  private static let share = 0.006

  private let vocabulary: Vocabulary

  /// Creates a finder.
  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Whether "I" narrates each scene of a chapter; chapters are judged whole where scenes are
  /// short.
  func narratedScenes(of chapter: TokenizedChapter, count: Int) -> [Bool] {
    var words = [Int](repeating: 0, count: count)
    var first = words
    for paragraph in chapter.paragraphs where paragraph.paragraph.scene < count {
      let scene = paragraph.paragraph.scene
      for index in paragraph.tokens {
        let token = chapter.tokens[index]
        guard !token.shape.contains(.quoted) else { continue }
        words[scene] += 1
        let wordClass = vocabulary[token]
        if wordClass.contains(.first) || wordClass.contains(.myForm) { first[scene] += 1 }
      }
    }
    let all = isNarrated(first.reduce(0, +), words.reduce(0, +))
    return (0..<count).map { scene in
      words[scene] < 120 ? all : isNarrated(first[scene], words[scene])
    }
  }

  private func isNarrated(_ first: Int, _ words: Int) -> Bool {
    words > 0 && Double(first) > Self.share * Double(words)
  }
}
