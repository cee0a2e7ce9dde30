/// The best of many scored units: a heap whose root is the worst of those kept.
package struct BestUnits: Sendable {
  /// The most that are kept.
  package let limit: Int

  /// The least score that can still come in; nothing comes in to a heap without room.
  package private(set) var threshold: Double

  private var heap: [UnitTally.ScoredUnit] = []

  /// Creates an empty heap.
  package init(limit: Int) {
    self.limit = max(0, limit)
    threshold = limit > 0 ? -.infinity : .infinity
  }

  /// Adds a unit if it is better than the worst one kept, or there is room.
  ///
  /// Complexity: O(log limit).
  package mutating func add(_ unit: UnitTally.ScoredUnit) {
    if heap.count < limit {
      heap.append(unit)
      rise(from: heap.count - 1)
    } else if let worst = heap.first, unit.precedes(worst) {
      heap[0] = unit
      sink()
    }
    if heap.count == limit, let worst = heap.first { threshold = worst.score }
  }

  /// The units, the best first.
  package var sorted: [UnitTally.ScoredUnit] { heap.sorted { $0.precedes($1) } }

  private mutating func rise(from start: Int) {
    var place = start
    while place > 0, heap[(place - 1) / 2].precedes(heap[place]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var worst = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if heap[worst].precedes(heap[child]) { worst = child }
      }
      guard worst != place else { return }
      heap.swapAt(place, worst)
      place = worst
    }
  }
}
