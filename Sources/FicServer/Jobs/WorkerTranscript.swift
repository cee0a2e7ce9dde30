import FicModel

/// What the worker said in a run, as far as its outcome depends on it.
struct WorkerTranscript: Sendable {
  /// The last summary.
  private(set) var summary: IngestEvent.Summary?

  /// The last failure.
  private(set) var failure: Problem?

  /// Lines of standard output that are no records.
  private(set) var garbage = 0

  /// The last line of standard error that is not blank, at most 500 characters.
  private(set) var lastErrorLine: String?

  /// Reads a line of standard output.
  ///
  /// Returns the event that it is; nil for anything else.
  mutating func readOutput(_ line: [UInt8]) -> IngestEvent? {
    guard let event = try? IngestEvent(json: JSONValue(line)) else {
      garbage += 1
      return nil
    }
    switch event {
    case .summary(let value): summary = value
    case .failure(let value): failure = value
    case .progress, .fileProblem: break
    }
    return event
  }

  /// Reads a line of standard error.
  ///
  /// Returns its text; nil for a blank line.
  mutating func readError(_ line: [UInt8]) -> String? {
    let text = String(decoding: line.prefix(2000), as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    lastErrorLine = String(text.prefix(500))
    return text
  }
}
