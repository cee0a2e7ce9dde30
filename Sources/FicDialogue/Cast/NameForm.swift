/// A way to name somebody, as the text has it: a title, words, or both.
struct NameForm: Hashable, Sendable {
  /// The title's word, or -1; below that for a description of `SeedDescriptions`.
  var title: Int32
  /// The words of the name without its title and its particles; empty for a title that stands
  /// alone.
  ///
  /// "of" stays, for what follows it is no surname.
  var words: [Int32]
  /// How often the work uses it.
  var count = 0
  /// How often it does so in quotations.
  var quotedCount = 0
  /// How often the form is spoken to: set off by commas in a quotation.
  var vocativeCount = 0
  /// Where it first stands: chapter, first and last byte.
  var chapter: Int
  var start: Int
  var end: Int

  /// Whether that place writes it in capitals only.
  var isShouted = false

  /// Whether the name says where its bearer is from: "Duchess of Monmouth".
  var isOfPlace = false

  /// The first word of the name, or -1.
  var first: Int32 { words.first ?? -1 }
  /// The last word of the name, or -1.
  var last: Int32 { words.last ?? -1 }

  /// Takes a place that does not shout the name as its first.
  mutating func take(chapter: Int, start: Int, end: Int) {
    self.chapter = chapter
    self.start = start
    self.end = end
    isShouted = false
  }
}
