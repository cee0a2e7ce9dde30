import ArgumentParser

/// How the worker ends, beside success.
enum WorkerExit {
  /// The index, the archive or the command line is at fault.
  static let error = ExitCode(2)

  /// Another writer has the index, or the worker was told to stop: EX_TEMPFAIL of sysexits.h.
  static let tryAgain = ExitCode(75)
}
