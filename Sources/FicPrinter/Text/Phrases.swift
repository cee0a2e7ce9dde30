import FicModel

/// Counts and lists in words.
enum Phrases {
  /// `12 matches in 6 scenes, 2 chapters, 2 works`.
  static func totals(_ totals: SearchTotals) -> String {
    count(totals.matches, "match", "matches") + " in "
      + [
        count(totals.scenes, "scene"), count(totals.chapters, "chapter"),
        count(totals.works, "work"),
      ].joined(separator: ", ")
  }

  /// What a search found: `3 lines shown · 12 matches in 6 scenes, 2 chapters, 2 works`.
  static func found(_ end: SearchEnd, shown: Int) -> String {
    let totals = end.totals
    guard totals.matches > 0 || shown > 0 else {
      let hasWorks = end.elsewhere.contains { !$0.works.isEmpty }
      return hasWorks ? "No line of a text holds it." : "Nothing found."
    }
    var places: [String] = []
    if totals.scenes > 0 { places.append(count(totals.scenes, "scene")) }
    places.append(count(totals.chapters, "chapter"))
    places.append(count(totals.works, "work"))
    let bound = totals.exact ? "" : "more than "
    let lines = shown > 0 ? "\(count(shown, "line")) shown · " : ""
    return lines + bound + count(totals.matches, "match", "matches") + " in "
      + places.joined(separator: ", ")
  }

  /// What a work has of it: `12 matches in 6 scenes · +1 copy`.
  static func figures(of totals: WorkTotals) -> String {
    let scenes = totals.scenes > 0 ? " in \(count(totals.scenes, "scene"))" : ""
    let copies = totals.copies > 0 ? " · +\(count(totals.copies, "copy", "copies"))" : ""
    return count(totals.matches, "match", "matches") + scenes + copies
  }

  /// `1 scene`, `12 scenes`, `1,204 scenes`.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// The number with its thousands set apart by commas.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// The first `limit` items joined, and how many more there are.
  static func list(_ items: [String], limit: Int, separator: String = ", ") -> String {
    let shown = items.prefix(limit).joined(separator: separator)
    let rest = items.count - limit
    return rest > 0 ? shown + separator + "\(rest) more" : shown
  }
}
