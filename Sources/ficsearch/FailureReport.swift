import FicClient
import FicModel

/// Says what went wrong on standard error, with its place in the query and a hint.
struct FailureReport {
  private let message: String
  private let hint: String?
  private let status: ExitStatus

  /// Creates a report; nil for an error that is the command line's.
  init?(_ error: any Error) {
    switch error {
    case let error as ClientError:
      message = error.message
      hint = error.hint
      status = error.isUnavailable ? .unavailable : .error
    case let problem as Problem:
      message = problem.detail
      hint = problem.hint
      status = problem.mayPass ? .unavailable : .error
    case is JSONError:
      message = "the daemon's answer is not what this client expects"
      hint = "check that client and daemon are of one version: 'ficsearch status'"
      status = .error
    default:
      return nil
    }
  }

  /// Prints the report and returns the status to end with.
  func print() -> ExitStatus {
    StandardError.write("ficsearch: \(message)\n")
    if let hint { StandardError.write("  hint: \(hint)\n") }
    return status
  }
}
