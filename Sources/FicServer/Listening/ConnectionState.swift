/// What a connection is in the middle of, and until when it may take.
///
/// Does no I/O.
struct ConnectionState {
  /// How long a peer may take.
  struct Limits: Hashable, Sendable {
    /// For a whole request, from the connection's start or the answer before.
    var request: Duration = .seconds(10)

    /// For taking the next piece of an answer.
    var stall: Duration = .seconds(30)

    /// For closing after the last answer.
    var farewell: Duration = .seconds(1)
  }

  private let limits: Limits
  private var unanswered = 0
  private var isRequestOpen = false
  private var isRefused = false
  private var isLast = false
  private var pendingWrites = 0
  private var readDeadline: ContinuousClock.Instant?
  private var writeDeadline: ContinuousClock.Instant?

  /// A connection that was accepted at `now`.
  init(limits: Limits, now: ContinuousClock.Instant) {
    self.limits = limits
    readDeadline = now.advanced(by: limits.request)
  }

  /// The head of a request came; `isLast` if the peer wants no other answer on this connection.
  mutating func receivedHead(isLast: Bool, now: ContinuousClock.Instant) {
    unanswered += 1
    self.isLast = self.isLast || isLast
    isRequestOpen = true
    readDeadline = now.advanced(by: limits.request)
  }

  /// The end of a request came: the peer waits for us now.
  mutating func receivedEnd() {
    isRequestOpen = false
    readDeadline = nil
  }

  /// What came is no HTTP.
  ///
  /// Returns whether the refusal can be written: not in the middle of an answer, and once.
  mutating func receivedGarbage(now: ContinuousClock.Instant) -> Bool {
    guard unanswered == 0, !isRefused else { return false }
    isRefused = true
    readDeadline = now.advanced(by: limits.farewell)
    return true
  }

  /// The end of an answer was handed over for writing.
  mutating func answered(now: ContinuousClock.Instant) {
    unanswered = max(0, unanswered - 1)
    guard unanswered == 0 && !isRequestOpen else { return }
    readDeadline = now.advanced(by: isLast ? limits.farewell : limits.request)
  }

  /// A piece of an answer was handed over for writing.
  mutating func startedWrite(now: ContinuousClock.Instant) {
    if pendingWrites == 0 { writeDeadline = now.advanced(by: limits.stall) }
    pendingWrites += 1
  }

  /// A piece of an answer went out, or failed to.
  mutating func finishedWrite(now: ContinuousClock.Instant) {
    pendingWrites = max(0, pendingWrites - 1)
    writeDeadline = pendingWrites == 0 ? nil : now.advanced(by: limits.stall)
  }

  /// Whether the peer has taken too long.
  func isOverdue(at now: ContinuousClock.Instant) -> Bool {
    [readDeadline, writeDeadline].contains { deadline in deadline.map { $0 <= now } ?? false }
  }
}
