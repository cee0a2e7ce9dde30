import NIOCore

/// Runs a connection's task on the connection's event loop: what needs no other thread, such as an
/// answer from memory, then goes out without a switch of threads, each of which costs as much as
/// it.
///
/// What may block must not run here.
final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  /// Creates an executor that uses an event loop.
  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute {
      unsafe job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}
