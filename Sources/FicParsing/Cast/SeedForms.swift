/// The names of a seed as words of the work's vocabulary.
struct SeedForms {
  /// Every form of name of the seed that the work may use.
  private(set) var forms: [(title: Int32, words: [Int32])] = []
  /// The words of the names.
  private(set) var words: Set<Int32> = []

  /// Reads the names of a seed.
  ///
  /// Words that the work does not have are left out with their form.
  init(seed: CastSeed, vocabulary: Vocabulary) {
    for name in [seed.name] + seed.aliases {
      var title: Int32 = -1
      var ids: [Int32] = []
      var isComplete = true
      for part in name.lowercased().split(whereSeparator: { $0 == " " || $0 == "." }) {
        guard let word = vocabulary.table.find(String(part)) else {
          isComplete = false
          continue
        }
        if ids.isEmpty, title < 0, vocabulary[word].contains(.title) {
          title = Lexicon.standard.fullTitles[word] ?? word
        } else {
          ids.append(word)
        }
      }
      words.formUnion(ids)
      guard isComplete, !ids.isEmpty || title >= 0 else { continue }
      forms.append((title, ids))
    }
  }
}
