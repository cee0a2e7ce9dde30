/// Who a name in a query is, over all works that have somebody of that name.
public struct CharacterCard: Hashable, Sendable, JSONWritable {
  /// Somebody whom the character talks with.
  public struct Partner: Hashable, Sendable, JSONWritable {
    /// The partner's name.
    public var name: String

    /// The lines between the two, in both directions.
    public var lines: Int

    /// Creates a partner.
    public init(name: String, lines: Int) {
      self.name = name
      self.lines = lines
    }

    /// Appends `name`, `lines`.
    public func write(to writer: inout JSONWriter) {
      writer.object { object in
        object.field("name", name)
        object.field("lines", lines)
      }
    }
  }

  /// The fullest name.
  public var name: String

  /// The other forms, the most frequent first.
  public var aliases: [String]

  /// The works that have the character.
  public var works: [WorkLabel]

  /// The scenes in which the character speaks or is named.
  public var scenes: Int

  /// The lines that the character speaks.
  public var lines: Int

  /// Whom the character talks with, the most frequent first.
  public var talksWith: [Partner]

  /// Creates a card.
  public init(
    name: String,
    aliases: [String],
    works: [WorkLabel],
    scenes: Int,
    lines: Int,
    talksWith: [Partner]
  ) {
    self.name = name
    self.aliases = aliases
    self.works = works
    self.scenes = scenes
    self.lines = lines
    self.talksWith = talksWith
  }

  /// Appends the record with `"type":"card"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "card")
      object.field("name", name)
      object.field("aliases", aliases)
      object.field("works", works)
      object.field("scenes", scenes)
      object.field("lines", lines)
      object.field("talksWith", talksWith)
    }
  }
}

extension CharacterCard: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      name: try json.read("name"),
      aliases: try json.read("aliases"),
      works: try json.read("works"),
      scenes: try json.read("scenes"),
      lines: try json.read("lines"),
      talksWith: try json.read("talksWith")
    )
  }
}

extension CharacterCard.Partner: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      name: try json.read("name"),
      lines: try json.read("lines")
    )
  }
}
