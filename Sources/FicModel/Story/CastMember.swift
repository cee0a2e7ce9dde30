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

  /// Up to which chapter one has to have read to know the name, then each alias.
  ///
  /// It counts from 1; 0 stands for what is known before, as a name without a figure is.
  public var firstChapters: [Int] = []

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

extension CastMember {
  /// The member as somebody knows it who has read up to a chapter: by the names that stand there.
  ///
  /// A narrator whose name comes later is "I"; of anybody else whose names all come later, nothing
  /// is known: nil.
  public func seen(upTo chapter: Int) -> CastMember? {
    let names = [name] + aliases
    let known = names.indices.filter { $0 >= firstChapters.count || firstChapters[$0] <= chapter }
    guard known.count < names.count else { return self }
    var member = self
    member.firstChapters = known.map { $0 < firstChapters.count ? firstChapters[$0] : 0 }
    guard let first = known.first else {
      guard isNarrator else { return nil }
      member.name = "I"
      member.aliases = []
      return member
    }
    member.name = names[first]
    member.aliases = known.dropFirst().map { names[$0] }
    return member
  }
}
