public import FicModel

extension Problem {
  /// A parameter's value that is out of its range.
  static func badParameter(_ name: String, _ value: String, expected: String) -> Problem {
    Problem(
      code: "bad_parameter",
      status: 400,
      detail: "the parameter \(name) is '\(value.prefix(80))'",
      hint: "it takes \(expected)"
    )
  }

  /// The body of a request is not what is expected.
  public static func badBody(expected: String) -> Problem {
    Problem(
      code: "bad_body",
      status: 400,
      detail: "the body of the request is not understood",
      hint: "send \(expected)"
    )
  }
}
