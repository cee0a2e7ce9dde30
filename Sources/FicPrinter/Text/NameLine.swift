/// Somebody's name with the other names below or beside it, as the screen has room.
struct NameLine {
  /// The columns before the name.
  var indent: Int

  /// How the screen looks.
  var style: PrintStyle

  /// What the name is.
  var role: PrintStyle.Role

  /// How many other names are shown.
  private static let mostAliases = 6

  /// The lines, each with its line end.
  func lines(_ name: String, aliases: [String]) -> String {
    let name = SafeText.visible(name)
    let head = String(repeating: " ", count: indent) + style.paint(name, role)
    guard !aliases.isEmpty else { return head + "\n" }
    let others =
      "also "
      + Phrases.list(aliases.map(SafeText.visible), limit: Self.mostAliases)
    let width = indent + DisplayWidth.columns(of: name) + 2 + DisplayWidth.columns(of: others)
    if width <= style.width { return head + style.paint("  " + others, .dim) + "\n" }
    return head + "\n" + TextFlow(indent: indent + 2, style: style, role: .dim).lines(of: others)
  }
}
