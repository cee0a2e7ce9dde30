import FicModel

/// Reads the body of an answer that is an error.
enum ProblemBody {
  /// The problem that the body holds; one made from the status where it holds none.
  static func problem(from body: [UInt8], status: Int) -> Problem {
    if let problem = try? Problem(json: JSONValue(body)) { return problem }
    return Problem(
      code: "http_\(status)",
      status: status,
      detail: "the daemon answered with HTTP status \(status) and no explanation"
    )
  }
}
