import FicModel

extension Problem {
  /// The code of a worker that did not start.
  static let workerNotStartedCode = "worker_not_started"

  /// The worker did not start.
  static func workerNotStarted(_ executable: String, cause: String) -> Problem {
    Problem(
      code: workerNotStartedCode,
      status: 500,
      detail: "cannot start the ingest worker '\(executable)': \(cause)",
      hint: "check ingest.executable, or pass --ingest"
    )
  }

  /// The worker ended with a status or a signal.
  static func workerFailed(_ end: String, _ lastErrorLine: String?) -> Problem {
    Problem(
      code: "worker_failed",
      status: 500,
      detail: "the ingest worker ended with \(end)"
        + (lastErrorLine.map { "; it said: \($0)" } ?? ""),
      hint: "what was indexed stays searchable; the log says more: journalctl -u ficsearchd"
    )
  }

  /// The worker ended well without saying what it did.
  static func workerSaidNothing(_ executable: String) -> Problem {
    Problem(
      code: "worker_failed",
      status: 500,
      detail: "'\(executable)' ended without a summary of what it did",
      hint: "check that ingest.executable is the ficsearch-ingest of the daemon's version"
    )
  }

  /// The worker was ended because it hung.
  static func workerHung(silence: Duration) -> Problem {
    Problem(
      code: "worker_hung",
      status: 500,
      detail: "the ingest worker said nothing for \(silence.components.seconds) s and was ended",
      hint: "the log names the file that it read last: journalctl -u ficsearchd"
    )
  }

  /// Another process has written to the index for too long.
  static let indexBusy = Problem(
    code: "index_busy",
    status: 503,
    detail: "another process writes to the index and has not ended",
    hint: "wait for the other ficsearch-ingest to end, then: ficsearch reindex"
  )

  /// The daemon stops.
  static let stopping = Problem(
    code: "stopping",
    status: 503,
    detail: "the daemon is stopping",
    hint: "the next start indexes what is left"
  )
}
