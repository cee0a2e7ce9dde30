/// What the name of an element says of the text in it.
struct ElementTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Its text is not read.
  static let silent = ElementTraits(rawValue: 1)

  /// It stands on lines of its own.
  static let block = ElementTraits(rawValue: 2)

  /// It is a reading above or beside the characters of a word, or a bracket around one.
  static let reading = ElementTraits(rawValue: 4)

  /// Its text is in italics.
  static let italic = ElementTraits(rawValue: 8)

  /// It may be the mark of a note: raised, lowered or a link.
  static let mark = ElementTraits(rawValue: 16)

  /// Its id may name a printed page.
  static let anchor = ElementTraits(rawValue: 32)
}
