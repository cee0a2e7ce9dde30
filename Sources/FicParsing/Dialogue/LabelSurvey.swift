import FicModel

/// Counts the labelled lines of a chapter, to tell a script or a chat from a colon in prose.
struct LabelSurvey: Hashable, Sendable {
  private var counts: [String: Int] = [:]
  private var capitals = 0
  private var logged = 0
  private var typed = 0
  private var quoted = 0
  private var lines = 0

  /// Counts a paragraph's labelled lines.
  mutating func count(_ prose: Prose) {
    var lines = LabelledLines(prose)
    while let line = lines.next(isLabel: { _ in true }) { count(line, in: prose) }
  }

  private mutating func count(_ line: LabelledLine, in prose: Prose) {
    counts[line.key, default: 0] += 1
    lines += 1
    if line.isCapitals { capitals += 1 }
    if line.isLogged { logged += 1 }
    if prose.scalar(at: line.content.start)?.isQuotationGlyph == true { quoted += 1 }
    if isTyped(line, in: prose) { typed += 1 }
  }

  /// Whether a line looks typed on a phone: a small letter at the start, no stop at the end, or the
  /// owner of the phone for a name.
  private func isTyped(_ line: LabelledLine, in prose: Prose) -> Bool {
    if line.key == "me" || line.key == "you" || line.key.hasPrefix("unknown") { return true }
    if prose.scalar(at: line.content.start)?.isProseLowercase == true { return true }
    guard let last = prose.scalar(before: line.content.end) else { return false }
    return last.isProseLetter
  }

  /// The style of the labels; nil where the chapter has no script and no chat: fewer than two
  /// labels that come again.
  var style: LabelStyle? {
    let repeated = counts.values.filter { $0 >= 2 }.count
    guard repeated >= 2 else { return nil }
    let isCapitals = capitals * 2 > lines
    return LabelStyle(
      isChat: logged * 2 > lines || !isCapitals && typed * 3 >= lines,
      isCapitals: isCapitals,
      isQuoted: quoted * 2 > lines,
      names: Set(counts.filter { $0.value >= 2 }.keys)
    )
  }
}
