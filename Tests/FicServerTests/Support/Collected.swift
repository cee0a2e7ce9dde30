import Synchronization

/// Values in the order in which they came, from whatever thread.
final class Collected<Value: Sendable>: Sendable {
  private let state = Mutex<[Value]>([])

  /// The values so far.
  var values: [Value] { state.withLock { $0 } }

  /// Adds a value.
  func append(_ value: Value) { state.withLock { $0.append(value) } }
}
