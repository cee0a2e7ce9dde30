/// What is known of a work, in one form whatever site and format it comes from.
///
/// Title and authors are the label's. A list is in the order of its source, without doubles.
public struct WorkFacts: Hashable, Sendable {
  /// The worlds that it plays in.
  public var fandoms: [String] = []

  /// Who is paired with whom: `A/B`, or `A & B` where they are friends.
  public var ships: [String] = []

  /// Who is in it, as the source lists them.
  public var characters: [String] = []

  /// Tags of any kind.
  public var tags: [String] = []

  /// What a reader is warned of.
  public var warnings: [String] = []

  /// Its genres.
  public var genres: [String] = []

  /// A raw value of `ContentRating`, else the source's words; nil where nothing is said.
  public var rating: String?

  /// A raw value of `WorkStatus`, else the source's words; nil where nothing is said.
  public var status: String?

  /// The ISO 639-1 code where there is one, else the source's words.
  public var language: String?

  /// The site's host name where it is known, else the source's words.
  public var site: String?

  /// Where it was published.
  public var url: String?

  /// The series that it is a part of.
  public var series: String?

  /// Its number in the series.
  public var part: String?

  /// The words that the source says it has.
  public var words: Int?

  /// The chapters that the source says it has.
  public var chapters: Int?

  /// When its first chapter appeared.
  public var published: CalendarDate?

  /// When its last chapter appeared.
  public var updated: CalendarDate?

  /// When the file was made.
  public var packaged: CalendarDate?

  /// The author's summary.
  public var summary: String?

  /// Creates facts: nothing is known.
  public init() {}
}

extension WorkFacts: JSONWritable {
  /// Appends an object; what is not known is left out.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      for (key, list) in lists where !list.isEmpty { object.field(key, list) }
      object.field(ifPresent: "rating", rating)
      object.field(ifPresent: "status", status)
      object.field(ifPresent: "language", language)
      object.field(ifPresent: "site", site)
      object.field(ifPresent: "url", url)
      object.field(ifPresent: "series", series)
      object.field(ifPresent: "part", part)
      object.field(ifPresent: "words", words)
      object.field(ifPresent: "chapters", chapters)
      object.field(ifPresent: "published", published?.description)
      object.field(ifPresent: "updated", updated?.description)
      object.field(ifPresent: "packaged", packaged?.description)
      object.field(ifPresent: "summary", summary)
    }
  }

  private var lists: [(String, [String])] {
    [
      ("fandoms", fandoms), ("ships", ships), ("characters", characters), ("tags", tags),
      ("warnings", warnings), ("genres", genres),
    ]
  }
}

extension WorkFacts: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    fandoms = try json.read(ifPresent: "fandoms") ?? []
    ships = try json.read(ifPresent: "ships") ?? []
    characters = try json.read(ifPresent: "characters") ?? []
    tags = try json.read(ifPresent: "tags") ?? []
    warnings = try json.read(ifPresent: "warnings") ?? []
    genres = try json.read(ifPresent: "genres") ?? []
    rating = try json.read(ifPresent: "rating")
    status = try json.read(ifPresent: "status")
    language = try json.read(ifPresent: "language")
    site = try json.read(ifPresent: "site")
    url = try json.read(ifPresent: "url")
    series = try json.read(ifPresent: "series")
    part = try json.read(ifPresent: "part")
    words = try json.read(ifPresent: "words")
    chapters = try json.read(ifPresent: "chapters")
    published = try Self.date("published", in: json)
    updated = try Self.date("updated", in: json)
    packaged = try Self.date("packaged", in: json)
    summary = try json.read(ifPresent: "summary")
  }

  private static func date(
    _ key: String,
    in json: JSONValue
  ) throws(JSONError) -> CalendarDate? {
    guard let text = try json.read(ifPresent: key, as: String.self) else { return nil }
    guard let date = CalendarDate(reading: text) else {
      throw JSONError(expected: "a date in \"\(key)\"")
    }
    return date
  }
}
