/// How the process ends.
enum ExitStatus: Int32, Error {
  /// Something was found, or done.
  case hits = 0
  /// Nothing was found.
  case none = 1
  /// The command line, the query or the answer is at fault.
  case error = 2
  /// The daemon is not reachable or busy: EX_TEMPFAIL of sysexits.h.
  case unavailable = 75
}
