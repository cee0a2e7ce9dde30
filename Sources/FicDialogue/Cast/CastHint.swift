package import FicModel

/// Somebody whom the metadata of a work names: a character tag, or a half of a pairing.
///
/// A hint is no more than that: it tells which words of the text are one name, it never brings
/// somebody into a cast whom the text does not name, and what a user says comes first.
package struct CastHint: Hashable, Sendable {
  /// The names of the person, the first of them the one to show: `Tony Stark`, `Iron Man`.
  package var names: [String]

  /// Creates a hint.
  package init(names: [String]) {
    self.names = names
  }

  /// The most hints of a work; a longer list is none of its cast.
  private static let most = 512

  /// The people whom `fields` name, each once, in their order: characters before pairings.
  ///
  /// Complexity: linear in the fields.
  package static func hints(in fields: [MetadataField]) -> [CastHint] {
    var result: [CastHint] = []
    var known: Set<String> = []
    func add(_ tag: String) {
      guard result.count < most, let hint = CastHint(tag: tag), let name = hint.names.first,
        known.insert(name.lowercased()).inserted
      else { return }
      result.append(hint)
    }
    for field in fields where field.key == "char" { add(field.value) }
    for field in fields where field.key == "ship" { ShipName(field.value).names.forEach(add) }
    return result
  }

  /// Reads a tag such as `Tony Stark | Iron Man`, `James "Bucky" Barnes` or `Rose Tyler (Doctor
  /// Who)`; nil for one that names nobody, or only by one word and no other.
  private init?(tag: String) {
    var plain = ""
    var depth = 0
    for character in tag {
      if "([{".contains(character) { depth += 1 }
      if depth == 0 { plain.append(character) }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
    }
    names = plain.split(separator: "|").compactMap { Self.name(String($0)) }
    guard names.count > 1 || names.first?.contains(" ") == true else { return nil }
    // The fullest name is the one to show.
    if let full = names.firstIndex(where: { $0.contains(" ") }) {
      names.insert(names.remove(at: full), at: 0)
    }
  }

  /// A name without marks; nil for what is no name of one person.
  private static func name(_ text: String) -> String? {
    let words = text.split { $0.isWhitespace || "\"“”".contains($0) }.map(String.init)
    guard (1...4).contains(words.count),
      words.contains(where: { $0.first?.isUppercase == true }),
      !words.contains(where: { noNames.contains($0.lowercased()) }),
      // "Harry P." leaves open who that is.
      let last = words.last, last.filter(\.isLetter).count > 1
    else { return nil }
    return words.joined(separator: " ")
  }

  /// Words of tags that mean anybody.
  private static let noNames: Set<String> = [
    "original", "character", "characters", "reader", "you", "everyone", "everybody", "others",
    "other", "various", "minor", "oc", "ocs", "ofc", "omc", "team", "family", "families", "and",
    "or", "the", "others.", "y/n", "self-insert", "unnamed", "nobody",
  ]
}
