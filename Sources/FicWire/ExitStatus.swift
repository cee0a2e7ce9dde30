/// How a command ends, as the header `Ficsearch-Exit` of an answer says it.
public enum ExitStatus: Int32, Error {
  /// Something was found, or done.
  case found = 0
  /// Nothing was found.
  case none = 1
  /// The command line, the query or the answer is at fault.
  case error = 2
  /// The daemon is not reachable or busy: EX_TEMPFAIL of sysexits.h.
  case unavailable = 75

  /// The name of the header, or of the trailer where the answer is a stream.
  public static let header = "Ficsearch-Exit"

  /// The name of the trailer of a stream that tells a failure, percent-encoded.
  public static let failureHeader = "Ficsearch-Failure"
}
