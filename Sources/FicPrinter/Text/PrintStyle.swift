/// How the screen that is printed to looks.
package struct PrintStyle: Hashable, Sendable {
  /// The narrowest screen that is laid out for; on a narrower one lines run over.
  package static let minimumWidth = 40

  /// The widest: a longer line is hard to read.
  package static let maximumWidth = 110

  /// The columns of the screen, within the bounds above.
  package var width: Int

  /// Whether to use colours.
  package var usesColor: Bool

  /// What the commands begin with that are proposed.
  package var command: String

  /// Creates a style; `width` is brought within its bounds.
  package init(width: Int, usesColor: Bool, command: String = "ficsearch") {
    self.width = min(Self.maximumWidth, max(Self.minimumWidth, width))
    self.usesColor = usesColor
    self.command = SafeText.visible(command)
  }

  /// `text` in a role's colours.
  func paint(_ text: String, _ role: Role) -> String {
    usesColor && !text.isEmpty ? role.rawValue + text + Role.reset : text
  }

  /// `text` in the colour of a member of a cast; dim where nobody is known.
  ///
  /// Neighbours in a cast have different colours; there are six.
  func paint(_ text: String, voice: Int?) -> String {
    guard let voice else { return paint(text, .dim) }
    let colors = ["36", "33", "32", "35", "94", "91"]
    let color = colors[Int(voice.magnitude) % colors.count]
    return usesColor && !text.isEmpty ? "\u{1B}[\(color)m" + text + Role.reset : text
  }

  /// What a piece of text is; the raw value is its ECMA-48 escape sequence.
  enum Role: String {
    /// A work's title.
    case title = "\u{1B}[1;35m"
    /// A chapter.
    case heading = "\u{1B}[1m"
    /// Who speaks.
    case speaker = "\u{1B}[36m"
    /// The words that match.
    case match = "\u{1B}[1;31m"
    /// What is there if wanted: a REF, context.
    case dim = "\u{1B}[2m"

    static let reset = "\u{1B}[0m"
  }
}
