package import FicModel

/// What went wrong, and what to do.
package struct ProblemPage {
  private let problem: Problem
  private let query: String

  /// Takes a problem, and what was asked.
  package init(_ problem: Problem, query: String = "") {
    self.problem = problem
    self.query = query
  }

  /// The page.
  package var html: String {
    var fields: PageFields = [
      "heading": problem.status == 404 ? "Not found" : "That did not work",
      "detail": SafeText.visible(problem.detail), "code": problem.code,
    ]
    if let hint = problem.hint { fields["hint"] = SafeText.visible(hint) }
    return PageFrame(title: "Problem", query: query).page("problem", fields)
  }
}
