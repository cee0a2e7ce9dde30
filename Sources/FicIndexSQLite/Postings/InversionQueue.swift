import Dispatch
import FicIndex
import Synchronization

/// Inverts units in order on a thread of its own, so that the one that writes goes on meanwhile.
final class InversionQueue: Sendable {
  /// So many chapters may wait; then who adds one waits too.
  private static let mostWaiting = 16

  private let inverter = Mutex(UnitInverter())
  private let queue = DispatchQueue(label: "ficsearch.inversion")
  private let places = DispatchSemaphore(value: mostWaiting)

  /// Adds all scene units of a chapter, numbered from `first` on, which is greater than all before.
  func add(_ records: ChapterRecords, from first: Int) {
    places.wait()
    queue.async { [self] in
      inverter.withLock { inverter in
        for place in records.storedUnits(.scene).indices {
          inverter.add(sceneUnit: place, of: records, as: first + place)
        }
      }
      places.signal()
    }
  }

  /// What has been added since the last time.
  func take() -> UnitInverter {
    queue.sync {
      inverter.withLock { inverter in
        defer { inverter = UnitInverter() }
        return inverter
      }
    }
  }
}
