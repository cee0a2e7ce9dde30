/// What a search needs of an index, whatever engine it lies in.
///
/// No name here is a word of SQL or of one engine.
package protocol SearchIndex: Sendable {
  /// What the backend can do.
  var capabilities: IndexCapabilities { get }

  /// Whether no run can bring the index up to date, since it may only be read.
  var isReadOnly: Bool { get }

  /// The damage that an answer has met in what the index is now; nil where none has.
  var damage: IndexError? { get }

  /// What the index is now.
  ///
  /// Cheap, so that it can be asked before each answer.
  func version(deadline: Deadline) async throws -> IndexVersion

  /// Hands one consistent state of the index to `body`, which makes an answer of it.
  ///
  /// Ends with `IndexError.Code.deadlineExceeded` at the deadline and with `CancellationError` when
  /// the task is cancelled. The snapshot is worth nothing behind `body`.
  ///
  /// - Parameters:
  ///   - operation: What is done, for errors: a verb and its object.
  ///   - deadline: When it must have ended.
  ///   - body: Reads the state; it runs on one thread.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, `IndexError`, `CancellationError`.
  func snapshot<Answer: Sendable>(
    _ operation: String,
    deadline: Deadline,
    _ body: (any IndexSnapshot) throws -> Answer
  ) async throws -> Answer
}

extension SearchIndex {
  /// An index that can be written, as most can.
  package var isReadOnly: Bool { false }

  /// An index that is whole.
  package var damage: IndexError? { nil }
}
