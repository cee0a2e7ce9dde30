import FicIndex
import FicIndexSQLite
import FicModel
import FoundationEssentials
import SeededRandom
import Testing

@testable import MemoryIndex

/// An answer that is cut short by a deadline, by its task or by a bound of looks is never a wrong
/// one.
@Suite struct InterruptedAnswerTests {
  /// What a query finds.
  private struct Answer: Sendable {
    var tally: LineTally
    var closest: [RankedLine]
    var cuts: Set<ExpressionCut>
  }

  private static func answer(
    _ plan: QueryPlan,
    _ index: SQLiteSearchIndex,
    deadline: Deadline = .never
  ) async throws -> Answer {
    try await index.snapshot("compare", deadline: deadline) { snapshot in
      let weights = try snapshot.weights(of: plan)
      return Answer(
        tally: try snapshot.tally(plan, weights),
        closest: try snapshot.closest(plan, weights, limit: 5),
        cuts: snapshot.expressionCuts
      )
    }
  }

  /// Writes a random archive, the same into the twin, and hands its index file to `body`.
  private func withArchive(
    _ seed: UInt64,
    _ body: (_ path: String, _ twin: MemoryIndex, _ works: [WorkID]) async throws -> Void
  ) async throws {
    let files = FileManager.default
    let folder = "\(files.temporaryDirectory.path)/ficsearch-\(UUID().uuidString)"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    let writer = try SQLiteIndexWriter(path: "\(folder)/index.db")
    let twin = MemoryIndex()
    var corpus = RandomCorpus(seed: seed)
    let works = corpus.works()
    try RandomCorpus.write(works, to: [writer, twin])
    try writer.finish()
    twin.commit()
    try await body(writer.path, twin, works.map(\.work.id))
  }

  private func expectEqual(_ found: Answer, _ whole: Answer, _ plan: QueryPlan) {
    #expect(found.tally == whole.tally, "\(plan.plans)")
    #expect(found.closest == whole.closest, "\(plan.plans)")
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `an answer before its deadline is whole or says that it is not, one behind it is an error`(
    seed: UInt64
  )
    async throws
  {
    try await withArchive(seed) { path, _, works in
      let index = SQLiteSearchIndex(path: path, readers: 1)
      var plans = RandomPlans(seed: seed)
      var late = 0
      for round in 0..<60 {
        await Task.yield()
        let plan = plans.plan(ids: works)
        let whole = try await Self.answer(plan, index)
        do {
          let deadline = Deadline.after(.microseconds(round % 12 * 60))
          let answer = try await Self.answer(plan, index, deadline: deadline)
          // Of regular expressions a part may be tried, and that is told.
          if answer.cuts.isEmpty {
            expectEqual(answer, whole, plan)
          } else {
            #expect(answer.cuts == [.time] && plan.leaves.contains(where: \.isExpression))
          }
        } catch let error as IndexError {
          #expect(error.code == .deadlineExceeded)
          late += 1
        }
        // Nothing of the one that ended early is left.
        expectEqual(try await Self.answer(plan, index), whole, plan)
      }
      #expect(late > 0)
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `an answer whose task is cancelled is whole or none`(seed: UInt64) async throws {
    try await withArchive(seed) { path, _, works in
      let index = SQLiteSearchIndex(path: path, readers: 2)
      var plans = RandomPlans(seed: seed)
      for round in 0..<40 {
        let plan = plans.plan(ids: works)
        let whole = try await Self.answer(plan, index)
        let task = Task { try await Self.answer(plan, index) }
        if round % 4 > 0 { try await Task.sleep(for: .microseconds(round % 4 * 80)) }
        task.cancel()
        do {
          expectEqual(try await task.value, whole, plan)
        } catch is CancellationError {}
        expectEqual(try await Self.answer(plan, index), whole, plan)
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `with few looks the closest lines are such lines, with their scores`(
    seed: UInt64
  ) async throws {
    try await withArchive(seed) { path, twin, works in
      let index = SQLiteSearchIndex(path: path, readers: 1, closerLook: 1)
      var plans = RandomPlans(seed: seed)
      for _ in 0..<40 {
        await Task.yield()
        let plan = plans.plan(ids: works)
        let all = try await twin.snapshot("compare", deadline: .never) { snapshot in
          try snapshot.closest(plan, try snapshot.weights(of: plan), limit: .max)
        }
        let few = try await index.snapshot("compare", deadline: .never) { snapshot in
          try snapshot.closest(plan, try snapshot.weights(of: plan), limit: 1)
        }
        let scores = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })
        #expect(few.isEmpty == all.isEmpty, "\(plan.plans)")
        #expect(zip(few, few.dropFirst()).allSatisfy { $0.precedes($1) }, "\(plan.plans)")
        for line in few {
          let known = try #require(scores[line.key])
          #expect(line.score < known.score + 1e-9, "\(plan.plans)")
          #expect(line.answers == known.answers, "\(plan.plans)")
          // Another alternative may find more of it, which few looks need not see.
          guard plan.plans.count == 1 else { continue }
          #expect(abs(line.score - known.score) < 1e-9, "\(plan.plans)")
          #expect(line.lacking == known.lacking, "\(plan.plans)")
        }
      }
    }
  }
}
