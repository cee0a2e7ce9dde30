import FicIndex

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

  func snapshot<Answer: Sendable>(
    _ operation: String,
    deadline: Deadline,
    _ body: (any IndexSnapshot) throws -> Answer
  ) async throws -> Answer { throw error }
}
