import FicIndex
import FicPrinter
import FicWire
import Synchronization

/// Answers that were given to searches, for as long as the index is the same.
///
/// It holds answers up to a bound in bytes, as long as they are on the wire. Beyond the bound,
/// those that were not asked for the longest time go.
final class AnswerCache: Sendable {
  /// What was asked, and in which form the answer was wanted.
  struct Question: Hashable {
    /// What was asked.
    var parameters: SearchParameters

    /// In which form, for what screen.
    var form: FormParameters

    /// The request that it makes, which depends on the day too.
    var request: SearchRequest
  }

  /// An answer with how a command ends that gets it.
  struct KeptAnswer: Equatable, Sendable {
    var printed: PrintedAnswer
    var exit: ExitStatus

    /// Its length on the wire.
    var count: Int { printed.bytes.count }
  }

  fileprivate struct Entry {
    var answer: KeptAnswer
    /// When it was asked for last, as a count of questions.
    var lastUse: Int
  }

  fileprivate struct State {
    var version: IndexVersion?
    var entries: [Question: Entry] = [:]
    var bytes = 0
    var questions = 0
  }

  private let state = Mutex(State())

  /// The answer to a question, if it was given to it and the index has still that version.
  func answer(to question: Question, at version: IndexVersion) -> KeptAnswer? {
    state.withLock { state in
      guard state.version == version else { return nil }
      state.questions += 1
      state.entries[question]?.lastUse = state.questions
      return state.entries[question]?.answer
    }
  }

  /// Keeps an answer of a version of the index, and forgets those of any other.
  ///
  /// An answer above a quarter of the bound is not kept.
  ///
  /// - Parameters:
  ///   - answer: The answer; all its figures are exact.
  ///   - question: What was asked.
  ///   - version: The version before and after it was made.
  ///   - bound: The most bytes of all answers.
  func keep(
    _ answer: KeptAnswer,
    for question: Question,
    at version: IndexVersion,
    bound: Int
  ) {
    guard answer.count <= bound / 4 else { return }
    state.withLock { state in
      if state.version != version {
        let questions = state.questions
        state = State(version: version, questions: questions)
      }
      if let old = state.entries.removeValue(forKey: question) { state.bytes -= old.answer.count }
      state.entries[question] = Entry(answer: answer, lastUse: state.questions)
      state.bytes += answer.count
      if state.bytes > bound { state.shrink(to: bound / 2) }
    }
  }
}

extension AnswerCache.State {
  /// Forgets the answers that were not asked for the longest time.
  fileprivate mutating func shrink(to bound: Int) {
    for (question, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      guard bytes > bound else { return }
      entries[question] = nil
      bytes -= entry.answer.count
    }
  }
}
