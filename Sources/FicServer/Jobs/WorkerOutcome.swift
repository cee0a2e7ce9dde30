package import FicModel

/// How a run of the worker ended.
package enum WorkerOutcome: Hashable, Sendable {
  /// It came to its end; single files may have failed.
  case succeeded(IngestEvent.Summary)
  /// Another process writes to the index.
  case busy
  /// It could not be started, failed, crashed, was killed, or hung.
  case failed(Problem)
  /// The daemon stops.
  case cancelled
}
