import FicIndex
import FicModel
import FicWire
import Hummingbird

/// `GET /metrics`: figures for Prometheus.
struct MetricsRoute: Sendable {
  let started: ContinuousClock.Instant
  let metrics: ServerMetrics
  let gate: QueryGate
  let index: any SearchIndex
  let jobs: JobQueue
  let watch: @Sendable () -> WatchReport

  func respond(to request: Request, _ context: ServerContext) async throws -> Response {
    var text = MetricsText()
    metrics.write(to: &text)
    let load = gate.load
    text.gauge("ficsearch_queries_running", "Queries that run.", Double(load.running))
    text.gauge("ficsearch_queries_waiting", "Queries that wait.", Double(load.waiting))
    text.gauge(
      "ficsearch_uptime_seconds",
      "Since the daemon started.",
      (started.duration(to: .now) / .seconds(1)).rounded()
    )
    text.gauge("ficsearch_watched_folders", "Folders that are watched.", Double(watch().folders))
    text.family("ficsearch_jobs_total", .counter, "Jobs that ended, by how.")
    for state in JobReport.State.allCases where state.isFinal {
      text.sample(
        "ficsearch_jobs_total",
        [("state", state.rawValue)],
        Double(jobs.ended[state] ?? 0)
      )
    }
    await writeIndex(to: &text)
    return .bytes(Array(text.text.utf8), type: WireVersion.metrics)
  }

  private func writeIndex(to text: inout MetricsText) async {
    let read = try? await index.snapshot(
      "read the size of the index",
      deadline: .after(.seconds(2))
    ) { try $0.statistics() }
    guard let statistics = read else {
      text.gauge("ficsearch_index_up", "Whether the index can be read.", 0)
      return
    }
    text.gauge("ficsearch_index_up", "Whether the index can be read.", 1)
    text.gauge(
      "ficsearch_index_generation",
      "Commits of the index.",
      Double(statistics.generation)
    )
    text.gauge("ficsearch_index_works", "Works in the index.", Double(statistics.counts.works))
    text.gauge(
      "ficsearch_index_chapters",
      "Chapters in the index.",
      Double(statistics.counts.chapters)
    )
    text.gauge("ficsearch_index_words", "Words of story.", Double(statistics.counts.words))
    text.gauge(
      "ficsearch_index_text_bytes",
      "Bytes of stored text, unpacked.",
      Double(statistics.counts.textBytes)
    )
    text.gauge(
      "ficsearch_index_failed_files",
      "Files that are not searchable.",
      Double(statistics.failedFiles)
    )
  }
}
