import Testing

@testable import FicServer

@Suite struct ConnectionStateTests {
  private static let limits = ConnectionState.Limits(
    request: .seconds(10),
    stall: .seconds(30),
    farewell: .seconds(1)
  )

  private let start = ContinuousClock.now

  private func makeState() -> ConnectionState {
    ConnectionState(limits: Self.limits, now: start)
  }

  private func after(_ seconds: Int) -> ContinuousClock.Instant {
    start.advanced(by: .seconds(seconds))
  }

  @Test func `a connection on which nothing comes is overdue after the time for a request`() {
    let state = makeState()
    #expect(!state.isOverdue(at: after(9)))
    #expect(state.isOverdue(at: after(10)))
  }

  @Test func `half a request does not gain time`() {
    var state = makeState()
    state.receivedHead(isLast: false, now: after(5))
    #expect(!state.isOverdue(at: after(14)))
    #expect(state.isOverdue(at: after(15)))
  }

  @Test func `while we make an answer the peer is never overdue`() {
    var state = makeState()
    state.receivedHead(isLast: false, now: after(1))
    state.receivedEnd()
    #expect(!state.isOverdue(at: after(100_000)))
  }

  @Test func `after an answer the peer may ask again`() {
    var state = makeState()
    state.receivedHead(isLast: false, now: after(1))
    state.receivedEnd()
    state.answered(now: after(20))
    #expect(!state.isOverdue(at: after(29)))
    #expect(state.isOverdue(at: after(30)))
  }

  @Test func `after the last answer the peer has a moment to close`() {
    var state = makeState()
    state.receivedHead(isLast: true, now: after(1))
    state.receivedEnd()
    state.answered(now: after(20))
    #expect(state.isOverdue(at: after(21)))
  }

  @Test func `an answer before the request's end does not stop the clock`() {
    var state = makeState()
    state.receivedHead(isLast: false, now: after(1))
    state.answered(now: after(2))
    #expect(state.isOverdue(at: after(11)))
  }

  @Test func `a second request in the pipe keeps the connection open`() {
    var state = makeState()
    for _ in 0..<2 {
      state.receivedHead(isLast: false, now: after(1))
      state.receivedEnd()
    }
    state.answered(now: after(2))
    #expect(!state.isOverdue(at: after(1000)))
  }

  @Test func `an answer that is not taken is overdue, one that moves is not`() {
    var state = makeState()
    state.receivedHead(isLast: false, now: after(0))
    state.receivedEnd()
    state.startedWrite(now: after(0))
    state.startedWrite(now: after(20))
    #expect(state.isOverdue(at: after(30)))
    state.finishedWrite(now: after(29))
    #expect(!state.isOverdue(at: after(58)))
    #expect(state.isOverdue(at: after(59)))
    state.finishedWrite(now: after(58))
    #expect(!state.isOverdue(at: after(1000)))
  }

  @Test func `garbage is answered once, and not in the middle of an answer`() {
    var fresh = makeState()
    let answers = [fresh.receivedGarbage(now: after(5)), fresh.receivedGarbage(now: after(5))]
    #expect(answers == [true, false])
    #expect(fresh.isOverdue(at: after(6)))
    var busy = makeState()
    busy.receivedHead(isLast: false, now: after(0))
    let isAnswered = busy.receivedGarbage(now: after(1))
    #expect(!isAnswered)
  }

  @Test func `more answers than requests do no harm`() {
    var state = makeState()
    state.answered(now: after(1))
    state.finishedWrite(now: after(1))
    state.receivedHead(isLast: false, now: after(2))
    state.receivedEnd()
    #expect(!state.isOverdue(at: after(1000)))
  }
}
