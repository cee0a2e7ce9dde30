package import FicModel

/// What must be known of a work: a tree that any backend can ask of its works.
package indirect enum WorkCondition: Hashable, Sendable {
  /// It is this work.
  case work(WorkID)
  /// A value of the key holds the words.
  case fact(FactKey, ValuePattern)
  /// A pairing is the one asked for.
  case ship(ShipPattern)
  /// The number lies between the bounds, both included.
  case figure(FigureKey, ClosedRange<Int>)
  /// Something that is known of the work holds the terms one after the other, or its file's name
  /// does.
  case anything([Term], isPrefix: Bool)
  /// All of them; without any, every work.
  case and([WorkCondition])
  /// One of them.
  case or([WorkCondition])
  /// Not this.
  case not(WorkCondition)
}

extension WorkCondition {
  /// Keys of metadata that `anything` leaves out: addresses, and what no reader would ask for.
  package static let unspokenKeys: Set<String> = [
    "url", "author_url", "series_url", "id", "author_id", "site_abbrev", "packaged", "downloader",
    "file_format", "media", "words", "chapters", "published", "updated",
  ]

  /// All of the conditions; nil for none.
  static func all(_ conditions: [WorkCondition]) -> WorkCondition? {
    conditions.count > 1 ? .and(conditions) : conditions.first
  }

  /// Whether a work satisfies it, read from the work itself: what every backend must answer.
  ///
  /// `counted` are the words and chapters that the index has of the work, and the day when it came.
  package func holds(
    of work: WorkRecord,
    facts: FoldedFacts,
    counted: [FigureKey: Int]
  ) -> Bool {
    switch self {
    case .work(let id): return work.id == id
    case .fact(let key, let pattern):
      return facts.values.contains { $0.key == key && pattern.matches($0.bytes) }
    case .ship(let pattern):
      return facts.values.contains { $0.key == .ship && pattern.matches($0.bytes) }
    case .figure(let key, let range):
      return (facts.figures[key] ?? counted[key]).map(range.contains) ?? false
    case .anything(let terms, let isPrefix):
      let analyzer = Analyzer()
      let texts =
        work.metadata.fields.filter { !Self.unspokenKeys.contains($0.key) }.map(\.value)
        + [work.path.split(separator: "/").last.map(String.init) ?? ""]
      let phrase = TermPhrase(terms, isPrefix: isPrefix)
      return !terms.isEmpty
        && texts.contains { !phrase.starts(in: analyzer.terms(of: $0)).isEmpty }
    case .and(let conditions):
      return conditions.allSatisfy { $0.holds(of: work, facts: facts, counted: counted) }
    case .or(let conditions):
      return conditions.contains { $0.holds(of: work, facts: facts, counted: counted) }
    case .not(let condition):
      return !condition.holds(of: work, facts: facts, counted: counted)
    }
  }
}
