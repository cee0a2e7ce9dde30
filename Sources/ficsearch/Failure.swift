import FicModel
import FicWire

/// What went wrong before the daemon answered.
struct Failure {
  private let problem: Problem

  /// How the process ends.
  let status: ExitStatus

  /// Takes an error of the connection.
  init(_ error: ClientError) {
    problem = Problem(
      code: "no_answer",
      status: error.isUnavailable ? 503 : 500,
      detail: error.message,
      hint: error.hint
    )
    status = error.isUnavailable ? .unavailable : .error
  }

  /// Takes what the parser of the command line says.
  init(usage: String) {
    problem = Problem(code: "usage", status: 400, detail: usage)
    status = .error
  }

  /// Says it: as an object on standard output to whoever wants JSON, else on standard error.
  func show(asJSON: Bool) {
    if asJSON {
      var output = StandardOutput()
      output.write(bytes: (problem.jsonBytes + [UInt8(ascii: "\n")])[...])
      output.flush()
    } else if problem.code == "usage" {
      StandardError.write(problem.detail + "\n")
    } else {
      StandardError.write("ficsearch: \(problem.detail)\n")
      if let hint = problem.hint { StandardError.write("  hint: \(hint)\n") }
    }
  }
}
