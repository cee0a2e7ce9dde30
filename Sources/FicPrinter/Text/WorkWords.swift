import FicModel

/// What is known of a work, in words for people.
struct WorkWords {
  private static let mostNames = 3

  /// What it is about: fandoms and ships.
  let subjects: [String]

  /// Of what it is a part.
  let series: [String]

  /// What it is like, how long, of when.
  let figures: [String]

  /// Takes a work.
  ///
  /// - Parameters:
  ///   - entry: The work.
  ///   - showsAdded: Whether it is said when it came into the index.
  init(_ entry: WorkEntry, showsAdded: Bool = false) {
    let facts = entry.facts
    func known(_ texts: [String?]) -> [String] { texts.compactMap { $0 }.filter { !$0.isEmpty } }
    subjects = known([Self.names(facts.fandoms), Self.names(facts.ships)])
    series = known([Self.series(facts)])
    figures = known(
      [
        facts.rating.map(Self.rating), facts.status.map(Self.status), Self.words(entry),
        Self.chapters(entry), Self.day(facts), showsAdded ? Self.added(entry) : nil,
        Self.language(facts), entry.matches.map { Phrases.count($0, "match", "matches") },
      ] + Self.aside(entry)
    )
  }

  private static func names(_ names: [String]) -> String? {
    names.isEmpty ? nil : Phrases.list(names, limit: mostNames)
  }

  private static func series(_ facts: WorkFacts) -> String? {
    facts.series.map { series in facts.part.map { "part \($0) of \(series)" } ?? series }
  }

  private static func rating(_ rating: String) -> String {
    switch ContentRating(rawValue: rating) {
    case .general: "General"
    case .generalPlus: "General+"
    case .teen: "Teen"
    case .mature: "Mature"
    case .explicit: "Explicit"
    case .notRated: "Not rated"
    case nil: rating
    }
  }

  private static func status(_ status: String) -> String {
    switch WorkStatus(rawValue: status) {
    case .complete: "complete"
    case .inProgress: "in progress"
    case .hiatus: "on hiatus"
    case .abandoned: "abandoned"
    case nil: status
    }
  }

  /// As the source says; as counted where it does not.
  private static func words(_ entry: WorkEntry) -> String {
    Phrases.count(entry.facts.words ?? entry.words, "word")
  }

  private static func chapters(_ entry: WorkEntry) -> String {
    guard let all = entry.facts.chapters, all > entry.chapters else {
      return Phrases.count(entry.chapters, "chapter")
    }
    return "\(Phrases.grouped(entry.chapters)) of \(Phrases.count(all, "chapter"))"
  }

  private static func day(_ facts: WorkFacts) -> String? {
    facts.updated.map { "updated \($0)" } ?? facts.published.map { "published \($0)" }
  }

  /// When it came.
  private static func added(_ entry: WorkEntry) -> String? {
    entry.added.map { "added \(UTCTime.text(seconds: $0).prefix(10))" }
  }

  /// The language, unless it is the one of most archives.
  private static func language(_ facts: WorkFacts) -> String? {
    facts.language == "en" ? nil : facts.language
  }

  /// What is to be said beside the size: chapters that are gone and kept, copies that are not
  /// listed.
  private static func aside(_ entry: WorkEntry) -> [String] {
    var facts: [String] = []
    if entry.removedChapters > 0 {
      facts.append(Phrases.count(entry.removedChapters, "removed chapter") + " kept")
    }
    if entry.copies > 0 { facts.append("+" + Phrases.count(entry.copies, "copy", "copies")) }
    if let holder = entry.copyOf { facts.append("copy of \(SafeText.visible(holder))") }
    return facts
  }
}
