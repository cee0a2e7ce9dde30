/// Lines that say whose point of view follows: "Harry's POV", "POV: Bella", "(Normal POV)".
enum PointOfViewLine {
  private static let longest = 7

  /// The name; nil inside the result where the line names nobody, nil where it is no such line.
  static func read(_ line: ShortLine) -> (name: String?, isWhole: Bool)? {
    let words = line.words
    guard !words.isEmpty, words.count <= longest else { return nil }
    let folded = words.map { line.foldedWord($0) }
    // The stop after "P.O.V." ends no sentence.
    guard !line.endsSentence || folded.suffix(3) == ["p", "o", "v"] else { return nil }
    guard let place = marker(in: folded) else { return initials(line, words) }
    var rest = Array(words[..<place.lowerBound])
    if rest.isEmpty || folded[..<place.lowerBound].allSatisfy({ $0 == "from" || $0 == "in" }) {
      rest = Array(words[place.upperBound...])
    } else if place.upperBound < words.count, !isAside(line, after: words[place.upperBound - 1]) {
      return nil
    }
    let skipped: Set<String> = [
      "from", "in", "the", "of", "s", "is", "start", "begin", "end", "switch",
    ]
    rest.removeAll { skipped.contains(line.foldedWord($0)) }
    guard let first = rest.first, let last = rest.last else { return (nil, true) }
    let name = withoutPossessive(
      ShortLine.string(line.scalars[first.lowerBound..<last.upperBound])
    )
    let general: Set<String> = [
      "normal", "third", "3rd", "third person", "3rd person", "no one", "nobody", "general",
      "author",
      "the author", "omniscient", "narrator", "reader", "multiple", "mixed", "various", "unknown",
      "third person limited", "third person omniscient", "your", "my",
    ]
    if general.contains(PhraseTable.fold(name)) { return (nil, true) }
    // "His point of view changed" is prose; a name has a capital.
    guard line.scalars[first.lowerBound].isProseCapital || rest.count <= 2 else { return nil }
    let pronouns: Set<String> = [
      "his", "her", "their", "our", "this", "that", "a", "an", "it", "its",
    ]
    return pronouns.contains(PhraseTable.fold(name)) ? nil : (name, true)
  }

  /// Where "POV", "P.O.V" or "point of view" stands.
  private static func marker(in words: [String]) -> Range<Int>? {
    for index in words.indices {
      if words[index] == "pov" || words[index] == "perspective" || words[index] == "pdv" {
        return index..<(index + 1)
      }
      let next = words[index...].prefix(3)
      if next.elementsEqual(["point", "of", "view"]) || next.elementsEqual(["p", "o", "v"])
        || next.elementsEqual(["point", "de", "vue"])
      {
        return index..<(index + 3)
      }
    }
    return nil
  }

  /// "EPOV", "HPOV": an initial before the mark.
  ///
  /// The initial is not a name.
  private static func initials(
    _ line: ShortLine,
    _ words: [Range<Int>]
  ) -> (name: String?, isWhole: Bool)? {
    guard words.count == 1 else { return nil }
    let word = ShortLine.string(line.scalars[words[0]])
    guard word.hasSuffix("POV") || word.hasSuffix("PoV"), (4...6).contains(word.count) else {
      return nil
    }
    return (nil, true)
  }

  /// Whether what follows is in brackets or behind a dash or a colon.
  private static func isAside(_ line: ShortLine, after word: Range<Int>) -> Bool {
    line.scalars[word.upperBound...].prefix(2).contains {
      $0 == "(" || $0 == "[" || $0 == ":" || $0.isProseDash || $0 == ","
    }
  }

  private static func withoutPossessive(_ name: String) -> String {
    for ending in ["'s", "\u{2019}s", "'", "\u{2019}"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
