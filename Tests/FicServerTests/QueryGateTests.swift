import FicIndex
import FicModel
import Testing

@testable import FicServer

@Suite(.timeLimit(.minutes(15))) struct QueryGateTests {
  @Test func `no more run at a time than may`() async throws {
    let gate = QueryGate(concurrent: 3, queued: 100)
    let running = Collected<Int>()
    let most = Collected<Int>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await gate.run {
            running.append(1)
            most.append(running.values.reduce(0, +))
            try await Task.sleep(for: .milliseconds(2))
            running.append(-1)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(most.values.count == 50)
    #expect((most.values.max() ?? 0) <= 3)
    #expect(gate.load == (running: 0, waiting: 0))
  }

  @Test func `who finds the queue full is turned away`() async throws {
    let gate = QueryGate(concurrent: 1, queued: 0)
    let (stream, open) = AsyncStream.makeStream(of: Void.self)
    async let first: Void = gate.run { for await _ in stream {} }
    #expect(try await eventually { gate.load.running == 1 })
    let problem = await #expect(throws: Problem.self) { try await gate.run {} }
    #expect(problem?.code == "too_busy")
    #expect(problem?.status == 503)
    open.finish()
    try await first
    try await gate.run {}
  }

  @Test func `who is cancelled while waiting gives up the place in the queue`() async throws {
    let gate = QueryGate(concurrent: 1, queued: 1)
    let (stream, open) = AsyncStream.makeStream(of: Void.self)
    async let first: Void = gate.run { for await _ in stream {} }
    #expect(try await eventually { gate.load.running == 1 })
    await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await gate.run {} }
      _ = try? await eventually { gate.load.waiting == 1 }
      group.cancelAll()
      await #expect(throws: CancellationError.self) { try await group.next() }
    }
    #expect(gate.load == (running: 1, waiting: 0))
    open.finish()
    try await first
  }

  @Test func `a query that fails gives up its place`() async throws {
    let gate = QueryGate(concurrent: 1, queued: 0)
    for _ in 0..<3 {
      await #expect(throws: Problem.self) { try await gate.run { throw Problem.unexpected } }
    }
    #expect(gate.load.running == 0)
  }

  @Test func `cheap queries pass costly ones, but none for ever`() async throws {
    let gate = QueryGate(concurrent: 1, queued: 1000)
    let (stream, open) = AsyncStream.makeStream(of: Void.self)
    let order = Collected<String>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await gate.run { for await _ in stream {} } }
      #expect(try await eventually { gate.load.running == 1 })
      var waiting = 0
      func add(_ name: String, _ cost: QueryCost) async throws {
        group.addTask { try await gate.run(cost) { order.append(name) } }
        waiting += 1
        let wanted = waiting
        #expect(try await eventually { gate.load.waiting == wanted })
      }
      try await add("costly 1", .costly)
      try await add("costly 2", .costly)
      for number in 1...QueryGate.mostPassing + 4 { try await add("cheap \(number)", .cheap) }
      open.finish()
      try await group.waitForAll()
    }
    let values = order.values
    let first = try #require(values.firstIndex(of: "costly 1"))
    #expect(first == QueryGate.mostPassing)
    #expect(values.firstIndex(of: "costly 2").map { $0 > first } == true)
    let cheap = values.filter { $0.hasPrefix("cheap") }
    #expect(cheap == (1...QueryGate.mostPassing + 4).map { "cheap \($0)" })
  }

  @Test(arguments: [
    ("lamp", QueryCost.cheap), ("\"in the end\" from:smith", .cheap), ("lam*", .costly),
    ("/lam/", .costly),
    ("NEAR(a b)", .costly), ("lamp -oil", .costly), ("lamp in:all", .costly), ("(", .cheap),
  ])
  func `the cost of a query is told from its words`(query: String, cost: QueryCost) {
    #expect(QueryCost(SearchRequest(query: query)) == cost)
  }
}
