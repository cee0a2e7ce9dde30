import SeededRandom

/// A story made up from a number: the same number and seed always give the same story.
package struct SampleWork: Sendable {
  /// A stretch of a paragraph, in italics or not.
  package struct Run: Sendable {
    package var text: String
    package var isItalic: Bool
  }

  /// A chapter.
  package struct Chapter: Sendable {
    /// What it is called.
    package var title: String

    /// A word that stands in no other chapter of any work.
    package var marker: String

    /// In reading order.
    package var paragraphs: [[Run]]
  }

  /// Tells the works of one seed apart; at least 0.
  package let number: Int

  package let title: String
  package let author: String
  package let fandom: String
  package let characters: [String]
  package let tags: [String]
  package let rating: String
  package let summary: String
  package let isComplete: Bool
  package let series: (name: String, part: Int)?
  package let chapters: [Chapter]

  /// Makes a work up.
  ///
  /// It has at least one chapter of at least one paragraph.
  ///
  /// Complexity: linear in the text.
  package init(number: Int, seed: UInt64 = 1, chapters: Int = 2, paragraphs: Int = 6) {
    var random = SplitMix(seed: seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    func pick(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    self.number = number
    title = "The \(pick(Self.adjectives)) \(pick(Self.things)) \(Self.coined(number).titled)"
    author = Self.coined(number / 3 + 71).titled + pick([" Wren", " Ash", "_of_the_mill", ""])
    fandom = pick(["Starhold Kepler", "The Mills & Weirs", "Low Orbit (Cartoon)"])
    let first = pick(Self.names)
    characters = [first, Self.names.filter { $0 != first }.randomElement(using: &random) ?? "Bo"]
    tags = ["Slow Burn", "Found \(pick(Self.things))"]
    rating = pick(["General Audiences", "Teen And Up Audiences", "Mature"])
    summary = "What \(first) saw at the \(pick(Self.things)), and what came of it."
    isComplete = Bool.random(using: &random)
    series = number % 4 == 0 ? ("\(pick(Self.adjectives)) Water", number % 9 + 1) : nil
    let (one, other) = (characters[0], characters[1])
    self.chapters = (1...max(1, chapters)).map { chapter in
      let marker = Self.coined(number * 1000 + chapter + 100_000)
      var list: [[Run]] = [
        [Run(text: "That day the word at the gate was \(marker).", isItalic: false)]
      ]
      while list.count < max(1, paragraphs) {
        list.append(Self.paragraph(one, other, &random))
      }
      return Chapter(
        title: "\(pick(Self.adjectives)) \(pick(Self.things))".titled,
        marker: marker,
        paragraphs: list
      )
    }
  }

  /// How many words of story there are, as sites count them.
  package var words: Int {
    chapters.reduce(0) { count, chapter in
      count
        + chapter.paragraphs.reduce(0) {
          $0 + $1.reduce(0) { $0 + $1.text.split(separator: " ").count }
        }
    }
  }

  /// A word that no other number has.
  package static func coined(_ number: Int) -> String {
    let syllables = ["ka", "lo", "mi", "ne", "ru", "sa", "te", "vo", "xi", "zu"]
    var rest = number
    var word = ""
    repeat {
      word += syllables[rest % 10]
      rest /= 10
    } while rest > 0
    return word
  }

  private static let adjectives = ["quiet", "salt", "seventh", "broken", "amber", "distant", "low"]
  private static let things = [
    "lantern", "harbor", "orchard", "engine", "winter", "bridge", "bell",
  ]
  private static let names = ["Ilse Varga", "Tomas Reed", "Agent Dace", "Mira Holt", "Old Fenn"]
  private static let verbs = ["said", "asked", "whispered", "answered"]
  private static let speeches = [
    "We leave at dawn", "I don’t know the way", "There’s rain over the weir",
    "You said it would hold", "Nobody counted the lamps", "Listen to the bell",
  ]
  private static let narrations = [
    "The wind went round the house and found no way in.",
    "Nothing moved on the far side of the water & nothing had for days.",
    "She put the lamp down, slowly, and turned to the window.",
    "It was past midnight — the café had long closed.",
  ]

  private static func paragraph(
    _ one: String,
    _ other: String,
    _ random: inout SplitMix
  ) -> [Run] {
    func pick(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      return [
        Run(text: "“\(pick(speeches)),” \(pick(verbs)) \(one). ", isItalic: false),
        Run(text: pick(narrations), isItalic: false),
      ]
    case 1: return [Run(text: "“\(pick(speeches)),” \(pick(verbs)) \(other).", isItalic: false)]
    case 2:
      return [
        Run(text: pick(narrations) + " ", isItalic: false),
        Run(text: "Not again", isItalic: true),
        Run(text: ", thought \(one).", isItalic: false),
      ]
    default: return [Run(text: pick(narrations) + " " + pick(narrations), isItalic: false)]
    }
  }
}

extension String {
  /// With a capital in front.
  var titled: String { prefix(1).uppercased() + dropFirst() }
}
