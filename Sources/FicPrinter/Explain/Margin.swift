import FicModel

/// The left margin of an explained text: the line of the source, what begins there, and a bar,
/// which is whole along a scene.
enum Margin {
  /// The columns of line, label and bar together with the space after it.
  private static let columns = numberColumns + 1 + labelColumns + 1 + 2
  private static let numberColumns = 5
  private static let labelColumns = 8

  /// The columns that are left for the text.
  static func textWidth(_ style: PrintStyle) -> Int { style.width - columns }

  /// Before the first row of a line.
  static func line(
    _ number: Int,
    _ label: String,
    isInScene: Bool,
    style: PrintStyle
  ) -> String {
    let line = right(String(number), numberColumns)
    return style.paint(line + " " + left(label, labelColumns) + " " + bar(isInScene) + " ", .dim)
  }

  /// Before a row that goes on.
  static func row(isInScene: Bool, style: PrintStyle) -> String {
    style.paint(left("", columns - 2) + bar(isInScene) + " ", .dim)
  }

  /// Of an empty line.
  static func blank(isInScene: Bool, style: PrintStyle) -> String {
    style.paint(left("", columns - 2) + bar(isInScene), .dim)
  }

  /// Before what is said of an utterance: its number in the paragraph, and a figure.
  static func note(
    _ number: Int,
    _ figure: String,
    isInScene: Bool,
    style: PrintStyle
  ) -> String {
    let text = right(String(number), numberColumns) + right(figure, labelColumns + 1)
    return style.paint(text + " " + bar(isInScene) + " ", .dim)
  }

  /// The row that opens a scene.
  static func scene(_ number: Int, _ words: String, style: PrintStyle) -> String {
    let label = right("scene \(number)", columns - 3)
    return style.paint(label, .heading) + style.paint(" ├─ " + words, .dim)
  }

  /// What a zone is called in the margin.
  static func label(of kind: ZoneKind) -> String {
    switch kind {
    case .story, .sceneBreak: "break"
    case .heading: "heading"
    case .authorsNote: "note"
    case .reviewReply: "reply"
    case .disclaimer: "rights"
    case .summary: "summary"
    case .recap: "recap"
    case .banner: "end"
    case .boilerplate: "book"
    }
  }

  private static func bar(_ isInScene: Bool) -> String { isInScene ? "│" : "┊" }

  private static func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count)) + text
  }

  private static func left(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }
}
