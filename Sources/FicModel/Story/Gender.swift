/// What the text shows of a cast member's gender, by titles, names and pronouns.
public enum Gender: String, Hashable, Sendable, JSONReadable {
  /// He.
  case male
  /// She.
  case female
  /// A singular they, or it.
  case neutral
}
