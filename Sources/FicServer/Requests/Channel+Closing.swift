import NIOCore

extension Channel {
  /// Runs `body` and cancels it when the connection closes: nobody waits for the answer any more.
  ///
  /// A peer that has only closed its own side still gets it.
  func cancellingWhenClosed<Answer: Sendable>(
    _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    let (closing, closed) = AsyncStream.makeStream(of: Void.self)
    closeFuture.whenComplete { _ in closed.finish() }
    return try await withThrowingTaskGroup(of: Answer?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        for await _ in closing {}
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let answer = first else {
        throw CancellationError()
      }
      return answer
    }
  }
}
