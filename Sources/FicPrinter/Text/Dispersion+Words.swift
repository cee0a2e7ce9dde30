import FicModel

extension Dispersion {
  /// How much, where and how evenly, in words for people.
  var figures: String {
    var figures = [
      Phrases.count(matches, "match", "matches"),
      "in \(range) of \(Phrases.count(parts.count, "chapter"))",
    ]
    if let value = juillandD { figures.append("Juilland's D \(value)") }
    if let value = deviationOfProportions { figures.append("deviation of proportions \(value)") }
    return figures.joined(separator: " · ")
  }
}

extension Dispersion.Part {
  /// Matches in 10,000 words; 0 of a chapter without a word.
  var rate: Double { words > 0 ? Double(matches) * 10_000 / Double(words) : 0 }
}
