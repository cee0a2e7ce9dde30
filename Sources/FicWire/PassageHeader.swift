/// What an answer says of a passage beside its text.
public enum PassageHeader {
  /// The header that says which line of a text was asked for, from 1.
  public static let line = "Ficsearch-Line"
}
