/// A person of a work, as the text names them.
public struct CastMember: Hashable, Sendable {
  /// What kind of speaker it is.
  public enum Kind: String, Hashable, Sendable {
    /// Somebody with a name.
    case named
    /// Somebody the text only describes: "the guard".
    case described
    /// Several at once: "the twins", "everybody".
    case group
  }

  /// The fullest name that the text uses regularly, as it is written there.
  public var name: String

  /// The other forms that mean this member, the most frequent first.
  public var aliases: [String]

  /// By evidence; nil where there is none or it disagrees.
  public var gender: Gender?

  /// Named, described or a group.
  public var kind: Kind

  /// Whether this is a first-person narrator, who is "I" outside quotations.
  public var isNarrator: Bool

  /// How many times the work mentions the member by a name.
  public var mentions: Int

  /// Creates a member.
  public init(
    name: String,
    aliases: [String] = [],
    gender: Gender? = nil,
    kind: Kind = .named,
    isNarrator: Bool = false,
    mentions: Int = 0
  ) {
    self.name = name
    self.aliases = aliases
    self.gender = gender
    self.kind = kind
    self.isNarrator = isNarrator
    self.mentions = mentions
  }
}
