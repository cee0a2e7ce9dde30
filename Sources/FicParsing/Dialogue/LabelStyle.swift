/// How the turns of a script or a chat are labelled.
struct LabelStyle: Hashable, Sendable {
  /// Whether the turns are typed messages and not words spoken on a stage.
  var isChat: Bool

  /// Whether labels are set in capitals.
  var isCapitals: Bool

  /// Whether what is said stands in quotation marks, so that a narrator may follow it.
  var isQuoted: Bool

  /// The labels that come again, in lower case.
  var names: Set<String>

  /// Whether a line with a label is a turn: a known name, or capitals where labels are capitals.
  func takes(_ line: LabelledLine) -> Bool {
    names.contains(line.key) || isCapitals && line.isCapitals || isChat && line.isLogged
  }
}
