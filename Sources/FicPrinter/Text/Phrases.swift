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
