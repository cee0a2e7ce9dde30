import FicModel
import Synchronization

/// Lets a bounded number of queries run, lets a bounded number wait, and turns the rest away.
///
/// Those that wait come in order, but cheap ones before costly ones; no query is passed by more
/// than `mostPassing` that came after it.
final class QueryGate: Sendable {
  private struct Waiter {
    var id: Int
    var cost: QueryCost
    var continuation: CheckedContinuation<Void, any Error>

    /// How many that came later went first.
    var passed = 0
  }

  /// So many later queries may go before one that waits.
  static let mostPassing = 16

  private struct State {
    var running = 0
    var waiters: [Waiter] = []
    var counter = 0
    var cancelled: Set<Int> = []
  }

  private let concurrent: Int
  private let queued: Int
  private let state = Mutex(State())

  /// Creates a gate for `concurrent` queries at a time and `queued` that wait.
  init(concurrent: Int, queued: Int) {
    self.concurrent = max(1, concurrent)
    self.queued = max(0, queued)
  }

  /// How many queries run and wait.
  var load: (running: Int, waiting: Int) {
    state.withLock { ($0.running, $0.waiters.count) }
  }

  /// Runs a query when its turn has come.
  ///
  /// Throws: `Problem` `too_busy`; `CancellationError` when the task is cancelled while it waits;
  /// what `body` throws.
  func run<Answer>(
    _ cost: QueryCost = .cheap,
    _ body: () async throws -> Answer
  ) async throws -> Answer {
    try await enter(cost)
    defer { leave() }
    return try await body()
  }

  private func enter(_ cost: QueryCost) async throws {
    let id: Int? = try state.withLock { state throws(Problem) in
      if state.running < concurrent {
        state.running += 1
        return nil
      }
      guard state.waiters.count < queued else {
        throw Problem.tooBusy(waiting: state.waiters.count)
      }
      state.counter += 1
      return state.counter
    }
    guard let id else { return }
    // A cancellation that comes just after the turn leaves its mark behind.
    defer { state.withLock { _ = $0.cancelled.remove(id) } }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        wait(Waiter(id: id, cost: cost, continuation: continuation))
      }
    } onCancel: {
      cancel(id)
    }
  }

  /// Puts a waiter in the queue, unless a turn or its cancellation came in the meantime.
  private func wait(_ waiter: Waiter) {
    enum Next { case go, stop, stay }
    let next: Next = state.withLock { state in
      if state.cancelled.remove(waiter.id) != nil { return .stop }
      if state.running < concurrent {
        state.running += 1
        return .go
      }
      state.waiters.append(waiter)
      return .stay
    }
    switch next {
    case .go: waiter.continuation.resume()
    case .stop: waiter.continuation.resume(throwing: CancellationError())
    case .stay: break
    }
  }

  private func cancel(_ id: Int) {
    let waiter: Waiter? = state.withLock { state in
      guard let index = state.waiters.firstIndex(where: { $0.id == id }) else {
        state.cancelled.insert(id)
        return nil
      }
      return state.waiters.remove(at: index)
    }
    waiter?.continuation.resume(throwing: CancellationError())
  }

  /// Hands the place to the next one.
  private func leave() {
    let next: Waiter? = state.withLock { state in
      if state.waiters.isEmpty {
        state.running -= 1
        return nil
      }
      let place = Self.next(state.waiters)
      for earlier in 0..<place { state.waiters[earlier].passed += 1 }
      return state.waiters.remove(at: place)
    }
    next?.continuation.resume()
  }

  /// Whose turn it is of those that wait, in the order in which they came; there are some.
  private static func next(_ waiters: [Waiter]) -> Int {
    if waiters[0].passed >= mostPassing { return 0 }
    return waiters.firstIndex { $0.cost == .cheap } ?? 0
  }
}
