/// What opened a scene.
public enum SceneBreak: String, CaseIterable, Hashable, Sendable {
  /// The chapter's start, or a return to the story after a note.
  case opening
  /// A line of symbols, letters or words, or a rule.
  case ornament
  /// A run of blank lines clearly longer than the chapter's usual ones.
  case blankLines = "blank_lines"
  /// A line that names whose point of view follows.
  case pointOfView = "pov"
  /// A line that names a place or a time.
  case slug
  /// A line that opens or closes a flashback.
  case flashback
  /// The user's word.
  case correction
}
