/// What the analyzer makes of one Unicode scalar.
enum FoldedScalar: Hashable, Sendable {
  /// Ends a word.
  case separator
  /// Counts for nothing, inside a word and outside: a soft hyphen, an accent.
  case ignored
  /// An apostrophe inside a word, a separator elsewhere.
  case apostrophe
  /// Part of a word, as this scalar.
  case letter(UInt32)
  /// Part of a word, as several scalars.
  case letters([UInt32])
  /// A word by itself: an ideograph, a kana.
  case word(UInt32)
}
