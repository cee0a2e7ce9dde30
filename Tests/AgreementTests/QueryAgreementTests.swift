import FicIndex
import FicIndexSQLite
import FicModel
import FicQuery
import FoundationEssentials
import MemoryIndex
import Testing

/// Queries of the whole language, from what is typed to what is shown, have the answers that the
/// plain twin gives.
@Suite struct QueryAgreementTests {
  /// How many queries are asked of each archive: `make agreement` asks for more.
  private static let queries =
    ProcessInfo.processInfo.environment["FICSEARCH_AGREEMENT_QUERIES"].flatMap { Int($0) } ?? 60

  @Test(arguments: 300..<308 as Range<UInt64>)
  func `what is typed is answered as the twin answers it`(seed: UInt64) async throws {
    let files = FileManager.default
    let folder = "\(files.temporaryDirectory.path)/ficsearch-\(UUID().uuidString)"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    let writer = try SQLiteIndexWriter(path: "\(folder)/index.db", fewestSummedLines: 8)
    let memory = MemoryIndex()
    var corpus = RandomCorpus(seed: seed)
    try RandomCorpus.write(corpus.works(), to: [writer, memory])
    try writer.finish()
    memory.finish()
    let engine = SearchEngine(index: SQLiteSearchIndex(path: writer.path, readers: 1))
    let twin = SearchEngine(index: memory)
    var queries = RandomQueries(seed: seed)
    var found = 0
    var refused = 0
    for _ in 0..<Self.queries {
      // Reads hold the thread; other suites wait for theirs.
      await Task.yield()
      var request = queries.request()
      for _ in 0..<3 {
        let answer = await Self.answer(engine, request)
        let expected = await Self.answer(twin, request)
        if answer != expected {
          Issue.record("seed \(seed), \(request.query): \(Self.difference(answer, expected))")
        }
        guard case .success(let answer) = answer else {
          refused += 1
          break
        }
        if !answer.hits.isEmpty { found += 1 }
        guard let cursor = answer.end.cursor else { break }
        request.cursor = cursor
      }
    }
    // Most queries have an answer, and many find something.
    #expect(refused < Self.queries * 2 / 3, "\(refused) of \(Self.queries)")
    #expect(found > Self.queries / 10, "\(found) of \(Self.queries)")
  }

  /// The first record that differs, in words.
  private static func difference(
    _ answer: Result<SearchAnswer, QuerySyntaxError>,
    _ expected: Result<SearchAnswer, QuerySyntaxError>
  ) -> String {
    guard case .success(let one) = answer, case .success(let other) = expected else {
      return "\(answer), not \(expected)"
    }
    for (record, expected) in zip(one.records, other.records) where record != expected {
      return "\(record), not \(expected)"
    }
    return "\(one.records.count) records, not \(other.records.count)"
  }

  /// What a query is answered, or what is wrong with it.
  private static func answer(
    _ engine: SearchEngine,
    _ request: SearchRequest
  ) async -> Result<SearchAnswer, QuerySyntaxError> {
    do {
      var answer = try await engine.search(request)
      answer.begin.generation = 0
      answer.end.elapsedMilliseconds = 0
      // Which words are near what was mistyped depends on what each keeps of its words.
      answer.end.suggestions = []
      // Sums of the same numbers in another order.
      func rounded(_ hit: Hit) -> Hit {
        var hit = hit
        hit.score = (hit.score * 1e6).rounded() / 1e6
        return hit
      }
      answer.hits = answer.hits.map(rounded)
      answer.closest = answer.closest.map(rounded)
      return .success(answer)
    } catch let error as QuerySyntaxError {
      return .failure(error)
    } catch {
      Issue.record("\(request): \(error)")
      return .failure(QuerySyntaxError(.empty, at: 0..<0))
    }
  }
}
