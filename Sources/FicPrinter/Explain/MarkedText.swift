/// A line of text with what each of its characters belongs to.
struct MarkedText {
  /// What a character belongs to.
  enum Mark: Hashable {
    /// Narration, or whatever has no mark.
    case plain
    /// A quotation, by its number in the paragraph and its speaker's place in the cast.
    case quotation(number: Int, voice: Int?)
    /// The words that tell a speaker.
    case evidence
    /// A note within the line.
    case aside
  }

  /// The characters, made safe for a terminal.
  var scalars: [Unicode.Scalar] = []

  /// The mark of each.
  var marks: [Mark] = []

  /// Whether a quotation begins at each, so that its number is due.
  var isStart: [Bool] = []

  /// Adds a character.
  mutating func append(_ scalar: Unicode.Scalar, _ mark: Mark, isStart start: Bool = false) {
    scalars.append(SafeText.visible(scalar))
    marks.append(mark)
    isStart.append(start)
  }
}
