/// How the labels of one form name the speakers of a chapter.
struct LabelStyle: Hashable, Sendable {
  /// Whether the turns are typed messages and not words spoken on a stage.
  var isChat: Bool

  /// Whether labels are set in capitals.
  var isCapitals: Bool

  /// Whether what is said stands in quotation marks, so that a narrator may follow it.
  var isQuoted: Bool

  /// The labels that come again, in lower case.
  var names: Set<String>

  /// Whether a line with a label is a turn: a known name, or within a script one in capitals where
  /// labels are capitals, one with a title, or one in the manner of the chat.
  ///
  /// `isFollowed` says whether another line stands right below it.
  func takes(_ line: LabelledLine, inScript: Bool, isFollowed: Bool) -> Bool {
    if names.contains(line.key) { return inScript || line.form == .colon }
    guard inScript else { return false }
    if isChat, line.isLogged { return true }
    switch line.form {
    // A handle that a chat has once is one word.
    case .colon: return isCapitals ? line.isCapitals : isChat && !line.key.contains(" ")
    // Of "Martha. You left." and "Mrs. Hale. No." only the title tells that the second is a name.
    case .stop: return isCapitals ? line.isCapitals : line.key.contains(". ")
    case .cue: return isCapitals && line.isCapitals && isFollowed
    case .header, .bare: return false
    }
  }
}
