package import FicModel

/// What a search needs of an index, whatever engine it lies in.
///
/// Every call is one consistent read; two calls may see two generations, so a caller drops what the
/// second no longer finds. A call ends with `IndexError.Code.deadlineExceeded` at its deadline and
/// with `CancellationError` when its task is cancelled. No name here is a word of SQL or of one
/// engine.
package protocol SearchIndex: Sendable {
  /// What the backend can do.
  var capabilities: IndexCapabilities { get }

  /// What the index is now.
  ///
  /// Cheap, so that it can be asked before each answer.
  func version(deadline: Deadline) async throws -> IndexVersion

  /// Sizes that ranking and status need, and the generation.
  func statistics(deadline: Deadline) async throws -> IndexStatistics

  /// The units that satisfy a plan, in reading order of their keys, with term frequencies.
  func candidates(for plan: CandidatePlan, deadline: Deadline) async throws -> CandidateList

  /// What satisfies a plan, added up by work, and the `best` units by score.
  ///
  /// Scores are those of `BM25` over the clause's leaves on the text. A plan without a clause has the
  /// score 0 for every unit, and units without a word are left out.
  func tally(_ plan: CandidatePlan, best: Int, deadline: Deadline) async throws -> UnitTally

  /// How many units hold each clause, in the plan's unit, over the whole index.
  func unitFrequencies(
    of clauses: [TermClause],
    in unit: IndexUnit.Kind,
    deadline: Deadline
  )
    async throws -> [Int]

  /// The chapters that exist of `keys`, in the order of `keys`.
  func chapters(_ keys: [ChapterKey], deadline: Deadline) async throws -> [StoredChapter]

  /// The works that exist of `ids`, in the order of `ids`.
  func works(_ ids: [WorkID], deadline: Deadline) async throws -> [StoredWork]

  /// The works that satisfy a condition, all without one, ascending by id, at most `limit`.
  func works(
    matching condition: WorkCondition?,
    limit: Int,
    deadline: Deadline
  )
    async throws -> [StoredWork]

  /// What lists of works are sorted by, of the works that satisfy a condition, and are among
  /// `ids`, if given.
  ///
  /// Ascending by id.
  func shelf(
    matching condition: WorkCondition?,
    among ids: [WorkID]?,
    deadline: Deadline
  )
    async throws -> [ShelvedWork]

  /// For each work whose text another holds, the work that is shown in its place.
  func copies(deadline: Deadline) async throws -> [WorkID: WorkID]

  /// What came, changed or went, the latest first, at most `limit`.
  func changes(
    since: ChangesSince,
    limit: Int,
    deadline: Deadline
  )
    async throws -> [ArchiveChange]

  /// Cast members with their figures: of one work, or of all; whose names hold `name` as a phrase,
  /// if given.
  ///
  /// The most talkative first, at most `limit`; of these those whose names, the fullest first, `fits`
  /// lets pass.
  func cast(
    of work: WorkID?,
    named name: [Term]?,
    limit: Int,
    fitting fits: @Sendable (_ names: [String]) -> Bool,
    deadline: Deadline
  )
    async throws -> [CastEntry]

  /// Names and words of the index that start with `prefix`, the most frequent first.
  func completions(of prefix: Term, limit: Int, deadline: Deadline) async throws -> [String]

  /// Words and names of the index within an edit or two of `term`, the best first.
  func neighbours(of term: Term, limit: Int, deadline: Deadline) async throws -> [String]

  /// Words of the values of a key within an edit or two of `term`, the best first; none where a value
  /// has it.
  func neighbours(
    of term: Term,
    among key: FactKey,
    limit: Int,
    deadline: Deadline
  )
    async throws -> [String]

  /// Files that are not searchable, or only in their last good version, by path.
  func fileProblems(limit: Int, deadline: Deadline) async throws -> [FileProblem]
}

extension SearchIndex {
  /// Cast members with their figures: of one work, or of all; whose names hold `name` as a phrase,
  /// if given.
  ///
  /// The most talkative first, at most `limit`.
  package func cast(
    of work: WorkID?,
    named name: [Term]?,
    limit: Int,
    deadline: Deadline
  ) async throws -> [CastEntry] {
    try await cast(of: work, named: name, limit: limit, fitting: { _ in true }, deadline: deadline)
  }
}
