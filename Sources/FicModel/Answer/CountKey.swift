/// What matches are counted by.
public enum CountKey: String, CaseIterable, Hashable, Sendable {
  /// The work that they stand in.
  case work
  /// The chapter.
  case chapter
  /// The scene.
  case scene
  /// Who says the words.
  case speaker
  /// To whom the words are said.
  case addressee
  /// The part of the text: story, summary, notes.
  case zone
  /// The author of the work.
  case author
  /// The world that the work plays in.
  case fandom
  /// The year in which the work appeared, else that in which it was changed last.
  case year
}
