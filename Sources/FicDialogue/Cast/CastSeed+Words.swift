extension CastSeed {
  /// The words of a name that a work must have to name somebody so, parted by blanks.
  ///
  /// Titles are left out, as they have several spellings, and so are articles and other small
  /// words; all words of a name that has no other.
  package static func tellingWords(of name: String) -> String {
    let lexicon = Lexicon.standard
    let words = name.split(whereSeparator: \.isWhitespace)
    let telling = words.filter { word in
      let folded = word.lowercased().filter { $0 != "." }
      guard let id = lexicon.words.find(folded) else { return true }
      return lexicon.classes[Int(id)]
        .isDisjoint(with: [.function, .title, .particle, .determiner, .possessive])
    }
    return (telling.isEmpty ? words : telling).joined(separator: " ")
  }
}
