import FicIndex

extension SearchIndex {
  /// Reads one state of the index, without a deadline.
  func read<Answer: Sendable>(
    _ body: (any IndexSnapshot) throws -> Answer
  ) async throws -> Answer {
    try await snapshot("read the index", deadline: .never, body)
  }
}
