import ServiceLifecycle
import Synchronization
import Testing

@testable import FicServer

@Suite struct IdleServiceTests {
  /// How often somebody asked, and how often memory was given back.
  private final class Counts: Sendable {
    let questions = Atomic(0)
    let releases = Atomic(0)

    /// Waits until memory was given back so often.
    func waitForReleases(_ count: Int) async throws {
      while releases.load(ordering: .relaxed) < count {
        try await Task.sleep(for: .milliseconds(1))
      }
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `memory is given back once after each time in which somebody asked`() async throws {
    let counts = Counts()
    let service = IdleService(
      patience: .milliseconds(2),
      questions: { counts.questions.load(ordering: .relaxed) },
      release: { counts.releases.add(1, ordering: .relaxed) }
    )
    let running = Task { try await service.run() }
    try await counts.waitForReleases(1)
    // Nobody asks: nothing more is given back, however long it lasts.
    try await Task.sleep(for: .milliseconds(50))
    #expect(counts.releases.load(ordering: .relaxed) == 1)
    counts.questions.add(1, ordering: .relaxed)
    try await counts.waitForReleases(2)
    try await Task.sleep(for: .milliseconds(50))
    #expect(counts.releases.load(ordering: .relaxed) == 2)
    running.cancel()
    try await running.value
  }

  @Test func `monitors that look at the daemon are no questions`() {
    let metrics = ServerMetrics()
    for path in ["/metrics", "/v1/status", "/healthz", "/v1/jobs/:id"] {
      metrics.count(path: path, status: 200, duration: .zero)
    }
    #expect(metrics.questions == 0)
    metrics.count(path: "/v1/search", status: 200, duration: .zero)
    metrics.count(path: "/v1/works/:id", status: 404, duration: .zero)
    #expect(metrics.questions == 2)
  }
}
