/// The names of a seed as words of the work's vocabulary.
struct SeedForms {
  /// A name in small letters after an article or a possessive: "the tall agent", "his mother".
  struct Description: Hashable {
    /// Whether "the", "this" or "that" stands before the words.
    var isDefinite: Bool
    /// The words without that article, the possessive included.
    var words: [Int32]
  }

  /// Every form of name of the seed that the work may use.
  private(set) var forms: [(title: Int32, words: [Int32])] = []
  /// Every description of the seed that the work may use.
  private(set) var descriptions: [Description] = []

  /// Reads the names of a seed.
  ///
  /// A name with a word that the work does not have is left out.
  init(seed: CastSeed, vocabulary: Vocabulary) {
    for name in [seed.name] + seed.aliases {
      let words = Self.words(of: name)
      let ids = words.compactMap { vocabulary.table.find($0) }
      guard ids.count == words.count, let first = ids.first else { continue }
      let opensDescription = !vocabulary[first].isDisjoint(with: [.determiner, .possessive])
      if ids.count > 1, opensDescription, !name.contains(where: \.isUppercase) {
        let isDefinite = Self.definite.contains(words[0])
        descriptions.append(
          Description(isDefinite: isDefinite, words: isDefinite ? Array(ids.dropFirst()) : ids)
        )
      } else {
        append(ids.count > 1 && words[0] == "the" ? ids.dropFirst() : ids[...], vocabulary)
      }
    }
  }

  /// Articles that say that the reader knows who is meant.
  static let definite: Set<String> = ["the", "this", "that"]

  /// A title, and the words after it as a `NameForm` has them.
  private mutating func append(_ ids: ArraySlice<Int32>, _ vocabulary: Vocabulary) {
    var words: [Int32] = []
    var title: Int32 = -1
    for word in ids {
      let wordClass = vocabulary[word]
      if words.isEmpty, title < 0, wordClass.contains(.title) {
        title = Lexicon.standard.fullTitles[word] ?? word
      } else if words.isEmpty || !wordClass.contains(.particle)
        || vocabulary.text(of: word) == "of"
      {
        words.append(word)
      }
    }
    forms.append((title, words))
  }

  /// The folded words of a name, as the tokenizer cuts them.
  private static func words(of name: String) -> [String] {
    name.lowercased().replacing("’", with: "'").split { character in
      !character.isLetter && !character.isNumber && character != "'" && character != "-"
    }.map { word in
      word.hasSuffix("'s") ? String(word.dropLast(2)) : String(word)
    }.filter { !$0.isEmpty }
  }
}
