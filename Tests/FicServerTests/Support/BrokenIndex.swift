import FicIndex
import FicModel

/// An index whose file is damaged.
struct BrokenIndex: SearchIndex {
  private let error = IndexError(
    code: .corrupt,
    operation: "open the index",
    path: "/i.sqlite",
    cause: "no header"
  )

  var capabilities: IndexCapabilities {
    IndexCapabilities(name: "broken", near: false, exactTotals: false, suggestions: false)
  }

  func version(deadline: Deadline) async throws -> IndexVersion { throw error }

  func statistics(deadline: Deadline) async throws -> IndexStatistics { throw error }

  func candidates(for plan: CandidatePlan, deadline: Deadline) async throws -> CandidateList {
    throw error
  }

  func tally(_ plan: CandidatePlan, best: Int, deadline: Deadline) async throws -> UnitTally {
    throw error
  }

  func unitFrequencies(
    of clauses: [TermClause],
    in unit: IndexUnit.Kind,
    deadline: Deadline
  )
    async throws -> [Int]
  { throw error }

  func chapters(_ keys: [ChapterKey], deadline: Deadline) async throws -> [StoredChapter] {
    throw error
  }

  func works(_ ids: [WorkID], deadline: Deadline) async throws -> [StoredWork] { throw error }

  func works(
    matching condition: WorkCondition?,
    limit: Int,
    deadline: Deadline
  )
    async throws -> [StoredWork]
  { throw error }

  func shelf(
    matching condition: WorkCondition?,
    among ids: [WorkID]?,
    deadline: Deadline
  )
    async throws -> [ShelvedWork]
  { throw error }

  func copies(deadline: Deadline) async throws -> [WorkID: WorkID] { throw error }

  func changes(
    since: ChangesSince,
    limit: Int,
    deadline: Deadline
  )
    async throws -> [ArchiveChange]
  { throw error }

  func cast(
    of work: WorkID?,
    named name: [Term]?,
    limit: Int,
    fitting fits: @Sendable (_ names: [String]) -> Bool,
    deadline: Deadline
  )
    async throws -> [CastEntry]
  { throw error }

  func completions(of prefix: Term, limit: Int, deadline: Deadline) async throws -> [String] {
    throw error
  }

  func neighbours(of term: Term, limit: Int, deadline: Deadline) async throws -> [String] {
    throw error
  }

  func neighbours(
    of term: Term,
    among key: FactKey,
    limit: Int,
    deadline: Deadline
  )
    async throws -> [String]
  { throw error }

  func fileProblems(limit: Int, deadline: Deadline) async throws -> [FileProblem] { throw error }
}
