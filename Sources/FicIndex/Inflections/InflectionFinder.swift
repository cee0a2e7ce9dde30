import FicModel

/// Finds which words of an index are inflections of a word that a query has.
///
/// Nothing of it is stored: the words of the index that begin as the stem does are read, once for
/// an answer, and those that have the same stem are taken.
package final class InflectionFinder {
  /// A stem with fewer bytes has none: half the dictionary would be read for it.
  private static let shortestStart = 2

  private let snapshot: any IndexSnapshot
  private let mostWords: Int
  private var stemmers: [InflectedLanguage: Stemmer] = [:]
  private var found: [Asked: [Term]] = [:]

  /// The words that may have more inflections than were looked for.
  private var cut: [Term] = []

  private struct Asked: Hashable {
    var word: Term
    var language: InflectedLanguage
  }

  /// The words that have inflections in the index, with these.
  var inflections: [WordInflections] {
    found.filter { !$0.value.isEmpty }
      .map { WordInflections(word: $0.key.word.description, forms: $0.value.map(\.description)) }
      .sorted { $0.word < $1.word }
  }

  /// What was not looked for: a sentence each.
  var cuts: [String] {
    cut.map { "Not every inflection of \"\($0)\" was looked for: too many words begin alike." }
  }

  /// Reads the words of an index.
  ///
  /// More than `mostWords` that begin alike are not read.
  package init(_ snapshot: any IndexSnapshot, mostWords: Int = 1 << 16) {
    self.snapshot = snapshot
    self.mostWords = mostWords
  }

  /// The plan with the words of the index that each of its words may stand for.
  package func completed(_ plan: QueryPlan) throws -> QueryPlan {
    var plan = plan
    for index in plan.plans.indices {
      plan.plans[index].clause = try plan.plans[index].clause.map { try completed($0) }
      plan.plans[index].unwanted = try plan.plans[index].unwanted.map { try completed($0) }
    }
    return plan
  }

  private func completed(_ clause: TermClause) throws -> TermClause {
    switch clause {
    case .phrase(let phrase): return .phrase(try completed(phrase))
    case .near(let groups, let distance):
      var all: [[TermPhrase]] = []
      for group in groups {
        var own: [TermPhrase] = []
        for phrase in group { own.append(try completed(phrase)) }
        all.append(own)
      }
      return .near(all, distance: distance)
    case .expression: return clause
    case .and(let clauses): return .and(try completed(clauses))
    case .or(let clauses): return .or(try completed(clauses))
    case .without(let wanted, let unwanted):
      return .without(try completed(wanted), try completed(unwanted))
    }
  }

  private func completed(_ clauses: [TermClause]) throws -> [TermClause] {
    var result: [TermClause] = []
    for clause in clauses { result.append(try completed(clause)) }
    return result
  }

  private func completed(_ phrase: TermPhrase) throws -> TermPhrase {
    guard let language = phrase.inflection else { return phrase }
    var phrase = phrase.asWritten
    phrase.forms = try forms(of: phrase.terms[0], language)
    return phrase
  }

  /// The other words of the index with the stem of a word, ascending.
  private func forms(of word: Term, _ language: InflectedLanguage) throws -> [Term] {
    let asked = Asked(word: word, language: language)
    if let known = found[asked] { return known }
    guard let stemmer = stemmers[language] ?? Stemmer(language) else { return [] }
    stemmers[language] = stemmer
    let stem = stemmer.stem(word.bytes)
    var forms: Set<Term> = []
    for start in Self.starts(of: stem, in: language) where start.count >= Self.shortestStart {
      let words = try snapshot.words(startingWith: start, reading: mostWords) { other in
        Self.mayInflect(other, in: language) && stemmer.isStem(stem, of: other)
      }
      forms.formUnion(words.words)
      if words.isCut, !cut.contains(word) { cut.append(word) }
    }
    forms.remove(word)
    let sorted = forms.sorted()
    found[asked] = sorted
    return sorted
  }

  /// Whether a term may have inflections, or be one: letters alone, in English those of English.
  ///
  /// Not the commonest words: *it* is no form of *its* that anybody looks for.
  static func mayInflect(_ term: [UInt8], in language: InflectedLanguage) -> Bool {
    let isOfLetters = term.allSatisfy { byte in
      byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= 0x80 && language != .en
    }
    return isOfLetters && !FrequentWords.standard.contains(term.span)
  }

  /// How words with a stem begin.
  ///
  /// Snowball's English changes letters at the end of a stem: *carries* has *carri*, *hoping* has
  /// *hope*, *sensibility* has *sensibl*; *dying*, *lying* and *tying* have *die*, *lie* and *tie*.
  static func starts(of stem: [UInt8], in language: InflectedLanguage) -> [[UInt8]] {
    let ending = stem.last.map { Character(Unicode.Scalar($0)) }
    guard let ending, "eily".contains(ending), stem.count > shortestStart else { return [stem] }
    if ending == "l", stem.dropLast().last != UInt8(ascii: "b") { return [stem] }
    let start = Array(stem.dropLast())
    guard language == .en, ending == "e", start.last == UInt8(ascii: "i") else { return [start] }
    return [start, start.dropLast() + [UInt8(ascii: "y")]]
  }
}
