import FicIndex
import FicModel
import GRDB

/// Makes the cursors of a plan.
struct CursorFactory {
  let context: SearchContext

  /// The last chapter of which anything may show; nil for all.
  var border: Int?

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
    UnionCursor(try terms(startingWith: phrase.terms.last?.bytes ?? [], where: phrase.takes))
  }

  /// The cursors of the words with a start that are wanted.
  private func terms(
    startingWith prefix: [UInt8],
    where isWanted: (_ term: [UInt8]) -> Bool
  ) throws -> [TermCursor] {
    var cursors: [TermCursor] = []
    var known: Set<[UInt8]> = []
    let recent = context.directory.recent.terms(startingWith: prefix)
    try context.dictionary.read(startingWith: prefix) { block, match in
      let term = match.key
      guard isWanted(term) else { return true }
      if !recent.isEmpty { known.insert(term) }
      cursors.append(TermCursor(term, lines: match.lines, block.place(of: match), context))
      return true
    }
    for term in recent.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where isWanted(term) && !known.contains(term) {
      cursors.append(TermCursor(term, lines: 0, nil, context))
    }
    return cursors
  }

  /// The cursor of a regular expression: among the lines with a word that holds the letters that
  /// every match has, where there are any.
  private func cursor(_ expression: TextExpression) throws -> ExpressionCursor {
    let letters = expression.requiredLetters.first
    let words = try letters.map { letters in
      UnionCursor(
        try terms(startingWith: []) { PostingKey.isWord($0) && $0.containsRun(letters) }
      )
    }
    return ExpressionCursor(context.texts(of: expression), among: words, context)
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
    case .expression(let expression):
      let inner = try cursor(expression)
      let left = try excluded()
      if voices == Voice.all, left == nil { return inner }
      return VoiceCursor(inner, voices, excluding: left, context)
    case .and, .or, .without: return UnionCursor([])
    }
  }

  /// The cursor of lines that meet a condition on people; negation is the caller's.
  ///
  /// - Throws: `DatabaseError`.
  func cursor(_ condition: PersonCondition) throws -> any LineCursor {
    switch condition.role {
    case .speaker: return try MemberCursor(condition.name, [.speaker], border, context)
    case .addressee: return try MemberCursor(condition.name, [.addressee], border, context)
    case .present:
      return try MemberCursor(condition.name, PostingKey.Role.allCases, border, context)
    case .named:
      return DifferenceCursor(
        try MemberCursor(condition.name, [.named], border, context),
        try MemberCursor(condition.name, [.speaker], border, context)
      )
    }
  }
}

extension [UInt8] {
  /// Whether some bytes stand in it, one behind the other.
  fileprivate func containsRun(_ run: [UInt8]) -> Bool {
    guard let first = run.first, count >= run.count else { return false }
    return indices.dropLast(run.count - 1).contains { start in
      self[start] == first && self[start..<start + run.count].elementsEqual(run)
    }
  }
}
