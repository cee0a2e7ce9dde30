import Synchronization

/// Counts answers and how long they took.
final class ServerMetrics: Sendable {
  /// The upper bounds of the histogram, in seconds: from a cached answer to a query's time limit.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10]

  private struct Key: Hashable {
    var path: String
    var status: Int
  }

  private struct State {
    var answers: [Key: Int] = [:]
    var buckets = [Int](repeating: 0, count: ServerMetrics.bounds.count)
    var seconds = 0.0
    var searches = 0
  }

  private let state = Mutex(State())

  /// Counts an answer.
  func count(path: String, status: Int, duration: Duration) {
    state.withLock { state in
      state.answers[Key(path: path, status: status), default: 0] += 1
      guard path == "/v1/search" else { return }
      let seconds = duration / .seconds(1)
      state.searches += 1
      state.seconds += seconds
      for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
        state.buckets[index] += 1
      }
    }
  }

  /// The routes that look at the daemon and not at the archive: monitors ask them all day.
  private static let watched: Set = ["/healthz", "/metrics", "/v1/status", "/v1/jobs/:id"]

  /// How many answers were given to questions about the archive.
  var questions: Int {
    state.withLock { state in
      state.answers.reduce(0) { $0 + (Self.watched.contains($1.key.path) ? 0 : $1.value) }
    }
  }

  /// Appends the figures in the text format of Prometheus.
  func write(to text: inout MetricsText) {
    let state = state.withLock { $0 }
    text.family("ficsearch_requests_total", .counter, "Answers by path and HTTP status.")
    for (key, count) in state.answers.sorted(by: {
      ($0.key.path, $0.key.status) < ($1.key.path, $1.key.status)
    }) {
      text.sample(
        "ficsearch_requests_total",
        [("path", key.path), ("status", String(key.status))],
        Double(count)
      )
    }
    let name = "ficsearch_search_seconds"
    text.family(name, .histogram, "How long searches took.")
    for (bound, count) in zip(Self.bounds, state.buckets) {
      text.sample(name + "_bucket", [("le", "\(bound)")], Double(count))
    }
    text.sample(name + "_bucket", [("le", "+Inf")], Double(state.searches))
    text.sample(name + "_sum", [], state.seconds)
    text.sample(name + "_count", [], Double(state.searches))
  }
}
