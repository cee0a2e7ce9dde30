import FicModel
import FicQuery

extension WorkCondition {
  /// The condition of a field; nil for a field of another kind, or a value without a word.
  init?(_ constraint: QueryConstraint) {
    switch constraint.value {
    case .range(let range):
      guard let key = FigureKey(constraint.field) else { return nil }
      let lower = range.lower ?? 0
      self = .figure(key, lower...max(lower, range.upper ?? QueryRange.greatest))
    case .phrase(let phrase):
      guard let key = FactKey(constraint.field) else { return nil }
      self.init(key, phrase)
      // Of works that are called the same, an id tells one.
      if key == .title, !phrase.isPrefix, let id = WorkID(phrase.text) {
        self = .or([self, .work(id)])
      }
    case .chapters, .zone, .confidence:
      return nil
    }
  }

  /// The condition that words without a field are in a list of works; nil without a word.
  init?(anything phrase: QueryPhrase) {
    if phrase.hasWildcards, let pattern = ValuePattern(phrase.text) {
      self = .or(FactKey.allCases.map { .fact($0, pattern) })
      return
    }
    let terms = Analyzer().terms(of: phrase.text)
    guard !terms.isEmpty else { return nil }
    self = .anything(terms, isPrefix: phrase.isOpen)
  }

  private init?(_ key: FactKey, _ phrase: QueryPhrase) {
    if key == .ship {
      guard let pattern = ShipPattern(phrase.text, isPrefix: phrase.isPrefix) else { return nil }
      self = .ship(pattern)
      return
    }
    if !phrase.isPrefix, let name = Self.name(of: phrase.text, for: key) {
      self = .fact(key, ValuePattern(whole: FoldedWords.bytes(of: name)))
      return
    }
    guard let pattern = ValuePattern(phrase.text, isPrefix: phrase.isPrefix) else { return nil }
    self = .fact(key, pattern)
  }

  /// The one name that the index has for what sites and users call differently.
  private static func name(of text: String, for key: FactKey) -> String? {
    switch key {
    case .status: WorkStatus(reading: text)?.rawValue
    case .rating: ContentRating(reading: text)?.rawValue
    case .lang: LanguageName.code(of: text).flatMap(LanguageName.name)
    case .site: SiteName.host(of: text)
    default: nil
    }
  }
}

extension QueryPhrase {
  /// Whether a list of works takes words that only begin so: those that nobody quoted.
  var isOpen: Bool { isPrefix || !isQuoted }
}
