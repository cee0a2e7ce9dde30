import FicModel
import FicQuery

/// Tells which values of the fields of works may have been meant, where no work has the one that
/// was asked for.
struct FactAdvice {
  /// The most suggestions.
  private static let maximumSuggestions = 3

  let snapshot: any IndexSnapshot

  /// Queries with a word that values have in place of one that none has.
  ///
  /// `keys` are where words without a field are looked for; none where they are those of the text.
  func suggestions(for root: QueryNode, wordsIn keys: [FactKey] = []) throws -> [String] {
    var result: [String] = []
    for asked in root.askedValues(wordsIn: keys) {
      guard result.count < Self.maximumSuggestions else { break }
      for term in Analyzer().terms(of: asked.phrase.text) {
        var words: [String] = []
        for key in asked.keys {
          words += try snapshot.neighbours(
            of: term,
            among: key,
            limit: Self.maximumSuggestions
          )
        }
        for word in words {
          guard let other = asked.phrase.replacing(term, by: word) else { continue }
          let query = QueryPrinter.print(root.mapped { $0.replacing(asked.phrase, by: other) })
          if !result.contains(query) { result.append(query) }
        }
      }
    }
    return Array(result.prefix(Self.maximumSuggestions))
  }
}

extension QueryPhrase {
  /// The phrase with another word in the place of a term; nil where the term is not written so.
  fileprivate func replacing(_ term: Term, by word: String) -> QueryPhrase? {
    let written = text.lowercased()
    guard written.contains(term.description) else { return nil }
    var other = self
    other.text = written.replacing(term.description, with: word)
    return other
  }
}

extension QueryNode {
  /// The values that must be: those of the fields of works, and words where `keys` tells where they
  /// are looked for.
  fileprivate func askedValues(
    wordsIn keys: [FactKey]
  ) -> [(phrase: QueryPhrase, keys: [FactKey])] {
    wantedLeaves.compactMap { leaf in
      switch leaf {
      case .phrase(let phrase): return keys.isEmpty ? nil : (phrase, keys)
      case .constraint(let constraint):
        guard case .phrase(let phrase) = constraint.value, let key = FactKey(constraint.field)
        else { return nil }
        return (phrase, [key])
      case .near, .expression, .and, .or, .not: return nil
      }
    }
  }
}
