/// The best of many scored rows: a heap whose root is the worst of those kept; of equal ones the
/// earlier.
struct BestRows {
  /// The least score that can still come in.
  private(set) var threshold = -Double.infinity

  private let limit: Int
  private var heap: [(row: Int32, score: Double)] = []

  /// Creates an empty heap of 1 row or more.
  init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// The rows that are kept, in no order.
  var rows: [(row: Int32, score: Double)] { heap }

  /// Adds a row if it is better than the worst one kept, or there is room.
  ///
  /// Complexity: O(log limit).
  mutating func add(_ row: Int32, _ score: Double) {
    if heap.count < limit {
      heap.append((row, score))
      rise(from: heap.count - 1)
    } else if score > heap[0].score {
      heap[0] = (row, score)
      sink()
    }
    if heap.count == limit { threshold = heap[0].score }
  }

  private func isWorse(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (heap[left], heap[right])
    return a.score != b.score ? a.score < b.score : a.row > b.row
  }

  private mutating func rise(from start: Int) {
    var place = start
    while place > 0, isWorse(place, (place - 1) / 2) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var worst = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if isWorse(child, worst) { worst = child }
      }
      guard worst != place else { return }
      heap.swapAt(place, worst)
      place = worst
    }
  }
}
