/// The fields of the query language: the one table of their names.
package enum QueryField: String, CaseIterable, Hashable, Sendable {
  /// Who speaks.
  case from
  /// Who is spoken to.
  case to
  /// Who is present in the scene.
  case with
  /// Who is named by others.
  case about
  /// The part of the text.
  case `in`
  /// The chapter's place in the work, or a range of places.
  case chapter
  /// The number above the chapter, or a range of numbers.
  case printed
  /// The last chapter to look into.
  case upto
  /// The least confidence of who speaks.
  case confidence
  /// The work's title.
  case work
  /// The work's author.
  case author
  /// The world that the work plays in.
  case fandom
  /// Who is paired with whom.
  case ship
  /// Who is in the work, as its source says.
  case char
  /// A tag.
  case tag
  /// For whom the work is meant.
  case rating
  /// What the reader is warned of.
  case warning
  /// A genre.
  case genre
  /// Whether more is to come.
  case status
  /// The work's language.
  case lang
  /// The site that it is from.
  case site
  /// The series that it is a part of.
  case series
  /// How many words the work has.
  case words
  /// How many chapters the work has.
  case chapters
  /// When it was last changed.
  case updated
  /// When it first appeared.
  case published
  /// When it came into the index.
  case added

  /// What a field is compared with.
  package enum Kind: Hashable, Sendable {
    /// The names of people in the text.
    case person
    /// Something of the text: its zone, its place, how sure it is.
    case place
    /// Words of what is known of the work, with wildcards.
    case text
    /// A number that is known of the work.
    case count
    /// A day that is known of the work.
    case date
  }

  /// What the field is compared with.
  package var kind: Kind {
    switch self {
    case .from, .to, .with, .about: .person
    case .in, .chapter, .printed, .upto, .confidence: .place
    case .work, .author, .fandom, .ship, .char, .tag, .rating, .warning, .genre, .status, .lang,
      .site, .series:
      .text
    case .words, .chapters: .count
    case .updated, .published, .added: .date
    }
  }

  /// Whether the field tells works apart, whatever stands in their text.
  package var isOfWork: Bool { kind != .person && kind != .place }

  /// Other words for a field, which people try: the longer or the shorter, the site's own.
  private static let otherNames: [String: QueryField] = [
    "title": .work, "story": .work, "name": .work, "by": .author, "writer": .author,
    "pairing": .ship, "pairings": .ship, "relationship": .ship, "character": .char,
    "characters": .char, "fandoms": .fandom, "category": .fandom, "crossover": .fandom,
    "rated": .rating, "warnings": .warning, "genres": .genre, "language": .lang,
    "complete": .status, "completed": .status, "wordcount": .words, "word": .words,
    "length": .words, "date": .updated, "posted": .published, "new": .added, "came": .added,
    "source": .site,
    "archive": .site, "speaker": .from, "said": .from, "who": .with, "zone": .in,
    "mentions": .about, "freeform": .tag, "trope": .tag, "tropes": .tag,
  ]

  /// The name of a field of either kind that is most like `name`, if one is like it.
  package static func nearestName(to name: String) -> String? {
    if let field = otherNames[name] { return field.rawValue }
    return EditDistance.nearest(to: name, among: allCases.map(\.rawValue), within: 2)
  }
}
