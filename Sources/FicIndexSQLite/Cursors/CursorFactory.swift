import FicIndex
import FicModel
import GRDB

/// Makes the cursors of a plan.
struct CursorFactory {
  let context: SearchContext

  /// The cursor of a word, a phrase or the start of a word, wherever it stands.
  ///
  /// - Throws: `DatabaseError`.
  func cursor(_ phrase: TermPhrase) throws -> any LineCursor {
    guard phrase.isPrefix else {
      guard !phrase.forms.isEmpty else { return try words(phrase.terms) }
      return UnionCursor(
        try (phrase.terms + phrase.forms).map { try TermCursor($0.bytes, context) }
      )
    }
    let words = phrase.terms.dropLast()
    let ends = try starts(phrase.word(at: words.count))
    return words.isEmpty
      ? ends : PrefixPhraseCursor(try self.words(Array(words)), length: phrase.terms.count, ends)
  }

  private func words(_ terms: [Term]) throws -> any LineCursor {
    terms.count == 1 ? try TermCursor(terms[0].bytes, context) : try PhraseCursor(terms, context)
  }

  /// The cursor of all words with a start, or of those of them that go on as a pattern says.
  private func starts(_ phrase: TermPhrase) throws -> UnionCursor {
    let prefix = phrase.terms.last?.bytes ?? []
    var cursors: [TermCursor] = []
    var known: Set<[UInt8]> = []
    let recent = context.directory.recent.terms(startingWith: prefix)
    try context.dictionary.read(startingWith: prefix) { block, match in
      let term = match.key
      guard phrase.takes(term) else { return true }
      if !recent.isEmpty { known.insert(term) }
      cursors.append(TermCursor(term, lines: match.lines, block.place(of: match), context))
      return true
    }
    for term in recent.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where phrase.takes(term) && !known.contains(term) {
      cursors.append(TermCursor(term, lines: 0, nil, context))
    }
    return UnionCursor(cursors)
  }

  /// The cursor of a leaf, in some voices, without what excluded speakers say.
  ///
  /// - Throws: `DatabaseError`.
  func cursor(
    _ leaf: TermClause,
    _ voices: Set<Voice>,
    zones: [Bool],
    _ reach: LinePlan.Reach,
    excluding excluded: () throws -> (any LineCursor)?
  ) throws -> any LineCursor {
    func narrowed(_ phrase: TermPhrase) throws -> any LineCursor {
      let inner = try cursor(phrase)
      let left = try excluded()
      if voices == Voice.all, left == nil { return inner }
      guard phrase.terms.count > 1, !voices.contains(.narration) else {
        return VoiceCursor(inner, voices, excluding: left, context)
      }
      let words = try phrase.terms.indices.map { try cursor(phrase.word(at: $0)) }
      return UnionCursor([
        VoiceCursor(inner, voices, excluding: left, leavesMixedLines: true, context),
        TurnPhraseCursor(words, voices, excluding: try excluded(), context),
      ])
    }
    switch leaf {
    case .phrase(let phrase): return try narrowed(phrase)
    case .near(let groups, let distance):
      let cursors = try groups.map { group in
        let own = try group.map { try narrowed($0) }
        return own.count > 1 ? UnionCursor(own) : own[0]
      }
      return NearCursor(cursors, distance: distance, isWanted: zones, reach, context)
    case .and, .or, .without: return UnionCursor([])
    }
  }

  /// The cursor of lines that meet a condition on people; negation is the caller's.
  ///
  /// - Throws: `DatabaseError`.
  func cursor(_ condition: PersonCondition) throws -> any LineCursor {
    switch condition.role {
    case .speaker: return try MemberCursor(condition.name, [.speaker], context)
    case .addressee: return try MemberCursor(condition.name, [.addressee], context)
    case .present: return try MemberCursor(condition.name, PostingKey.Role.allCases, context)
    case .named:
      return DifferenceCursor(
        try MemberCursor(condition.name, [.named], context),
        try MemberCursor(condition.name, [.speaker], context)
      )
    }
  }
}
