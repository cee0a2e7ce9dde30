import FicModel

/// The grey line of a fanfiction.net profile: `Rated: Fiction T - English - Sci-Fi/Suspense -
/// [Ilse V., Tomas R.] Agent Dace - Chapters: 3 - Words: 2,361 - …`.
struct ProfileLine {
  private let parts: [String]
  private let dates: [String: String]

  /// The site's list of genres; "Hurt/Comfort" is one.
  private static let genres: Set<String> = [
    "Adventure", "Angst", "Crime", "Drama", "Family", "Fantasy", "Friendship", "General", "Horror",
    "Humor", "Hurt/Comfort", "Mystery", "Parody", "Poetry", "Romance", "Sci-Fi", "Spiritual",
    "Supernatural", "Suspense", "Tragedy", "Western",
  ]

  init(_ line: Int, of tree: MarkupTree) {
    let words = tree.words(of: line)
    let start = words.firstRange(of: "Rated:")?.lowerBound ?? words.startIndex
    // On the pages for phones, commas stand between the parts.
    let separator = words[start...].contains(" - ") ? " - " : ", "
    parts = words[start...].split(separator: separator).map { HeaderValue.folded(String($0)) }
    var dates: [String: String] = [:]
    for span in tree.all("span", in: line) {
      guard let seconds = tree.attribute("data-xutime", of: span).flatMap({ Int($0) }),
        seconds >= 0
      else {
        continue
      }
      dates[tree.words(of: span)] = CalendarDate(seconds: seconds).description
    }
    self.dates = dates
  }

  /// Adds what the line says.
  func add(to facts: inout FactCollector) {
    var isComplete = false
    for (index, part) in parts.enumerated() {
      guard let colon = part.firstIndex(of: ":"), !part.hasPrefix("[") else {
        addUnlabelled(part, at: index, to: &facts)
        continue
      }
      let label = String(part[..<colon])
      let value = HeaderValue.folded(String(part[part.index(after: colon)...]))
      switch label {
      case "Rated": facts.add("rating", value.split(separator: " ").last.map(String.init) ?? value)
      case "Status": isComplete = value == "Complete"
      default:
        // On the pages for phones, nothing stands between a day and the next label.
        facts.add(label: label, dates.first { value.hasPrefix($0.key) }?.value ?? value)
      }
    }
    facts.addIfAbsent("chapters", "1")
    facts.add("status", isComplete ? "Completed" : "In-Progress")
  }

  /// The language stands second, the genres by their names; what is left are the characters.
  private func addUnlabelled(_ part: String, at index: Int, to facts: inout FactCollector) {
    if let genres = Self.genres(in: part) {
      facts.add("genre", items: genres)
    } else if index == 1 {
      facts.add("lang", part)
    } else if part == "Complete" {
      facts.add("status", "Completed")
    } else {
      addCharacters(part, to: &facts)
    }
  }

  /// The genres in a part of the line; nil where it holds anything else.
  static func genres(in part: String) -> [String]? {
    var found: [String] = []
    var rest = Substring(part)
    while !rest.isEmpty {
      guard let genre = genres.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count })
      else { return nil }
      found.append(genre)
      rest = rest.dropFirst(genre.count)
      // On the pages for phones, "and" stands in the place of the stroke.
      guard let separator = ["/", " & "].first(where: { rest.hasPrefix($0) }) else {
        return rest.isEmpty ? found : nil
      }
      rest = rest.dropFirst(separator.count)
    }
    return found.isEmpty ? nil : found
  }

  /// `[A, B] C`: brackets pair characters.
  private func addCharacters(_ part: String, to facts: inout FactCollector) {
    var rest = Substring(part)
    var names: [String] = []
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      names += HeaderValue.items(of: String(rest[..<open]))
      let pair = HeaderValue.items(of: String(rest[rest.index(after: open)..<close]))
      if pair.count > 1 { facts.add("ship", items: [pair.joined(separator: "/")]) }
      names += pair
      rest = rest[rest.index(after: close)...]
    }
    names += HeaderValue.items(of: String(rest))
    facts.add("char", items: names)
  }
}
