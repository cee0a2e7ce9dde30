/// Why a regular expression was not tried on every line that it might match.
package enum ExpressionCut: CaseIterable, Hashable, Sendable {
  /// There was no time for more lines.
  case time
  /// It takes too many steps on some lines.
  case steps

  /// What is told of it, a sentence.
  package var sentence: String {
    switch self {
    case .time:
      "The regular expression was not tried on every line, for want of time: add words or fields."
    case .steps:
      "The regular expression was given up on some lines, where it takes too many steps."
    }
  }
}
