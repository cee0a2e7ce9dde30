/// The forms of names that the hints of a work mean.
///
/// A full name that the text has only in pieces, "Harry" here and "Potter" there, becomes a form of
/// its own that stands nowhere; what the merger knows of full names then joins the pieces.
struct HintForms {
  /// For each hint the forms of its names, the fullest first.
  private(set) var forms: [[Int]] = []

  /// Finds the forms, and makes those that stand nowhere in `names`.
  ///
  /// Complexity: linear in the hints and the forms.
  init(_ hints: [CastHint], in names: inout NameForms, vocabulary: Vocabulary) {
    guard !hints.isEmpty else { return }
    var bearers: Set<Int32> = []
    for form in names.forms where !form.words.isEmpty {
      bearers.insert(form.first)
      bearers.insert(form.last)
    }
    for hint in hints {
      var found: [Int] = []
      for name in hint.names {
        let seed = SeedForms(seed: CastSeed(name: name), vocabulary: vocabulary)
        guard let words = seed.forms.first?.words, let first = words.first, let last = words.last
        else { continue }
        if let form = names.find(words: words) {
          found.append(form)
        } else if words.count > 1, bearers.contains(first) || bearers.contains(last) {
          found.append(
            names.intern(title: -1, words: words, chapter: -1, start: 0, end: 0)
          )
        }
      }
      forms.append(found)
    }
  }
}
