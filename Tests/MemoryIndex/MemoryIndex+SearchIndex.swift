package import FicIndex
import FicModel

extension MemoryIndex: SearchIndex {
  package var capabilities: IndexCapabilities {
    IndexCapabilities(name: "memory", near: true, exactTotals: true, suggestions: true)
  }

  package func version(deadline: Deadline) async throws -> IndexVersion {
    IndexVersion(generation: stored.generation)
  }

  package func snapshot<Answer: Sendable>(
    _ operation: String,
    deadline: Deadline,
    _ body: (any IndexSnapshot) throws -> Answer
  ) async throws -> Answer {
    try Task.checkCancellation()
    return try body(MemorySnapshot(stored, deadline))
  }
}
