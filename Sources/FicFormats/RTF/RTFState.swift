/// What holds inside a group of a rich text file, until the group ends.
struct RTFState {
  /// Where text goes.
  enum Target: Hashable {
    case body
    case footnote
    case fontTable
    case styleSheet
    case record
    case title
    /// Pictures, headers of pages, fields, whatever is no text of the story's.
    case nowhere
  }

  /// Where text goes.
  var target = Target.body

  /// Whether text is in italics.
  var isItalic = false

  /// Whether text is raised above the line.
  var isRaised = false

  /// Whether text is not shown, or was deleted with a trace.
  var isHidden = false

  /// The code page of bytes.
  var codePage = 1252

  /// How many characters stand after a `\u` for programs that do not know it.
  var fallbackLength = 1

  /// The rank of the paragraph where it is a heading.
  var headingLevel: Int?

  /// Whether the paragraph has a border above or below; without text, it is a rule.
  var hasBorder = false
}
