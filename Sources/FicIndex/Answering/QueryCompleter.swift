import FicModel
import FicQuery

/// Completes the word of a query that somebody types: a field, the value of one, a word of a text.
///
/// A value of several words has hyphens between them, which the query language reads as one phrase
/// and no shell takes apart. What was typed stays as it was typed.
struct QueryCompleter {
  /// The most works, and the most words of names, that are looked at.
  private static let mostRead = 200

  let snapshot: any IndexSnapshot

  /// The names of saved queries.
  let saved: [String]

  /// The last chapter that was read, behind which nobody may be named; nil for all.
  let upto: Int?

  /// The most completions.
  let limit: Int

  private let analyzer = Analyzer()

  /// The words of a query that go on from one, the likeliest first.
  func words(from text: String) throws -> [String] {
    let sign = text.prefix { $0 == "-" || $0 == "(" }
    let word = String(text.dropFirst(sign.count))
    return try unsigned(word).prefix(limit).map { sign + $0 }
  }

  private func unsigned(_ word: String) throws -> [String] {
    if word.hasPrefix("@") { return saved.map { "@" + $0 }.filter { $0.hasPrefix(word) } }
    if let colon = word.firstIndex(of: ":") {
      let name = word[...colon]
      guard let field = QueryField(rawValue: name.dropLast().lowercased()) else { return [] }
      let value = String(word[word.index(after: colon)...])
      return try values(of: field, from: value).map { name + $0 }
    }
    let small = word.lowercased()
    let fields = QueryField.allCases.map { $0.rawValue + ":" }.filter { $0.hasPrefix(small) }
    // A letter begins a fifth of all words.
    guard word.count > 1 else { return fields }
    return fields + (try wordsOfTexts(from: word))
  }

  private func wordsOfTexts(from word: String) throws -> [String] {
    // Of a word nobody knows in which chapter it stands first.
    guard upto == nil, let term = analyzer.terms(of: word).last,
      term.description == word.lowercased()
    else {
      return []
    }
    return try snapshot.completions(of: term, inNames: false, limit: limit)
      .compactMap { going(on: word, to: $0.lowercased()) }
  }

  /// The values of a field that go on from what was typed of one.
  func values(of field: QueryField, from value: String) throws -> [String] {
    switch field.kind {
    case .person: return try names(from: value)
    case .text: return try facts(field, from: value)
    case .place where field == .in:
      return QueryZone.allCases.map(\.rawValue).filter { $0.hasPrefix(value.lowercased()) }
    case .place, .count, .date: return []
    }
  }

  /// Names of casts, those of whoever speaks most first.
  private func names(from value: String) throws -> [String] {
    var entries: [CastEntry] = []
    if let term = analyzer.terms(of: value).last {
      let words = try snapshot.completions(of: term, inNames: true, limit: Self.mostRead)
      for word in words {
        let terms = analyzer.terms(of: word)
        entries += try snapshot.cast(of: nil, named: terms, limit: limit) { _ in true }
      }
    } else {
      entries = try snapshot.cast(of: nil, named: nil, limit: Self.mostRead) { _ in true }
    }
    entries.sort { $0.lines > $1.lines }
    return distinct(entries.flatMap(names(of:)), from: value)
  }

  /// The names of somebody that are known by the border.
  private func names(of entry: CastEntry) -> [String] {
    let names = [entry.name] + entry.aliases
    guard let upto else { return names }
    let first = entry.firstChapters
    return names.indices.filter { $0 < first.count && first[$0] <= upto }.map { names[$0] }
  }

  private func facts(_ field: QueryField, from value: String) throws -> [String] {
    var condition: WorkCondition?
    if !value.isEmpty {
      guard
        let query = try? QueryParser.parse("\(field.rawValue):\(value)*", limits: QueryLimits()),
        case .constraint(let constraint) = query.root
      else { return [] }
      condition = WorkCondition(constraint)
    }
    let works = try snapshot.works(matching: condition, limit: Self.mostRead)
    return distinct(works.flatMap { Self.values(of: field, in: $0) }, from: value)
  }

  private static func values(of field: QueryField, in work: StoredWork) -> [String] {
    let facts = WorkFacts(work.metadata)
    let label = WorkLabel(work)
    switch field {
    case .work: return [label.title]
    case .author: return label.authors
    case .fandom: return facts.fandoms
    case .ship: return facts.ships
    case .char: return facts.characters
    case .tag: return facts.tags
    case .warning: return facts.warnings
    case .genre: return facts.genres
    default:
      let single = [
        QueryField.rating: facts.rating, .status: facts.status, .lang: facts.language,
        .site: facts.site, .series: facts.series,
      ]
      return [single[field] ?? nil].compactMap(\.self)
    }
  }

  /// Texts as one word each that goes on from what was typed, each once.
  private func distinct(_ texts: [String], from value: String) -> [String] {
    var seen: Set<String> = []
    var result: [String] = []
    for text in texts where result.count < limit {
      let terms = analyzer.terms(of: text).map(\.description)
      let starts = terms.indices.lazy.map { terms[$0...].joined(separator: "-") }
      guard let word = starts.compactMap({ going(on: value, to: $0) }).first else { continue }
      if seen.insert(word.lowercased()).inserted { result.append(word) }
    }
    return result
  }

  /// A word that goes on from what was typed, which stays as it was typed; nil where it does not.
  private func going(on typed: String, to word: String) -> String? {
    word.hasPrefix(typed.lowercased()) ? typed + word.dropFirst(typed.count) : nil
  }
}
