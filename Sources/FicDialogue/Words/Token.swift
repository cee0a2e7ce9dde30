import FicModel

/// A word of a chapter, with its case and what stands before it.
struct Token: Sendable {
  /// Case, place and the punctuation between the token before and this one.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt16

    /// Begins with a capital.
    static let capital = Shape(rawValue: 1 << 0)
    /// Has two capitals or more and no small letter.
    static let shouted = Shape(rawValue: 1 << 1)
    /// Lies in a quotation.
    static let quoted = Shape(rawValue: 1 << 2)
    /// A genitive 's stood at its end; `end` lies before it.
    static let possessive = Shape(rawValue: 1 << 3)
    /// A comma or a semicolon before it.
    static let comma = Shape(rawValue: 1 << 4)
    /// A sentence ended before it.
    static let stop = Shape(rawValue: 1 << 5)
    /// A colon before it.
    static let colon = Shape(rawValue: 1 << 6)
    /// A dash before it.
    static let dash = Shape(rawValue: 1 << 7)
    /// A bracket before it.
    static let bracket = Shape(rawValue: 1 << 8)
    /// A quotation began or ended before it.
    static let mark = Shape(rawValue: 1 << 9)
    /// First of its paragraph.
    static let paragraph = Shape(rawValue: 1 << 10)
    /// A question or exclamation mark before it.
    static let exclaimed = Shape(rawValue: 1 << 11)
    /// A hyphen joins it to the token before.
    static let hyphen = Shape(rawValue: 1 << 12)
    /// A nested mark or an apostrophe that joins no letters before it.
    static let innerMark = Shape(rawValue: 1 << 13)

    /// Whether a word here has a capital for its place and not for what it is.
    static let opening: Shape = [.stop, .mark, .paragraph, .exclaimed, .colon, .innerMark]
    /// Anything that ends a sentence.
    static let sentence: Shape = [.stop, .mark, .paragraph, .exclaimed]
    /// Any punctuation.
    static let pause: Shape = [
      .comma, .stop, .colon, .dash, .bracket, .mark, .paragraph, .exclaimed, .innerMark,
    ]
  }

  /// The first byte in the stored chapter text.
  var start: Int32
  /// The word's number in the `WordTable`.
  var word: Int32
  /// Which name of the chapter the token is part of: an index, or -1.
  var name: Int32 = -1
  /// Case and surroundings.
  var shape: Shape
  private let length: UInt16

  /// Creates a token; of a longer word its first 65,535 bytes are meant.
  init(start: Int, end: Int, word: Int32, shape: Shape) {
    self.start = Int32(clamping: start)
    self.word = word
    self.shape = shape
    length = UInt16(clamping: end - start)
  }

  /// After the last byte, a genitive 's left out.
  var end: Int32 { start + Int32(length) }

  /// Where the token is.
  var span: TextSpan { TextSpan(Int(start), Int(end)) }
}
