import FicIndex
import FicModel
import Synchronization

/// Answers that were given to searches, for as long as the index is the same.
///
/// It holds answers up to a bound in bytes, as long as they are on the wire; in memory they take two to
/// three times as much. Beyond the bound, those that were not asked for the longest time go.
final class AnswerCache: Sendable {
  fileprivate struct Entry {
    var records: [SearchRecord]
    var bytes: Int
    /// When it was asked for last, as a count of questions.
    var lastUse: Int
  }

  fileprivate struct State {
    var version: IndexVersion?
    var entries: [SearchRequest: Entry] = [:]
    var bytes = 0
    var questions = 0
  }

  private let state = Mutex(State())

  /// The answer to a request, if it was given to it and the index has still that version.
  func records(for request: SearchRequest, at version: IndexVersion) -> [SearchRecord]? {
    state.withLock { state in
      guard state.version == version else { return nil }
      state.questions += 1
      state.entries[request]?.lastUse = state.questions
      return state.entries[request]?.records
    }
  }

  /// Keeps an answer of a version of the index, and forgets those of any other.
  ///
  /// What is not exact, because the time was up, is not kept, nor is an answer above a quarter of the
  /// bound.
  ///
  /// - Parameters:
  ///   - records: The answer.
  ///   - bytes: Its length on the wire.
  ///   - request: What was asked.
  ///   - version: The version before and after it was made.
  ///   - bound: The most bytes of all answers.
  func keep(
    _ records: [SearchRecord],
    bytes: Int,
    for request: SearchRequest,
    at version: IndexVersion,
    bound: Int
  ) {
    guard bytes <= bound / 4, records.allSatisfy(\.isExact) else { return }
    state.withLock { state in
      if state.version != version {
        let questions = state.questions
        state = State(version: version, questions: questions)
      }
      if let old = state.entries.removeValue(forKey: request) { state.bytes -= old.bytes }
      state.entries[request] = Entry(records: records, bytes: bytes, lastUse: state.questions)
      state.bytes += bytes
      if state.bytes > bound { state.shrink(to: bound / 2) }
    }
  }
}

extension AnswerCache.State {
  /// Forgets the answers that were not asked for the longest time.
  fileprivate mutating func shrink(to bound: Int) {
    for (request, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      guard bytes > bound else { return }
      entries[request] = nil
      bytes -= entry.bytes
    }
  }
}

extension SearchRecord {
  /// Whether the figures in it are exact.
  fileprivate var isExact: Bool {
    switch self {
    case .end(let end): end.totals.exact
    case .count(let count): count.totals.exact
    case .failure: false
    case .begin, .card, .hit, .member, .work, .page, .passage, .change: true
    }
  }
}
