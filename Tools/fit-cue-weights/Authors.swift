/// Who wrote the labelled texts, so that no author stands in two folds.
enum Authors {
  private static let words: [(author: String, parts: [String])] = [
    (
      "Austen",
      ["Mansfield", "Northanger", "ersuasion", "SenseAnd", "emma", "pride_and", "sense_and"]
    ),
    ("Forster", ["Passage", "WithAView", "WhereAngels", "room_with", "howards"]),
    ("Dickens", ["Oliver", "bleak_house", "david_copperfield", "great_expectations"]),
    ("Chesterton", ["Thursday", "thursday"]),
    ("Doyle", ["SignOfTheFour", "sherlock"]),
    (
      "James",
      ["DaisyMiller", "daisy_miller", "turn_of_the_screw", "ambassadors", "portrait_of_a_lady"]
    ),
    ("Wilde", ["DorianGray", "dorian"]),
    ("Woolf", ["NightAndDay", "night_and_day"]),
    ("Chopin", ["Awakening", "awakening"]),
    ("Carroll", ["Alice", "alice"]),
    ("Christie", ["Styles", "adversary"]),
  ]

  /// The author of a text, or its name where nothing else here is by the same.
  static func author(of name: String) -> String {
    words.first { $0.parts.contains { name.contains($0) } }?.author ?? name
  }
}
