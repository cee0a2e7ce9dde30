import FicModel
import FicWire
import Testing

@testable import FicServer

@Suite struct JobBookTests {
  private let failure = Problem(code: "worker_failed", status: 500, detail: "it ended")

  @Test func `what is asked while a job waits joins it`() throws {
    var book = JobBook(prefix: "t")
    let first = try enqueued(in: &book, ReindexScope(paths: ["/a/1"]), trigger: .watch)
    let second = try enqueued(
      in: &book,
      ReindexScope(paths: ["/a/2"], all: true),
      trigger: .request
    )
    #expect(first.id == second.id)
    #expect(second.paths == ["/a/1", "/a/2"])
    #expect(second.all)
    let third = try enqueued(in: &book, ReindexScope(), trigger: .start)
    #expect(third.id == first.id)
    #expect(third.paths == [])
  }

  @Test func `a job that runs is not widened, the next one waits for it`() throws {
    var book = JobBook(prefix: "t")
    let first = try enqueued(in: &book, ReindexScope(), trigger: .start)
    let started = book.startNext()?.id
    #expect(started == first.id)
    let second = try enqueued(in: &book, ReindexScope(paths: ["/a"]), trigger: .watch)
    #expect(second.id != first.id)
    let early = book.startNext()
    #expect(early == nil)
    let again = book.finish(first.id, .succeeded(IngestEvent.Summary()))
    #expect(again == nil)
    let next = book.startNext()?.id
    #expect(next == second.id)
  }

  @Test func `a failed job is tried once more, and only once`() throws {
    var book = JobBook(prefix: "t")
    let scope = ReindexScope(paths: ["/a"], all: true)
    let first = try enqueued(in: &book, scope, trigger: .watch)
    _ = book.startNext()
    let rest = book.finish(first.id, .failed(failure))
    let again = try #require(rest)
    #expect(again == scope)
    #expect(book.report(of: first.id)?.failure == failure)
    let second = try enqueued(in: &book, again, trigger: .watch, isRetry: true)
    _ = book.startNext()
    let third = book.finish(second.id, .failed(failure))
    #expect(third == nil)
    #expect(book.ended[.failed] == 2)
  }

  @Test func `a closed book takes no job and cancels the one that waits`() throws {
    var book = JobBook(prefix: "t")
    let waiting = try enqueued(in: &book, ReindexScope(), trigger: .start)
    book.close()
    #expect(book.report(of: waiting.id)?.state == .cancelled)
    let refused = book.enqueue(ReindexScope(), trigger: .request)
    #expect(refused == nil)
  }

  @Test func `a job ends once`() throws {
    var book = JobBook(prefix: "t")
    let job = try enqueued(in: &book, ReindexScope(), trigger: .start)
    _ = book.startNext()
    _ = book.finish(job.id, .cancelled)
    let twice = book.finish(job.id, .failed(failure))
    #expect(twice == nil)
    #expect(book.report(of: job.id)?.state == .cancelled)
  }

  @Test func `the book forgets old jobs`() throws {
    var book = JobBook(prefix: "t")
    var ids: [String] = []
    for _ in 0..<(JobBook.maximumJobs + 1) {
      let job = try enqueued(in: &book, ReindexScope(), trigger: .start)
      ids.append(job.id)
      _ = book.startNext()
      _ = book.finish(job.id, .succeeded(IngestEvent.Summary()))
    }
    #expect(book.report(of: ids[0]) == nil)
    #expect(book.report(of: ids[1]) != nil)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `who comes late hears of the problems so far`() async throws {
    var book = JobBook(prefix: "t")
    let problem = FileProblem(code: "empty", path: "/a/x", cause: "it is empty")
    let job = try enqueued(in: &book, ReindexScope(), trigger: .start)
    _ = book.startNext()
    book.record(.fileProblem(problem), job: job.id)
    let records = book.records(of: job.id)
    let stream = try #require(records)
    _ = book.finish(job.id, .succeeded(IngestEvent.Summary(files: 1)))
    var heard: [JobRecord] = []
    for await record in stream { heard.append(record) }
    #expect(heard.count == 3)
    #expect(heard.contains(.event(.fileProblem(problem))))
    let unknown = book.records(of: "t-99")
    #expect(unknown == nil, "there is no such job")
  }

  @Test func `the present job is the one that runs, else the last that ended`() throws {
    var book = JobBook(prefix: "t")
    #expect(book.present == nil)
    let first = try enqueued(in: &book, ReindexScope(), trigger: .start)
    #expect(book.present?.id == first.id)
    _ = book.startNext()
    let second = try enqueued(in: &book, ReindexScope(), trigger: .watch)
    #expect(book.present?.id == first.id)
    _ = book.finish(first.id, .succeeded(IngestEvent.Summary()))
    #expect(book.present?.id == first.id)
    _ = book.startNext()
    #expect(book.present?.id == second.id)
  }

  private func enqueued(
    in book: inout JobBook,
    _ scope: ReindexScope,
    trigger: JobReport.Trigger,
    isRetry: Bool = false
  ) throws -> JobReport {
    let report = book.enqueue(scope, trigger: trigger, isRetry: isRetry)
    return try #require(report)
  }
}
