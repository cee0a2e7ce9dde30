import Foundation

/// The characters of a labelled text, looked up by what a parser calls them.
///
/// A name counts if it names one character only: without case, marks, a leading article or the
/// possessive; with its title, and without it where nobody has that name.
struct GoldCast {
  private var given: [String: Set<String>] = [:]
  private var derived: [String: Set<String>] = [:]
  private var bare: [String: Set<String>] = [:]
  private var narrators: Set<String> = []

  init(_ characters: [GoldText.Character]) {
    for character in characters {
      for name in [character.name] + (character.aliases ?? []) {
        if name == "_narr" {
          narrators.insert(character.id)
          continue
        }
        given[Self.normal(name), default: []].insert(character.id)
        bare[Self.withoutTitle(Self.normal(name)), default: []].insert(character.id)
      }
      for name in character.derivedAliases ?? [] {
        derived[Self.normal(name), default: []].insert(character.id)
        bare[Self.withoutTitle(Self.normal(name)), default: []].insert(character.id)
      }
    }
  }

  /// The one character whom a name means.
  func character(named name: String) -> String? {
    let name = Self.normal(name)
    guard !name.isEmpty else { return nil }
    if ["i", "me", "myself", "narrator"].contains(name), let only = narrators.first { return only }
    let found = given[name] ?? derived[name] ?? bare[Self.withoutTitle(name)] ?? []
    return found.count == 1 ? found.first : nil
  }

  private static let titles = [
    "mister": "mr", "missus": "mrs", "doctor": "dr", "madame": "mme", "madam": "mme",
    "mademoiselle": "mlle", "professor": "prof", "reverend": "rev", "captain": "capt",
    "colonel": "col", "lieutenant": "lt", "sergeant": "sgt", "general": "gen", "major": "maj",
    "saint": "st", "monsieur": "m",
  ]

  private static let honorifics: Set<String> = Set(
    """
    mr mrs ms miss dr sir lady lord mme mlle m master prof rev capt col lt sgt gen maj st father mother \
    sister brother aunt uncle cousin king queen prince princess duke duchess count countess baron \
    baroness inspector detective officer judge
    """.split(separator: " ").map(String.init)
  )

  static func normal(_ name: String) -> String {
    var text = name.decomposedStringWithCompatibilityMapping.lowercased()
    text.unicodeScalars.removeAll { $0.properties.canonicalCombiningClass != .notReordered }
    text = text.replacingOccurrences(of: "’", with: "'")
    var words = text.split { $0 == " " || $0 == "\n" }.map { word in
      var word = String(word)
      if word.hasSuffix("'s") { word.removeLast(2) }
      return word.filter { $0 != "'" && $0 != "." }
    }
    words = words.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
      .map { titles[$0] ?? $0 }
    while words.count > 1, ["the", "a", "an", "la", "le", "l"].contains(words[0]) {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  private static func withoutTitle(_ name: String) -> String {
    var words = name.split(separator: " ")
    while words.count > 1, honorifics.contains(String(words[0])) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
