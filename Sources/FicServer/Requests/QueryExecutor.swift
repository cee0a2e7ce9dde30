import NIOPosix

/// Runs queries on threads that may block: a query reads the index where it stands, and holds its
/// thread until it is answered, so that the threads of everything else stay free.
final class QueryExecutor: TaskExecutor {
  /// The executor of all queries.
  static let shared = QueryExecutor(threads: .singleton)

  private let threads: NIOThreadPool

  private init(threads: NIOThreadPool) {
    self.threads = threads
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    threads.submit { _ in
      unsafe job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}
