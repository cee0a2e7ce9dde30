import FicModel

/// Somebody of whom a card tells, put together from the works of one world.
///
/// Two works may each have a Bill: they are one person where the works share a fandom or a series,
/// or where a name of two words says so.
struct Namesake {
  /// Words before a name that tell nobody from others of the name.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mister", "dr", "doctor", "sir", "lady", "lord", "captain", "capt",
    "professor", "prof", "madam", "madame", "master", "aunt", "uncle", "the", "king", "queen",
  ]

  /// The card so far.
  private(set) var card: CharacterCard

  private var worlds: Set<String>
  private let isFull: Bool

  /// Begins with a member of a cast.
  init(_ entry: CastEntry, _ name: [Term], _ worlds: Set<String>) {
    card = CharacterCard(
      name: entry.name,
      aliases: entry.aliases,
      works: [entry.work],
      scenes: entry.scenes,
      lines: entry.lines,
      talksWith: entry.talksWith
    )
    self.worlds = worlds
    isFull = Self.isFull(name)
  }

  /// Whether a name has two words or more that are no titles.
  static func isFull(_ name: [Term]) -> Bool {
    name.count { !titles.contains($0.description) } > 1
  }

  /// Whether a member of the same name is the same person.
  func isSame(as entry: CastEntry, _ worlds: Set<String>) -> Bool {
    isFull || card.works.contains(entry.work) || !worlds.isDisjoint(with: self.worlds)
  }

  /// Adds what is known of the same person.
  mutating func take(_ entry: CastEntry, _ worlds: Set<String>) {
    self.worlds.formUnion(worlds)
    let known = Set([card.name] + card.aliases)
    card.aliases += ([entry.name] + entry.aliases).filter { !known.contains($0) }
    if !card.works.contains(entry.work) { card.works.append(entry.work) }
    card.scenes += entry.scenes
    card.lines += entry.lines
    for partner in entry.talksWith {
      if let place = card.talksWith.firstIndex(where: { $0.name == partner.name }) {
        card.talksWith[place].lines += partner.lines
      } else {
        card.talksWith.append(partner)
      }
    }
  }
}
