import Synchronization

/// Counts connections up to a bound.
final class ConnectionPlaces: Sendable {
  private let taken = Mutex(0)
  private let most: Int

  init(most: Int) { self.most = most }

  /// Takes a place; false where there is none.
  func take() -> Bool {
    taken.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
  }

  /// Gives a place back.
  func give() { taken.withLock { $0 -= 1 } }
}
